// What is said around the figures: health, catalogue, TileJSON, caching, headers, OpenAPI, news of releases.

import { expect, it } from "vitest";
import { releaseEvent } from "#domain/contract/events";
import { healthContract } from "#domain/contract/health";
import { CONTRACTS } from "#server/routes/routes";
import { releasesContract } from "#domain/contract/releases";
import { tileJsonContract } from "#domain/contract/tiles";
import { publish, withdraw } from "#server/release/publish";
import type { Api } from "./api.ts";

/** Most milliseconds from a commit to the event; only a native database tells of it, the embedded one is asked. */
const NEWS_MS = { native: 500, embedded: 5_000 };

/** Tests what is no figure; leaves release 2 withdrawn. */
export function protocolCases(api: Api): void {
  const { ask, refuse } = api;

  it("tells its health, its releases and its catalogue", async () => {
    expect(await ask(healthContract)).toMatchObject({
      status: "ok",
      release: 1,
      database: { mode: api.kind, reachable: true },
    });
    const { latest, releases } = await ask(releasesContract);
    expect(latest).toBe(1);
    expect(releases).toMatchObject([{ number: 1, state: "published", note: "the demo" }]);
    expect(api.catalog.levels.map(({ id, areaCount }) => [id, areaCount > 0])).toEqual(
      ["province", "prefecture", "county", "township", "village"].map((id) => [id, true]),
    );
    expect(api.catalog.isFictional).toBe(true);
    expect(api.catalog.lenses.map(({ id, defaultIndicator }) => [id, defaultIndicator])).toEqual([
      ["poverty", "mpi"],
      ["supply", "school_travel_time"],
      ["help", "help_plan_coverage"],
    ]);
    const mpi = api.catalog.indicators.find(({ id }) => id === "mpi")!;
    expect(mpi.formula).toMatch(
      /^\(3 × poor_persons_deprived_in_years_of_schooling \+ .*\) \/ \(18 × deprivation_scored_persons\)$/,
    );
    expect(mpi.sources.length).toBeGreaterThan(0);
    expect(api.catalog.rootCode).toMatch(/^99\d{10}$/);
  });

  it("describes tiles as TileJSON", async () => {
    const params = { release: "1", edition: "internal", level: "village" };
    const json = await ask(tileJsonContract, { c: "mpi@2022" }, params);
    expect(json.tiles).toEqual([
      `${api.url}/tiles/${api.catalog.address}/internal/village/{z}/{x}/{y}.mvt?c=mpi%402022`,
    ]);
    expect(json.vector_layers[0]!.id).toBe("village");
  });

  it("says which release it used, and lets caches keep what names one with its stamp", async () => {
    const latest = await fetch(`${api.url}/api/catalog`);
    expect(latest.headers.get("cache-control")).toBe("private, max-age=0, must-revalidate");
    const numbered = await fetch(`${api.url}/api/catalog?release=1`);
    expect(numbered.headers.get("cache-control")).toBe("private, max-age=0, must-revalidate");
    const { address } = api.catalog;
    expect(address).toMatch(/^1-[0-9a-f]{16}$/);
    expect(await ask(releasesContract)).toMatchObject({ releases: [{ number: 1, address }] });
    const named = await fetch(`${api.url}/api/catalog?release=${address}`);
    expect(named.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(named.headers.get("etag")!.startsWith(`"${address}-`)).toBe(true);
    const again = await fetch(`${api.url}/api/catalog`, {
      headers: { "if-none-match": latest.headers.get("etag")!, "cache-control": "max-age=0" },
    });
    expect(again.status).toBe(304);
    expect(again.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  it("allows no host but itself", async () => {
    const { headers } = await fetch(`${api.url}/api/health`);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:/);
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("documents every endpoint in OpenAPI 3.1", async () => {
    const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
    };
    expect(document.openapi).toBe("3.1.0");
    for (const { path, method } of CONTRACTS) {
      const described = document.paths[path.replace(/:(\w+)/g, "{$1}")]!;
      const inPath = described[method.toLowerCase()]!.parameters.filter(
        (parameter) => parameter.in === "path",
      ).map(({ name }) => name);
      expect(inPath).toEqual([...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
    }
  });

  it("tells an open map at once which release is the latest, and whenever that changes", async () => {
    const { knex } = api.database;
    const leaving = new AbortController();
    const response = await fetch(`${api.url}/api/events`, { signal: leaving.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect((await fetch(`${api.url}/api/events`, { method: "HEAD" })).status).toBe(200);
    const seen: (number | null)[] = [];
    const reading = (async () => {
      let text = "";
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const events = text.split("\n\n");
        text = events.pop()!;
        for (const event of events) {
          const data = /^event: release\ndata: (.*)$/.exec(event)?.[1];
          if (data) seen.push(releaseEvent.parse(JSON.parse(data)).release);
        }
      }
    })();
    const whenSeen = (...releases: number[]) =>
      expect.poll(() => seen, { timeout: NEWS_MS.embedded, interval: 5 }).toEqual(releases);
    await whenSeen(1);
    await knex.raw(
      `insert into release.release (state, boundary_version, catalog, created_by)
       select 'draft', boundary_version, catalog, 'test' from release.release where number = 1`,
    );
    const next = await publish(api.database, "the same again");
    const committed = performance.now();
    await whenSeen(1, next);
    expect(performance.now() - committed).toBeLessThan(NEWS_MS[api.kind]);
    const { rows } = await knex.raw<{ rows: { z: number; x: number; y: number }[] }>(
      "select z, x, y from tile.geometry where level = 'village' limit 1",
    );
    const { z, x, y } = rows[0]!;
    const warm = [next, "latest"].map((name) => `/tiles/${name}/internal/village/${z}/${x}/${y}.mvt`);
    const answers = await Promise.all(
      warm.flatMap((path) => Array.from({ length: 3 }, () => path)).map((path) => fetch(api.url + path)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    await withdraw(api.database, next);
    await whenSeen(1, next, 1);
    expect((await refuse(warm[0]!)).status).toBe(410);
    const { releases } = await ask(releasesContract);
    const withdrawn = releases.find(({ number }) => number === next)!;
    for (const name of [next, withdrawn.address])
      expect((await refuse(`/api/catalog?release=${name}`)).status).toBe(410);
    expect((await fetch(api.url + warm[1]!)).headers.get("etag")).toMatch(/^"1-/);
    leaving.abort();
    await expect(reading).rejects.toThrow("aborted");
  });
}
