// A statement that ends the backend of the embedded database, which would answer nobody any more: the server serves on.

import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { ready, run, type Process } from "./processes.ts";
import { WITH_DEMO } from "./running.ts";

/** A busy machine starts the embedded database within. */
const RESTART = { timeout: 60_000 };

let test: TestDatabase;
let server: Process;
let url: string;

beforeAll(async () => {
  test = await DATABASES.find(({ name }) => name === "embedded")!.open(WITH_DEMO);
  await test.database.close();
  server = run("server/main.ts", [], { DATA_DIR: test.config.dataDir, PORT: "0" });
  url = await ready(server);
});
afterAll(async () => {
  server?.child.kill("SIGKILL");
  await server?.finished;
  await test.drop();
});

const status = async (path: string): Promise<number> => (await fetch(url + path)).status;
const health = async (): Promise<string> =>
  ((await (await fetch(`${url}/api/health`)).json()) as { status: string }).status;

it("is started anew with its last words in the log, and answers come again", async () => {
  const client = new pg.Client({
    host: join(test.config.dataDir, "run"),
    user: "postgres",
    database: "postgres",
  });
  client.on("error", () => undefined);
  await client.connect();
  await expect(client.query("copy (select 'a secret') to program 'cat > /dev/null'")).rejects.toThrow(
    "the database is started anew",
  );
  await expect.poll(() => status(`/api/areas?q=never-asked-${Math.random()}`), RESTART).toBe(200);
  await expect.poll(health, RESTART).toBe("ok");
  const lines = server.output.stderr.split("\n").filter((line) => line.includes("lastWords"));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    {
      level: 50,
      lastWords: "a statement ended the backend: copy (select …) to program …",
      msg: "the embedded database ended and is started anew",
    },
  ]);
  server.child.kill("SIGTERM");
  expect((await server.finished).status).toBe(0);
});
