// Limits of time: a statement, an open transaction, a backend that hangs. What is ended tells why, and all others go on.

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "#sql/connect";
import { openReads } from "#sql/reader_pool";
import { DATABASES, type TestDatabase } from "./databases.ts";

const TIMEOUTS = { readMs: 1_500, workMs: 4_000, idleMs: 1_000 };
const FOR_EVER = "select count(*) from generate_series(1, 100000000000)";
const QUERY_CANCELED = "57014";
/** A busy machine starts the embedded database within. */
const RESTART = { timeout: 60_000 };

describe.each(DATABASES)("limits of time ($name)", ({ name, open }) => {
  let test: TestDatabase;
  let database: Database;
  const lastWords: string[] = [];
  let workTookMs = 0;
  beforeAll(async () => {
    test = await open();
    await test.database.close();
    database = await openDatabase(
      { ...test.config, timeouts: TIMEOUTS },
      { onRestart: (words) => void lastWords.push(words) },
    );
  });
  afterAll(async () => {
    await database?.close();
    await test.drop();
  });

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: database.connectionString });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  };
  const goesOn = (): Promise<unknown> =>
    expect
      .poll(
        () =>
          database.knex.raw("select 1 as one").then(
            () => "goes on",
            (error: unknown) => String(error),
          ),
        RESTART,
      )
      .toBe("goes on");

  it("ends a statement of work that takes too long, and serves on", async () => {
    const begun = performance.now();
    await expect(database.knex.raw(FOR_EVER)).rejects.toMatchObject({ code: QUERY_CANCELED });
    workTookMs = performance.now() - begun;
    expect(workTookMs).toBeGreaterThan(TIMEOUTS.workMs - 50);
    await goesOn();
    expect(lastWords.map((words) => words.replace(/^.*: /, ""))).toEqual(
      name === "native" ? [] : ["select count(*) from generate_series(…, …)"],
    );
  });

  it("ends a statement of an answer sooner", async () => {
    const reads = await openReads(database);
    const begun = performance.now();
    await expect(reads.pool.query(FOR_EVER)).rejects.toMatchObject({ code: QUERY_CANCELED });
    // Both end later on a busy machine.
    expect(performance.now() - begun).toBeLessThan(workTookMs);
    await reads.close();
    await goesOn();
  });

  it("rolls back a transaction in which nothing is asked", async () => {
    const client = await connect();
    // A client of the socket that says nothing of its own has the limits of the embedded database.
    if (name === "native") await client.query(`set idle_in_transaction_session_timeout = ${TIMEOUTS.idleMs}`);
    await client.query("begin; create table public.half_done (n int)");
    const ended = new Promise<Error>((resolve) => client.once("error", resolve));
    await goesOn();
    expect(await ended).toMatchObject({ code: "25P03" });
    const { rows } = await database.knex.raw<{ rows: { half: string | null }[] }>(
      "select to_regclass('public.half_done') as half",
    );
    expect(rows[0]!.half).toBeNull();
  });

  it("ends a transaction of its own pools that is left open", async () => {
    const client = await database.pool.connect();
    const ended = new Promise<Error>((resolve) => client.once("error", resolve));
    await client.query("begin; create table public.half_done (n int)");
    expect(await ended).toMatchObject({ code: "25P03" });
    client.release(true);
    await goesOn();
  });

  it.runIf(name === "embedded")(
    "starts a backend anew that was ended by a statement, and keeps what was committed",
    async () => {
      await database.knex.raw("create table public.kept as select 42 as n");
      const client = new pg.Client({
        connectionString: database.connectionString,
        options: "-c statement_timeout=0",
      });
      client.on("error", () => undefined);
      await client.connect();
      const before = database.childPid();
      lastWords.length = 0;
      await expect(client.query("copy (select 'secret') to program 'cat > /dev/null'")).rejects.toThrow(
        "a statement ended the backend: copy (select …) to program …; the database is started anew",
      );
      await goesOn();
      expect(lastWords).toEqual(["a statement ended the backend: copy (select …) to program …"]);
      expect(database.childPid()).not.toBe(before);
      expect((await database.knex.raw("select n from public.kept")).rows).toEqual([{ n: 42 }]);
    },
  );
});
