// Drafts in which one column has a known value everywhere, and whether a tile shows it.

import { randomUUID } from "node:crypto";
import type { ColumnEntry } from "../read/release.ts";
import { valuesOf } from "./decode.ts";
import type { Territory } from "./territory.ts";

/** What names of columns that are made here begin with. */
const MADE = "bench ";

/** Makes a draft in which one column has another value everywhere. */
export async function draftWith(
  { database, release }: Territory,
  { level, indicator, period, contentHash }: ColumnEntry,
  value: number,
): Promise<void> {
  const hash = `${MADE}${randomUUID()}`;
  const { n } = (
    await database.pool.query<{ n: number }>("select n from release.column_data where content_hash = $1", [
      contentHash,
    ])
  ).rows[0]!;
  await database.pool.query(
    `insert into release.column_data (content_hash, n, numerator, denominator, value, status, covered)
     select $2, n, numerator, denominator, $3, $4, covered from release.column_data where content_hash = $1`,
    [contentHash, hash, Buffer.from(new Float32Array(n).fill(value).buffer), Buffer.alloc(n)],
  );
  await database.pool.query(
    `with draft as (
       insert into release.release (state, boundary_version, catalog, created_by)
       select 'draft', boundary_version, catalog, 'bench' from release.release where number = $1 returning number
     )
     insert into release.column (release, edition, level, indicator, period, content_hash, statistics)
     select draft.number, edition, level, indicator, period,
            case when (level, indicator, period) = ($2, $3, $4) then $5 else content_hash end, statistics
     from release.column, draft where release = $1`,
    [release.number, level, indicator, period, hash],
  );
}

/** Removes releases that were made of drafts with other values, so that the database is as it was. */
export async function removeReleases({ database }: Territory, numbers: readonly number[]): Promise<void> {
  const { rows } = await database.pool.query<{ hash: string }>(
    "delete from release.column where release = any($1) returning content_hash as hash",
    [numbers],
  );
  await database.pool.query("delete from release.release where number = any($1)", [numbers]);
  await database.pool.query(
    `delete from release.column_data where content_hash = any($1) and starts_with(content_hash, $2)`,
    [[...new Set(rows.map(({ hash }) => hash))], MADE],
  );
}

/** Throws unless every area of a tile has the value. */
export function checkTile(gzip: Buffer, level: string, value: number): void {
  const wrong = [...valuesOf(gzip, level)].find(([, shown]) => shown !== value);
  if (wrong) throw new Error(`area ${wrong[0]} shows ${wrong[1]} after ${value} was published`);
}
