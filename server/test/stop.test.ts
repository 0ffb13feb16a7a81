// A server that is told to stop finishes what it has begun; one that is open to others says so.

import { Agent, request } from "node:http";
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
  const { status, stdout } = await server.finished;
  // It would end with 1 if it had not stopped in time.
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ready http:\/\/0\.0\.0\.0:\d+\n$/);
});

it("fails no request of a client that turns to a second server when it is told to stop under load", async () => {
  const { databaseUrl, dataDir } = test.config;
  const environment = { DATABASE_URL: databaseUrl!, DATA_DIR: dataDir, PORT: "0" };
  const servers = [run("server/main.ts", [], environment), run("server/main.ts", [], environment)];
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  try {
    const urls = await Promise.all(servers.map(ready));
    const failed: string[] = [];
    let answered = 0;
    let first = 0;
    const load = { isOn: true };
    const get = (base: string, path: string): Promise<number> =>
      new Promise((resolve, reject) => {
        request(base + path, { agent }, (response) => {
          response.resume();
          response.once("end", () => resolve(response.statusCode!));
          // An answer that has begun is not asked for again.
          response.once("error", ({ message }) => reject(new Error(`cut short: ${message}`)));
        })
          .once("error", reject)
          .end();
      });
    /** As nginx does: the other server where this one takes no connection, or ends one before it has answered a GET. */
    const ask = async (path: string): Promise<number> => {
      try {
        return await get(urls[first]!, path);
      } catch (error) {
        if (!["ECONNREFUSED", "ECONNRESET"].includes((error as NodeJS.ErrnoException).code!)) throw error;
        first = 1;
        return get(urls[1]!, path);
      }
    };
    const worker = async (own: number): Promise<void> => {
      for (let round = 0; load.isOn; round++) {
        const path = `/api/values?indicator=mpi&period=${2014 + (round % 9)}&level=${own % 2 ? "village" : "county"}`;
        const status = await ask(path).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
        if (status === 200) answered++;
        else failed.push(`${status} ${path}`);
      }
    };
    const workers = Array.from({ length: 16 }, (_, own) => worker(own));
    await expect.poll(() => answered).toBeGreaterThan(200);
    servers[0]!.child.kill("SIGTERM");
    expect(await servers[0]!.finished).toMatchObject({ status: 0 });
    const before = answered;
    await expect.poll(() => answered).toBeGreaterThan(before + 100);
    load.isOn = false;
    await Promise.all(workers);
    expect(failed).toEqual([]);
    expect(first).toBe(1);
  } finally {
    agent.destroy();
    for (const { child } of servers) child.kill("SIGKILL");
  }
});
