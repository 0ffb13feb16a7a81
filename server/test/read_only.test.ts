// A database that takes no writes, as after a failover: what is published is served, and every command says what it needs.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { WITH_DEMO } from "./running.ts";
import { ready, run, type Process } from "./processes.ts";

const NATIVE = DATABASES.filter(({ name }) => name === "native");

describe.each(NATIVE)("a read-only database ($name)", (kind) => {
  let test: TestDatabase;
  let environment: Record<string, string>;
  let server: Process;
  let base: string;
  beforeAll(async () => {
    test = await kind.open(WITH_DEMO);
    const url = `${test.config.databaseUrl}?options=${encodeURIComponent("-c default_transaction_read_only=on")}`;
    environment = { DATA_DIR: test.config.dataDir, DATABASE_URL: url, PORT: "0" };
    server = run("server/main.ts", [], environment);
    base = await ready(server);
  });
  afterAll(async () => {
    server.child.kill("SIGTERM");
    await server.finished;
    await test.drop();
  });

  it("is served as it is", async () => {
    expect(await (await fetch(`${base}/ready`)).json()).toEqual({ status: "ready", release: 1 });
    expect((await fetch(`${base}/api/values?indicator=mpi&period=2022&level=county`)).status).toBe(200);
  });

  it.each([
    ["seed", "--villages", "300"],
    ["withdraw", "1"],
  ])("is not written to by %s, which says so", async (...words) => {
    const { status, stderr } = await run("server/cli/lens.ts", words, environment).finished;
    expect(status).toBe(1);
    expect(stderr).toContain("the database takes no writes");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("is refused where it lacks a migration, by the name of that", async () => {
    await test.database.knex.raw(
      "delete from schema_record.script where name = (select max(name) from schema_record.script where kind = 'migration')",
    );
    const database = await openDatabase({ ...test.config, databaseUrl: environment["DATABASE_URL"]! });
    await expect(migrate(database)).rejects.toThrow(/read-only and lacks \d{4}_\w+\.sql/);
    await database.close();
  });
});
