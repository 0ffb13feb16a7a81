// SQL on the primary database, through knex: `?` for every value.

import type { Knex } from "knex";

/** Runs one statement, in a transaction when `db` is one, and returns its rows. */
export async function query<T>(db: Knex, sql: string, bindings: readonly unknown[] = []): Promise<T[]> {
  const { rows } = await db.raw<{ rows: T[] }>(sql, bindings as Knex.RawBinding[]);
  return rows;
}
