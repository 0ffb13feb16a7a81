// A database that takes no writes, as after a failover: what is published is served, and every command says what it needs.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { wordsOf } from "#server/portal/view";
import { WITH_DEMO } from "./running.ts";
import { ready, run, type Process } from "./processes.ts";

const { reports } = wordsOf("en");
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

  it("says that it takes no writes before and after somebody tries", async () => {
    expect(await (await fetch(`${base}/api/writes`)).json()).toEqual({ areTaken: false });
    const body = { name: "A", release: 1, question: { area: "99", minutes: 20, sites: 1 } };
    const answer = await fetch(`${base}/api/planning/scenarios`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await answer.json()).toMatchObject({ title: "database read-only" });
    const listed = (await (await fetch(`${base}/api/areas?level=county`)).json()) as {
      areas: { code: string }[];
    };
    const area = listed.areas[0]!.code;
    const form = new FormData();
    for (const [name, value] of Object.entries({ area, about: "place:water", words: "none here" }))
      form.append(name, value);
    const sent = await fetch(`${base}/open/en/report`, { method: "POST", body: form });
    expect(sent.status).toBe(503);
    const page = await sent.text();
    expect(page).toContain(reports.away);
    expect(page).toContain("none here");
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
