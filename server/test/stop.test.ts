// A server that is told to stop finishes what it has begun; one that is open to others says so.

import { afterAll, beforeAll, expect, it } from "vitest";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { ready, run, type Process } from "./processes.ts";
import { WITH_DEMO } from "./running.ts";

let test: TestDatabase;
let server: Process;
let url: string;

beforeAll(async () => {
  test = await DATABASES.find(({ name }) => name === "native")!.open(WITH_DEMO);
  const { databaseUrl, dataDir } = test.config;
  server = run("server/main.ts", [], {
    DATABASE_URL: databaseUrl!,
    DATA_DIR: dataDir,
    PORT: "0",
    HOST: "0.0.0.0",
  });
  url = (await ready(server)).replace("0.0.0.0", "127.0.0.1");
});
afterAll(async () => {
  server?.child.kill("SIGKILL");
  await test.drop();
});

it("warns when it listens to more than this machine", () => {
  const warnings = server.output.stderr.split("\n").filter((line) => line.includes('"host":"0.0.0.0"'));
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("there is no log-in");
});

it("finishes a slow request after SIGTERM, takes no new one and ends with 0", async () => {
  const client = await test.database.pool.connect();
  try {
    await client.query("begin; lock table geo.area in access exclusive mode");
    const slow = fetch(`${url}/api/areas?q=a`);
    await expect
      .poll(
        async () =>
          (await client.query("select from pg_locks where not granted and relation = 'geo.area'::regclass"))
            .rowCount,
      )
      .toBeGreaterThan(0);
    server.child.kill("SIGTERM");
    await expect.poll(() => server.output.stderr).toContain('"msg":"stopping"');
    await expect
      .poll(() => fetch(`${url}/api/health`).then(({ status }) => status, String))
      .toBe("TypeError: fetch failed");
    expect(server.child.exitCode).toBeNull();
    await client.query("commit");
    const response = await slow;
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ release: 1 });
  } finally {
    client.release();
  }
  const released = performance.now();
  const { status, stdout } = await server.finished;
  expect(status).toBe(0);
  expect(performance.now() - released).toBeLessThan(2_000);
  expect(stdout).toMatch(/^ready http:\/\/0\.0\.0\.0:\d+\n$/);
});
