// The values that class breaks are made from: of one column, of all periods, or of all levels and periods.

import { extent } from "d3-array";
import type { ClassScope } from "#domain/classes";
import { parseColumnPeriod } from "#domain/column_id";
import { HAS_VALUE } from "#domain/missing";
import { findColumn } from "./derived.ts";
import { valueAt } from "./estimate.ts";
import type { ColumnEntry } from "./column_entry.ts";
import type { Release } from "#server/read/release";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";

/** The values of a column, by idx, without the missing. */
export function presentValues(column: ExactColumn): number[] {
  const values: number[] = [];
  column.status.forEach((status, idx) => {
    if (status === HAS_VALUE) values.push(valueAt(column, idx));
  });
  return values;
}

/** More values than this are classed by an even sample, so that a country over many periods holds up nobody. */
const MOST_VALUES = 500_000;

/** All values of several columns, or every n-th of them with the least and the largest of each. */
export function sampleOf(pool: readonly (readonly number[])[], most = MOST_VALUES): number[] {
  const step = Math.ceil(pool.reduce((sum, { length }) => sum + length, 0) / most);
  if (step <= 1) return pool.flat();
  return pool.flatMap((values) => [
    ...values.filter((_, i) => i % step === 0),
    ...extent(values).filter((end) => end !== undefined),
  ]);
}

export interface ClassSample {
  readonly values: readonly number[];
  readonly levels: readonly string[];
  readonly periods: readonly string[];
}

/** Reads what the breaks of a column are made from. A change or a reliability belongs to its own period alone. */
export async function readClassSample(
  store: Store,
  release: Release,
  { level, indicator, period }: ColumnEntry,
  scope: ClassScope,
): Promise<ClassSample> {
  const { from, isReliability } = parseColumnPeriod(period)!;
  const isPlain = from === null && !isReliability;
  const levels = scope === "levels" ? release.catalog.levels.map(({ id }) => id) : [level];
  const periods = scope === "period" || !isPlain ? [period] : release.indicator(indicator).periods;
  const pool: number[][] = [];
  for (const name of levels)
    for (const at of periods)
      pool.push(presentValues(await store.columns.exact(findColumn(release, name, indicator, at))));
  return { values: sampleOf(pool), levels, periods };
}
