// Brings a database to the schema of this code: migrations forward only, functions whole.

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Knex } from "knex";
import type pg from "pg";
import { isReadOnly } from "./read_only.ts";
import type { Database } from "./connect.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const MIGRATION_NAME = /^\d{4}_\w+\.sql$/;
const FUNCTION_NAME = /^\w+\.\w+\.sql$/;
/** Key of the advisory lock: "lens" in ASCII. */
const LOCK = 0x6c656e73;

/** The database and the code do not belong together; the message names the way out. */
class MigrationError extends Error {
  override readonly name = "MigrationError";
}

interface Script {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

async function readScripts(directory: string, pattern: RegExp): Promise<Script[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      if (!pattern.test(name)) throw new MigrationError(`${name}: expected a name like ${pattern.source}`);
      const sql = await readFile(join(directory, name), "utf8");
      return { name, sql, hash: createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex") };
    }),
  );
}

const CREATE_RECORD = `
  create schema if not exists schema_record;
  comment on schema schema_record is 'Which scripts made this database';
  create table if not exists schema_record.script (
    kind text not null check (kind in ('migration', 'function')),
    name text not null,
    hash text not null,
    applied_at timestamptz not null default now(),
    primary key (kind, name)
  );
  comment on table schema_record.script is 'Migrations as they were applied, and the present text of each function, by SHA-256 of the file';
`;

type Recorded = Map<string, string>;

async function recorded(trx: Knex.Transaction, kind: string): Promise<Recorded> {
  const { rows } = await trx.raw<{ rows: { name: string; hash: string }[] }>(
    "select name, hash from schema_record.script where kind = ?",
    [kind],
  );
  return new Map(rows.map((row) => [row.name, row.hash]));
}

/** Refuses a history that is not the beginning of the files. */
function checkHistory(files: readonly Script[], applied: Recorded): void {
  const last = files.at(-1)?.name ?? "";
  for (const [name, hash] of applied) {
    const file = files.find((script) => script.name === name);
    if (!file && name > last)
      throw new MigrationError(
        `database is newer than this code: it has migration ${name}, the code ends at ${last}; update the code`,
      );
    if (!file) throw new MigrationError(`migration ${name} was applied but its file is missing: restore it`);
    if (file.hash !== hash)
      throw new MigrationError(
        `migration ${name} was changed after it was applied: restore it and write a new migration`,
      );
  }
  const newest = [...applied.keys()].sort().at(-1) ?? "";
  const late = files.find((file) => !applied.has(file.name) && file.name < newest);
  if (late)
    throw new MigrationError(
      `migration ${late.name} comes before ${newest}, which is already applied: give it a higher number`,
    );
}

/**
 * Applies what is new in `directory`'s `migrations` and `functions`, each script in a transaction of its own; returns their names.
 * Throws `MigrationError` when an applied migration was changed or is missing, and when the database is newer than the code.
 */
export async function migrate(
  database: Pick<Database, "knex">,
  directory: string = HERE,
): Promise<{ applied: string[] }> {
  const migrations = await readScripts(join(directory, "migrations"), MIGRATION_NAME);
  const functions = await readScripts(join(directory, "functions"), FUNCTION_NAME);
  const applied: string[] = [];

  /** One step under a lock that ends with the transaction, so that it holds through PgBouncer and in the shared embedded session. */
  const locked = <T>(step: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
    database.knex.transaction(async (trx) => {
      await trx.raw("select pg_advisory_xact_lock(?)", [LOCK]);
      return step(trx);
    });
  const apply = async (trx: Knex.Transaction, kind: string, { name, sql, hash }: Script): Promise<true> => {
    await runScript(trx, sql).catch((error: Error) => {
      throw new Error(`${kind} ${name}: ${error.message}`, { cause: error });
    });
    await trx.raw(
      "insert into schema_record.script (kind, name, hash) values (?, ?, ?) on conflict (kind, name) do update set hash = excluded.hash, applied_at = now()",
      [kind, name, hash],
    );
    applied.push(name);
    return true;
  };

  if (await isReadOnly(database.knex)) {
    await checkComplete(database, migrations, functions);
    return { applied };
  }
  await locked((trx) => runScript(trx, CREATE_RECORD));
  const nextMigration = async (trx: Knex.Transaction): Promise<boolean> => {
    const done = await recorded(trx, "migration");
    checkHistory(migrations, done);
    const next = migrations.find((file) => !done.has(file.name));
    return next ? apply(trx, "migration", next) : false;
  };
  while (await locked(nextMigration));

  await locked(async (trx) => {
    const done = await recorded(trx, "function");
    for (const file of functions) if (done.get(file.name) !== file.hash) await apply(trx, "function", file);
  });
  return { applied };
}

/** Throws where a database that takes no writes lacks something that this code needs. */
async function checkComplete(
  { knex }: Pick<Database, "knex">,
  migrations: readonly Script[],
  functions: readonly Script[],
): Promise<void> {
  const missing = await knex.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { known: boolean }[] }>(
      "select to_regclass('schema_record.script') is not null as known",
    );
    if (!rows[0]!.known) return migrations[0]?.name;
    const done = await recorded(trx, "migration");
    checkHistory(migrations, done);
    const present = await recorded(trx, "function");
    return (
      migrations.find(({ name }) => !done.has(name)) ??
      functions.find(({ name, hash }) => present.get(name) !== hash)
    )?.name;
  });
  if (missing !== undefined)
    throw new MigrationError(
      `the database is read-only and lacks ${missing}: start once on one that takes writes, the primary`,
    );
}

/** Runs a script as it is by the simple protocol: `knex.raw` would read every `?` in it as a binding. */
async function runScript(trx: Knex.Transaction, sql: string): Promise<void> {
  const connection = (await trx.client.acquireConnection()) as pg.Client;
  await connection.query(sql);
}
