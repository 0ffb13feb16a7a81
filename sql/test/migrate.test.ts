// Migrations: forward only, once each, and nothing of the past may change.

import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "#sql/migrate";
import { DATABASES, type TestDatabase } from "./databases.ts";

const SQL = fileURLToPath(new URL("..", import.meta.url));

describe.each(DATABASES)("migrate ($name)", ({ open }) => {
  let test: TestDatabase;
  let directory: string;
  const inMigrations = (name: string): string => join(directory, "migrations", name);

  beforeAll(async () => {
    test = await open();
    directory = await mkdtemp(join(tmpdir(), "village-lens-sql-"));
    for (const folder of ["migrations", "functions"])
      await cp(join(SQL, folder), join(directory, folder), { recursive: true });
  });
  afterAll(async () => {
    await test?.drop();
    await rm(directory, { recursive: true, force: true });
  });

  it("applies nothing to a database that is up to date", async () => {
    expect(await migrate(test.database)).toEqual({ applied: [] });
  });

  it("applies a script of several statements, question marks included, in one transaction", async () => {
    await writeFile(
      inMigrations("9001_two.sql"),
      "create table public.two (a jsonb);\ncomment on table public.two is 'Is it ? \\? :here';\ninsert into public.two values ('{\"k\": 1}');",
    );
    expect(await migrate(test.database, directory)).toEqual({ applied: ["9001_two.sql"] });
    const { rows } = await test.database.knex.raw(
      "select obj_description('public.two'::regclass) as comment, (select count(*) from public.two where a \\? 'k') as n",
    );
    expect(rows).toEqual([{ comment: "Is it ? \\? :here", n: 1 }]);
  });

  it("leaves nothing of a script that fails, and names it", async () => {
    await writeFile(inMigrations("9002_bad.sql"), "create table public.half (a int); select 1 / 0;");
    await expect(migrate(test.database, directory)).rejects.toThrow(
      /migration 9002_bad\.sql: .*division by zero/,
    );
    const { rows } = await test.database.knex.raw("select to_regclass('public.half') as half");
    expect(rows).toEqual([{ half: null }]);
    await rm(inMigrations("9002_bad.sql"));
  });

  it("applies each script once when two migrate at a time", async () => {
    await writeFile(inMigrations("9003_once.sql"), "create table public.once (a int)");
    const both = await Promise.all([migrate(test.database, directory), migrate(test.database, directory)]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(["9003_once.sql"]);
  });

  it("applies a function again when its text changed", async () => {
    const path = join(directory, "functions", "public.answer.sql");
    const write = (n: number): Promise<void> =>
      writeFile(
        path,
        `create or replace function public.answer() returns int language sql as 'select ${n}';`,
      );
    await write(41);
    expect(await migrate(test.database, directory)).toEqual({ applied: ["public.answer.sql"] });
    await write(42);
    expect(await migrate(test.database, directory)).toEqual({ applied: ["public.answer.sql"] });
    expect((await test.database.knex.raw("select public.answer() as n")).rows).toEqual([{ n: 42 }]);
  });

  it("refuses a newer database, a changed file, a missing file and a late number by name", async () => {
    await expect(migrate(test.database)).rejects.toThrow(
      /newer than this code: it has migration 9001_two\.sql/,
    );
    await writeFile(inMigrations("9001_two.sql"), "select 1");
    await expect(migrate(test.database, directory)).rejects.toThrow(/9001_two\.sql was changed/);
    await rm(inMigrations("9001_two.sql"));
    await expect(migrate(test.database, directory)).rejects.toThrow(
      /9001_two\.sql was applied but its file is missing/,
    );
    await test.database.knex.raw("delete from schema_record.script where name = '9001_two.sql'");
    await writeFile(inMigrations("9000_late.sql"), "select 1");
    await expect(migrate(test.database, directory)).rejects.toThrow(
      /9000_late\.sql comes before 9003_once\.sql/,
    );
  });
});

describe.each(DATABASES)("the schema ($name)", ({ open }) => {
  it("has a comment on every schema, table and function", async () => {
    const { database, drop } = await open();
    const { rows } = await database.knex.raw<{ rows: { what: string }[] }>(`
      with own as (
        select oid, nspname from pg_namespace
        where nspname !~ '^(pg_|information_schema|public$|topology$|tiger)'
      )
      select 'schema ' || nspname as what from own where obj_description(oid, 'pg_namespace') is null
      union all
      select 'table ' || c.oid::regclass from pg_class c join own n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p') and obj_description(c.oid, 'pg_class') is null
      union all
      select 'function ' || p.oid::regprocedure from pg_proc p join own n on n.oid = p.pronamespace
      where obj_description(p.oid, 'pg_proc') is null`);
    await drop();
    expect(rows).toEqual([]);
    expect((await readdir(join(SQL, "migrations"))).length).toBeGreaterThan(0);
  });
});
