// Several clients of one database: nobody sees or disturbs what another one has not committed.

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isDatabaseUnavailable, keepsStatements, openDatabase } from "#sql/connect";
import { DATABASES, type TestDatabase } from "./databases.ts";

describe.each(DATABASES)("clients ($name)", ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
    await test.database.knex.raw("create table public.line (n int8)");
  });
  afterAll(() => test?.drop());

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: test.database.connectionString });
    await client.connect();
    client.on("error", () => undefined);
    return client;
  };
  const count = async (): Promise<number> =>
    (await test.database.pool.query<{ n: number }>("select count(*) as n from public.line")).rows[0]!.n;

  it("reports its version", () => {
    expect(test.database.version).toMatch(/^PostgreSQL 1\d\.\d+.*, PostGIS 3\.\d/);
  });

  it("reads int8 as a number and refuses what a number cannot hold", async () => {
    const { pool, knex } = test.database;
    expect((await pool.query("select 9007199254740991::int8 as n")).rows).toEqual([{ n: 9007199254740991 }]);
    expect((await knex.raw("select 12::int8 as n")).rows).toEqual([{ n: 12 }]);
    await expect(pool.query("select 9007199254740993::int8 as n")).rejects.toThrow(/beyond 2\^53/);
  });

  it("names statements only where every connection has a backend of its own", async () => {
    const { pool, mode } = test.database;
    await pool.query("select");
    expect(keepsStatements(pool)).toBe(mode === "native");
  });

  it("keeps the parameters of statements apart that run at the same time", async () => {
    const clients = await Promise.all([connect(), connect(), connect()]);
    // A megabyte each: a series that arrives in many pieces is where those of two clients could mix.
    const answers = await Promise.all(
      clients.map(async (client, c) => {
        const out: unknown[] = [];
        for (let i = 0; i < 20; i++) {
          const text = `select $1::int * 1000 + $2::int as n, length($3) as size, 'client ${c}' as who`;
          out.push((await client.query(text, [c, i, "x".repeat(1_000_000 + c)])).rows[0]);
        }
        return out;
      }),
    );
    expect(answers).toEqual(
      clients.map((_, c) =>
        Array.from({ length: 20 }, (_, i) => ({ n: c * 1000 + i, size: 1_000_000 + c, who: `client ${c}` })),
      ),
    );
    await Promise.all(clients.map((client) => client.end()));
  });

  it("shows a transaction to others only when it is committed", async () => {
    const [writer, reader] = await Promise.all([connect(), connect()]);
    const before = await count();
    await writer.query("begin");
    await writer.query("insert into public.line values (1)");
    // Embedded, the reader's answer comes after the commit; native, at once. Neither sees half of it.
    const during = reader.query<{ n: string }>("select count(*) as n from public.line");
    await writer.query("insert into public.line values (2)");
    await writer.query("commit");
    expect([before, before + 2]).toContain(Number((await during).rows[0]!.n));
    expect(await count()).toBe(before + 2);
    await Promise.all([writer.end(), reader.end()]);
  });

  it("lets a client connect at once while another one's transaction is open", async () => {
    const writer = await connect();
    await writer.query("begin; set local application_name = 'open'");
    const late = await connect();
    // Still the same transaction, which nothing ended meanwhile.
    expect((await writer.query("show application_name")).rows).toEqual([{ application_name: "open" }]);
    await writer.query("rollback");
    await Promise.all([writer.end(), late.end()]);
  });

  it("rolls back the transaction of a client that is gone, and the others go on", async () => {
    const before = await count();
    const client = await connect();
    await client.query("begin");
    await client.query("insert into public.line values (3)");
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    expect(await count()).toBe(before);
    await test.database.knex.raw("insert into public.line values (4)");
    expect(await count()).toBe(before + 1);
  });

  it("goes on after an error in a transaction and in a series of statements", async () => {
    const { knex } = test.database;
    const before = await count();
    await expect(
      knex.transaction(async (trx) => {
        await trx.raw("insert into public.line values (5)");
        await trx.raw("select ?::int / 0", [1]);
      }),
    ).rejects.toThrow(/division by zero/);
    expect(await count()).toBe(before);
  });

  it("carries 20 MB there and back", async () => {
    const big = Buffer.alloc(20 << 20);
    for (let i = 0; i < big.length; i += 4) big.writeUInt32LE((i * 2654435761) >>> 0, i);
    const { rows } = await test.database.pool.query<{ big: Buffer }>("select $1::bytea as big", [big]);
    expect(rows[0]!.big.equals(big)).toBe(true);
  });

  it("inserts ten thousand rows from arrays in one statement", async () => {
    const before = await count();
    const numbers = Array.from({ length: 10_000 }, (_, i) => i);
    await test.database.pool.query("insert into public.line select unnest($1::int8[])", [numbers]);
    expect(await count()).toBe(before + 10_000);
  });

  it("finds the data again after a restart", async () => {
    const before = await count();
    await test.database.close();
    test = { ...test, database: await openDatabase(test.config) };
    expect(await count()).toBe(before);
    const { database, drop } = test;
    test.drop = async () => {
      await database.close();
      await drop();
    };
  });
});

describe("isDatabaseUnavailable", () => {
  it("knows a refused connection, through pool and knex, from a wrong query", async () => {
    const nobody = openDatabase({ databaseUrl: "postgresql://postgres@127.0.0.1:1/none", dataDir: "" });
    const refused = await nobody.catch((error: unknown) => error);
    expect(isDatabaseUnavailable(refused), String(refused)).toBe(true);
    expect(isDatabaseUnavailable(new Error("relation does not exist"))).toBe(false);
    expect(isDatabaseUnavailable(Object.assign(new Error("x"), { code: "42P01" }))).toBe(false);
    expect(isDatabaseUnavailable(Object.assign(new Error("x"), { code: "57P01" }))).toBe(true);
    expect(isDatabaseUnavailable("text")).toBe(false);
  });
});
