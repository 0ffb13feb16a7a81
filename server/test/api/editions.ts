// The public edition of a release that has one, beside the internal one.

import { expect, it } from "vitest";
import type { Catalog } from "#domain/contract/catalog";
import { serveByExpress } from "#server/test/express_only";
import { unprotected } from "#server/test/unprotected";
import type { Api } from "./api.ts";

/** A column of an indicator in the public edition of release 1, put there and taken away by hand. */
const INSERTED = `
  insert into release.column (release, edition, level, indicator, period, content_hash, statistics)
  select release, 'public', level, indicator, period, content_hash, statistics
  from release.column where release = 1 and edition = 'internal' and indicator = $1`;
const REMOVED = "delete from release.column where release = 1 and edition = 'public' and indicator = $1";

/** Tests what is answered from a public edition. */
export function editionCases(api: Api): void {
  it("answers from the edition that is named, and lets shared caches keep the public one alone", async () => {
    const open = api.catalog.indicators.find(({ disclosure }) => disclosure === "D0")!;
    const period = open.periods.at(-1)!;
    const barred = api.catalog.indicators.find(({ disclosure }) => disclosure === "D3")!;
    const server = await serveByExpress(api.database);
    const get = (path: string) => fetch(server.url + path);
    const { address } = (await (await get(`/api/catalog?release=1`)).json()) as Catalog;
    const values = (indicator: string, edition: string) =>
      get(
        `/api/values?indicator=${indicator}&period=${period}&level=county&release=${address}&edition=${edition}`,
      );
    try {
      const [internal, shared] = await Promise.all([values(open.id, "internal"), values(open.id, "public")]);
      expect(internal.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
      expect(shared.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(shared.headers.get("cache-tag")).toBe(`release-${address}`);
      expect(internal.headers.get("cache-tag")).toBeNull();
      expect(shared.headers.get("etag")).not.toBe(internal.headers.get("etag"));
      expect(((await shared.json()) as { areas: unknown[] }).areas.length).toBeGreaterThan(1);
      expect((await values(barred.id, "internal")).status).toBe(200);
      const withheld = await values(barred.id, "public");
      expect(withheld.status).toBe(404);
      expect(await withheld.json()).toMatchObject({ title: "unknown indicator" });
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
    }
  });

  it("answers nothing from an edition that holds what it may not carry", async () => {
    const barred = api.catalog.indicators.find(({ disclosure }) => disclosure === "D3")!;
    await unprotected(api.database, INSERTED, [barred.id]);
    const server = await serveByExpress(api.database);
    const status = async (edition: string) =>
      (await fetch(`${server.url}/api/areas?release=1&edition=${edition}`)).status;
    try {
      expect([await status("public"), await status("internal")]).toEqual([500, 200]);
    } finally {
      await server.stop();
      await unprotected(api.database, REMOVED, [barred.id]);
    }
  });
}
