// Releases made for a test or a benchmark, in which one column has a known value everywhere, and their removal.

import { randomUUID } from "node:crypto";
import type { ColumnEntry } from "#server/read/columns/column_entry";
import type { Database } from "#sql/connect";
import { unprotected } from "./unprotected.ts";

/** Content hashes of the columns made here begin with this. */
const MADE = "bench ";

/** Makes a draft of a release in which one column has `value` everywhere. */
export async function draftWith(
  { database, release }: { readonly database: Database; readonly release: { readonly number: number } },
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

/**
 * Removes every draft and published release that was made here, found by the name of its column, so that those of a failed
 * or killed run go too and the database is as it was.
 */
export async function removeMade({ database }: { readonly database: Database }): Promise<void> {
  await unprotected(
    database,
    `with made as (
            select distinct number from release.release join release.column on release = number
            where starts_with(release.column.content_hash, $1) and state in ('draft', 'published')),
          editions as (delete from release.public_edition where release in (select number from made)),
          columns as (delete from release.column where release in (select number from made)),
          lineage as (delete from release.lineage where release in (select number from made)),
          releases as (delete from release.release where number in (select number from made))
     delete from release.column_data data
     where (starts_with(content_hash, $1)
            or content_hash in (select content_hash from release.column where release in (select number from made)))
       and not exists (
       select from release.column
       where content_hash = data.content_hash and release not in (select number from made))`,
    [MADE],
  );
}
