// The database dies under load: what is in memory is still served, the rest is 503, and all is well by itself after.

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { startCluster, stopCluster, useOwnCluster } from "#sql/test/native_cluster";
import type { RunningServer } from "#server/running_server";
import { serveDatabase, WITH_DEMO } from "./running.ts";

/** How long the native server is down; `OUTAGE_SECONDS` makes it longer. */
const OUTAGE_MS = 1000 * Number(process.env["OUTAGE_SECONDS"] ?? 3);
const HEAL_MS = 30_000;
const WORKERS = 8;

/** How the database goes; the embedded one is started anew by its supervisor. */
const OUTAGES: Record<"native" | "embedded", (test: TestDatabase) => Promise<() => Promise<void>>> = {
  native: async () => {
    await stopCluster();
    return async () => {
      await sleep(OUTAGE_MS);
      await startCluster();
    };
  },
  embedded: async ({ database }) => {
    process.kill(database.childPid()!, "SIGKILL");
    return async () => undefined;
  },
};

describe.each(DATABASES)("a $name database that dies", ({ name, open }) => {
  let test: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    useOwnCluster();
    test = await open(WITH_DEMO);
    await test.database.knex.raw("checkpoint");
    server = await serveDatabase(test.database, test.config);
  });
  afterAll(async () => {
    await server.stop();
    await test.drop();
  });

  const ask = async (path: string): Promise<Response> => {
    const response = await fetch(server.url + path);
    await response.clone().arrayBuffer();
    return response;
  };
  const status = async (path: string): Promise<number> => (await ask(path)).status;
  const health = async (): Promise<string> =>
    ((await (await ask("/api/health")).json()) as { status: string }).status;

  it(
    "leaves cached tiles and values served, the rest 503 with Retry-After, and heals by itself",
    async () => {
      const { rows } = await test.database.knex.raw<{ rows: { z: number; x: number; y: number }[] }>(
        "select z, x, y from tile.geometry where level = 'village' order by z, x, y limit 40",
      );
      const tiles = rows.map(({ z, x, y }) => `/tiles/1/internal/village/${z}/${x}/${y}.mvt?c=mpi@2022`);
      const values = "/api/values?indicator=mpi&period=2022&level=county";
      const cached = [...tiles.slice(0, 20), values];
      for (const path of cached) expect(await status(path)).toBe(200);

      let asked = 0;
      let slowestMs = 0;
      const wrong: string[] = [];
      const refused = new Set<string>();
      const ending = new AbortController();
      const load = Promise.all(
        Array.from({ length: WORKERS }, async (_, worker) => {
          for (let round = 0; !ending.signal.aborted; round++) {
            const at = (worker * 5 + round) % (cached.length + 1);
            const path = cached[at] ?? `/api/areas?q=never-asked-${worker}-${round}`;
            const start = performance.now();
            const response = await ask(path);
            slowestMs = Math.max(slowestMs, performance.now() - start);
            asked++;
            if (response.status === 503 && at === cached.length)
              refused.add(`${response.headers.get("content-type")} ${response.headers.get("retry-after")}`);
            else if (response.status !== 200) wrong.push(`${response.status} ${path}`);
            await sleep(5);
          }
        }),
      );
      const end = await OUTAGES[name](test);
      const died = performance.now();
      await expect.poll(() => refused.size, { timeout: 10_000 }).toBe(1);
      if (name === "native") await expect.poll(health, { timeout: 10_000 }).toBe("degraded");
      for (const path of cached) expect(await status(path)).toBe(200);
      // It may have been published since.
      if (name === "native") expect(await status(tiles[0]!.replace("/1/", "/2/"))).toBe(503);
      await end();
      const back = performance.now();
      await expect.poll(() => status("/api/areas?q=never-asked"), { timeout: HEAL_MS }).toBe(200);
      await expect.poll(health, { timeout: HEAL_MS }).toBe("ok");
      const healed = performance.now();
      ending.abort();
      await load;

      expect(wrong).toEqual([]);
      expect([...refused]).toEqual(["application/problem+json; charset=utf-8 5"]);
      for (const path of tiles) expect(await status(path)).toBe(200);
      expect(await status(tiles[0]!.replace("/1/", "/2/"))).toBe(404);
      process.stdout.write(
        `${name}: ${asked} requests, the slowest ${Math.round(slowestMs)} ms, away for ${Math.round(back - died)} ms, well ${Math.round(healed - back)} ms later\n`,
      );
    },
    OUTAGE_MS + 2 * HEAL_MS,
  );
});
