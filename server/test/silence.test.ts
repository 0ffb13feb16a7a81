// A network that swallows packets: no connection ends. What is in memory is served, the rest is 503, and all is well soon after.

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { ready, run, type Process } from "./processes.ts";
import { WITH_DEMO } from "./running.ts";
import { openProxy, type Proxy } from "./tcp_proxy.ts";

/** Longer than a statement of an answer may take. */
const SILENT_MS = 15_000;
/** The slowest look at the database that had begun before the network was back takes 8 s; a busy machine is slower. */
const HEAL_MS = 20_000;
const STOP_MS = 10_000;

let test: TestDatabase;
let proxy: Proxy;
let server: Process;
let url: string;
let restoredAt: Date;

beforeAll(async () => {
  test = await DATABASES.find(({ name }) => name === "native")!.open(WITH_DEMO);
  proxy = await openProxy(test.config.databaseUrl!);
  server = run("server/main.ts", [], {
    DATABASE_URL: proxy.through(test.config.databaseUrl!),
    DATA_DIR: test.config.dataDir,
    PORT: "0",
    LOG_LEVEL: "debug",
  });
  url = await ready(server);
});
afterAll(async () => {
  server?.child.kill("SIGKILL");
  proxy?.close();
  await test.drop();
});

const status = async (path: string): Promise<number> => {
  const response = await fetch(url + path);
  await response.arrayBuffer();
  return response.status;
};
const health = async (): Promise<string> =>
  ((await (await fetch(`${url}/api/health`)).json()) as { status: string }).status;
const unknownName = (): string => `/api/areas?q=never-asked-${Math.random()}`;

it("answers from memory meanwhile, refuses the rest in time, and is well within seconds", async () => {
  const cached = "/api/values?indicator=mpi&period=2022&level=county";
  expect(await status(cached)).toBe(200);
  // Every connection of the pool is open, and is silent afterwards.
  await Promise.all(Array.from({ length: 20 }, () => status(unknownName())));
  proxy.swallow();
  const silentSince = performance.now();
  const asked = Array.from({ length: 12 }, () => status(unknownName()));
  await expect.poll(health, { timeout: 10_000 }).toBe("degraded");
  expect(await status(cached)).toBe(200);
  expect(new Set(await Promise.all(asked))).toEqual(new Set([503]));
  expect(performance.now() - silentSince).toBeLessThan(30_000);
  await sleep(Math.max(0, SILENT_MS - (performance.now() - silentSince)));

  restoredAt = new Date();
  proxy.restore();
  await expect.poll(health, { timeout: HEAL_MS }).toBe("ok");
  expect(await status(unknownName())).toBe(200);
}, 60_000);

it("listens for releases on a connection that was made afterwards", async () => {
  const listening = async () =>
    (
      await test.database.pool.query(
        "select from pg_stat_activity where application_name = 'village-lens releases' and backend_start > $1",
        [restoredAt],
      )
    ).rowCount;
  await expect.poll(listening, { timeout: 15_000 }).toBe(1);
});

it("ends on SIGTERM while the database is silent", async () => {
  proxy.swallow();
  const asked = status(unknownName()).catch(() => 0);
  await sleep(500);
  const stopped = performance.now();
  server.child.kill("SIGTERM");
  const { stderr } = await server.finished;
  expect(performance.now() - stopped, stderr.slice(-2000)).toBeLessThan(2 * STOP_MS);
  expect([0, 503]).toContain(await asked);
}, 60_000);
