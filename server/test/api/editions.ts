// The public edition of a release that has one, beside the internal one.

import { expect, it } from "vitest";
import type { Catalog } from "#domain/contract/catalog";
import { publish, withdraw } from "#server/release/publish";
import { serveByExpress } from "#server/test/express_only";
import type { Api } from "./api.ts";

/** Publishes release 1 once more, with some of its columns in a public edition beside. */
async function publishWith({ database }: Api, indicator: string, period: string): Promise<number> {
  await database.knex.raw(
    `with draft as (
       insert into release.release (state, boundary_version, catalog, created_by)
       select 'draft', boundary_version, catalog, 'test' from release.release where number = 1 returning number
     )
     insert into release.column (release, edition, level, indicator, period, content_hash, statistics)
     select draft.number, to_edition, level, indicator, period, content_hash, statistics
     from draft, release.column, unnest(array['internal', 'public']) as to_edition
     where release = 1 and edition = 'internal' and (to_edition = 'internal' or (indicator, period) = (?, ?))`,
    [indicator, period],
  );
  return publish(database, `with ${indicator} for the public`);
}

/** Tests what is answered from a public edition; the releases it makes are withdrawn at the end. */
export function editionCases(api: Api): void {
  it("answers from the edition that is named, and lets shared caches keep the public one alone", async () => {
    const open = api.catalog.indicators.find(({ disclosure }) => disclosure === "D0")!;
    const period = open.periods.at(-1)!;
    const number = await publishWith(api, open.id, period);
    const server = await serveByExpress(api.database);
    const get = (path: string) => fetch(server.url + path);
    const { address } = (await (await get(`/api/catalog?release=${number}`)).json()) as Catalog;
    const values = (indicator: string, edition: string) =>
      get(
        `/api/values?indicator=${indicator}&period=${period}&level=county&release=${address}&edition=${edition}`,
      );
    try {
      const [internal, shared] = await Promise.all([values(open.id, "internal"), values(open.id, "public")]);
      expect(internal.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
      expect(shared.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(shared.headers.get("etag")).not.toBe(internal.headers.get("etag"));
      expect(((await shared.json()) as { areas: unknown[] }).areas.length).toBeGreaterThan(1);
      expect((await values("mpi", "internal")).status).toBe(200);
      const withheld = await values("mpi", "public");
      expect(withheld.status).toBe(404);
      expect(await withheld.json()).toMatchObject({ title: "no figures" });
      const { rows } = await api.database.knex.raw<{ rows: { z: number; x: number; y: number }[] }>(
        "select z, x, y from tile.geometry where level = 'county' limit 1",
      );
      const { z, x, y } = rows[0]!;
      const caching = async (edition: string, release: string) => {
        const path = `/tiles/${release}/${edition}/county/${z}/${x}/${y}.mvt?c=${open.id}@${period}`;
        return (await get(path)).headers.get("cache-control");
      };
      expect(await caching("internal", address)).toBe("private, max-age=31536000, immutable");
      expect(await caching("public", address)).toBe("public, max-age=31536000, immutable");
      expect(await caching("public", "latest")).toBe("public, max-age=0, must-revalidate");
    } finally {
      await server.stop();
      await withdraw(api.database, number);
    }
  });

  it("answers nothing from an edition that holds what it may not carry", async () => {
    const barred = api.catalog.indicators.find(({ disclosure }) => disclosure === "D3")!;
    const number = await publishWith(api, barred.id, barred.periods.at(-1)!);
    const server = await serveByExpress(api.database);
    const status = async (edition: string) =>
      (await fetch(`${server.url}/api/areas?release=${number}&edition=${edition}`)).status;
    try {
      expect([await status("public"), await status("internal")]).toEqual([500, 200]);
    } finally {
      await server.stop();
      await withdraw(api.database, number);
    }
  });
}
