// Reads a few neighbouring areas out of many columns at once, without loading the columns.

import type { Release } from "#server/read/release";
import type { IdxRange } from "#server/read/areas/area_index";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";
import { decodeArray } from "#server/column_store/column_bytes";

export interface Slice extends ExactColumn {
  readonly indicator: string;
  readonly period: string;
}

/** Which columns: of one period or some, of some indicators; null for all. */
export interface ColumnChoice {
  readonly periods: readonly string[] | null;
  readonly indicators?: readonly string[];
}

/** The areas of `range` in the columns of a level. */
export async function readSlices(
  store: Store,
  release: Release,
  level: string,
  range: IdxRange,
  { periods, indicators }: ColumnChoice,
): Promise<Slice[]> {
  const count = range.last - range.first + 1;
  const rows = await store.rows<{
    indicator: string;
    period: string;
    numerator: Buffer;
    denominator: Buffer | null;
    status: Buffer;
    covered: Buffer;
  }>(
    `select c.indicator, c.period,
            substring(d.numerator from $4::int * 8 + 1 for $5::int * 8) as numerator,
            substring(d.denominator from $4::int * 8 + 1 for $5::int * 8) as denominator,
            substring(d.status from $4::int + 1 for $5::int) as status,
            substring(d.covered from $4::int * 4 + 1 for $5::int * 4) as covered
     from release.column c join release.column_data d on d.content_hash = c.content_hash
     where c.release = $1 and c.edition = $6 and c.level = $2
       and ($3::text[] is null or c.period = any($3)) and ($7::text[] is null or c.indicator = any($7))`,
    [release.number, level, periods, range.first, count, release.edition, indicators ?? null],
  );
  return rows.map((row) => ({
    indicator: row.indicator,
    period: row.period,
    numerator: decodeArray(row.numerator, Float64Array),
    denominator: row.denominator && decodeArray(row.denominator, Float64Array),
    status: decodeArray(row.status, Uint8Array),
    covered: decodeArray(row.covered, Float32Array),
  }));
}
