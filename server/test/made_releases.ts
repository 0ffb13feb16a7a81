// Releases made for a test or a benchmark, in which one column has a known value everywhere, and their removal.

import { COLUMN_HASH_SQL } from "#server/column_store/column_hash";
import type { ColumnEntry } from "#server/read/columns/column_entry";
import type { Database } from "#sql/connect";
import { unprotected } from "./unprotected.ts";

/** Who made the releases that are made here. */
const MADE = "test or benchmark";

/** Makes a draft of a release in which one column has `value` everywhere. */
export async function draftWith(
  { database, release }: { readonly database: Database; readonly release: { readonly number: number } },
  { level, indicator, period, contentHash }: ColumnEntry,
  value: number,
): Promise<void> {
  const { n } = (
    await database.pool.query<{ n: number }>("select n from release.column_data where content_hash = $1", [
      contentHash,
    ])
  ).rows[0]!;
  await database.pool.query(
    `with made as (
       select *, ${COLUMN_HASH_SQL} as hash from (
         select n, numerator, denominator, $5::bytea as value, $6::bytea as status, covered
         from release.column_data where content_hash = $7) changed
     ), data as (
       insert into release.column_data (content_hash, n, numerator, denominator, value, status, covered)
       select hash, n, numerator, denominator, value, status, covered from made on conflict do nothing
     ), draft as (
       insert into release.release (state, boundary_version, catalog, created_by)
       select 'draft', boundary_version, catalog, '${MADE}' from release.release where number = $1 returning number
     )
     insert into release.column (release, edition, level, indicator, period, content_hash, statistics)
     select draft.number, edition, level, indicator, period,
            case when (level, indicator, period) = ($2, $3, $4) then hash else content_hash end, statistics
     from release.column, draft, made where release = $1`,
    [
      release.number,
      level,
      indicator,
      period,
      Buffer.from(new Float32Array(n).fill(value).buffer),
      Buffer.alloc(n),
      contentHash,
    ],
  );
}

/**
 * Removes every draft and published release that was made here, so that those of a failed or killed run go too and the database is as it was.
 */
export async function removeMade({ database }: { readonly database: Database }): Promise<void> {
  await unprotected(
    database,
    `with made as (
            select number from release.release where created_by = $1 and state in ('draft', 'published')),
          editions as (delete from release.public_edition where release in (select number from made)),
          columns as (delete from release.column where release in (select number from made)),
          lineage as (delete from release.lineage where release in (select number from made)),
          releases as (delete from release.release where number in (select number from made))
     delete from release.column_data data
     where content_hash in (select content_hash from release.column where release in (select number from made))
       and not exists (
       select from release.column
       where content_hash = data.content_hash and release not in (select number from made))`,
    [MADE],
  );
}
