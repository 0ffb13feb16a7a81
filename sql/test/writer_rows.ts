// The rows of the program that the tests kill: numbered, and long enough to be torn.

import type { Database } from "#sql/connect";

const PADDING = "repeat('x', 3000)";

/** Makes the table of the rows where there is none. */
export const makeRows = (database: Database): Promise<unknown> =>
  database.knex.raw("create table if not exists public.acknowledged (n int primary key, padding text)");

/** Commits the row of a number. */
export const writeRow = (database: Database, n: number): Promise<unknown> =>
  database.knex.raw(`insert into public.acknowledged values (?, ${PADDING})`, [n]).then();

/** The numbers of the rows that are there whole. */
export async function intactRows(database: Database): Promise<Set<number>> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select n from public.acknowledged where padding = ${PADDING}`,
  );
  return new Set(rows.map(({ n }) => n));
}
