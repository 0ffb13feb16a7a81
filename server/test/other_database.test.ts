// Which answers of one database, release or program may be taken for those of another: none.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { areaContract } from "#domain/contract/areas";
import { catalogContract, type Catalog } from "#domain/contract/catalog";
import { ReleaseStore } from "#server/read/release_store";
import { readRowsOf } from "#server/read/rows";
import { API_SHAPE } from "#server/routes/api_shape";
import { DATABASES } from "#sql/test/databases";
import { openDemo, type DemoServer } from "./running.ts";

describe.each(DATABASES)("another database behind the same address ($name)", (kind) => {
  let server: DemoServer;
  let catalog: Catalog;
  const addressFor = async (apiShape: string): Promise<string> =>
    (await new ReleaseStore(readRowsOf(server.test.database), apiShape).get(1, "internal")).address;

  beforeAll(async () => {
    server = await openDemo(kind);
    catalog = await server.ask(catalogContract);
  });
  afterAll(() => server.stop());

  it("has another address where the program answers in another shape, and the same where nothing differs", async () => {
    expect(await addressFor(API_SHAPE)).toBe(catalog.address);
    expect(await addressFor("another shape")).not.toBe(catalog.address);
  });

  it("keeps the hash of all that a published release shows", async () => {
    const { knex } = server.test.database;
    const hashes = async () =>
      (
        await knex.raw<{ rows: { kept: string; present: string }[] }>(
          `select content_hash as kept, release.hash_of_content(r) as present from release.release r`,
        )
      ).rows[0]!;
    const before = await hashes();
    expect(before.kept).toMatch(/^[0-9a-f]{64}$/);
    expect(before.present).toBe(before.kept);
    const changes = [
      "update release.column set content_hash = (select max(content_hash) from release.column_data) where ctid = (select min(ctid) from release.column)",
      "update release.column set statistics = '{}' where ctid = (select min(ctid) from release.column)",
      "delete from release.column where ctid = (select min(ctid) from release.column)",
      "update geo.boundary_version set checksum = 'other'",
      "insert into release.lineage values (1, 'a', 'b', 0.5, 'split', '2020')",
    ];
    for (const change of changes) {
      const trx = await knex.transaction();
      // Past the triggers that guard what is published.
      await trx.raw("set local session_replication_role = replica");
      await trx.raw(change);
      const { rows } = await trx.raw<{ rows: { present: string }[] }>(
        "select release.hash_of_content(r) as present from release.release r",
      );
      await trx.rollback();
      expect(rows[0]!.present, change).not.toBe(before.kept);
    }
  });

  it("is served as soon as it stands there, and nothing of the one before is confirmed or given out", async () => {
    const { knex } = server.test.database;
    const { z, x, y } = (
      await knex.raw<{ rows: { z: number; x: number; y: number }[] }>(
        "select z, x, y from tile.geometry where level = 'county' limit 1",
      )
    ).rows[0]!;
    const code = catalog.rootCode!;
    const tileOf = (release: string) => `/tiles/${release}/internal/county/${z}/${x}/${y}.mvt?c=mpi@2022`;
    const paths = [`/api/areas/${code}`, "/api/catalog", tileOf("latest"), tileOf("1")];
    const get = (path: string) => fetch(server.url + path);
    /** As a browser asks whether what it has still holds. */
    const again = (path: string, tag: string) =>
      fetch(server.url + path, { headers: { "if-none-match": tag, "cache-control": "max-age=0" } });
    const tags = new Map<string, string>();
    for (const path of paths) tags.set(path, (await get(path)).headers.get("etag")!);
    for (const [path, tag] of tags) expect((await again(path, tag)).status, path).toBe(304);
    // A restored or exchanged database has the same numbers, and other things under them.
    await knex.raw("update geo.area set names = jsonb_set(names, '{en}', '\"Elsewhere\"') where code = ?", [
      code,
    ]);
    await knex.raw("update catalog.database set id = gen_random_uuid()");
    await expect.poll(async () => (await server.ask(catalogContract)).address).not.toBe(catalog.address);
    const now = await server.ask(catalogContract);
    expect(now.boundaryAddress).not.toBe(catalog.boundaryAddress);
    expect((await server.ask(areaContract, {}, { code })).names["en"]).toBe("Elsewhere");
    for (const [path, tag] of tags) expect((await again(path, tag)).status, path).toBe(200);
    for (const path of [tileOf(catalog.address), `/api/areas/${code}?release=${catalog.address}`])
      expect(await server.refuse(path)).toMatchObject({
        status: 404,
        problem: { detail: expect.stringContaining(`release 1 is ${now.address} here`) },
      });
    expect((await get(tileOf(now.address))).status).toBe(200);
  });
});
