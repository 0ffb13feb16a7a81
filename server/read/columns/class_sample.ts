// The values that class breaks are made from: of one column, of all periods, or of all levels and periods; inside one area or everywhere.

import { extent } from "d3-array";
import type { ClassScope } from "#domain/classes";
import { parseColumnPeriod } from "#domain/column_id";
import { HAS_VALUE } from "#domain/missing";
import type { IdxRange } from "#server/read/areas/area_index";
import { findRange } from "#server/read/areas/area_range";
import type { PlacedArea } from "#server/read/areas/area_rows";
import { findColumn, readEstimates } from "./derived.ts";
import { reliabilityAt, valueAt } from "./estimate.ts";
import type { ColumnEntry } from "./column_entry.ts";
import type { Release } from "#server/read/release";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";

/** The values of the areas of a range, by idx, without the missing and those that are not `isWanted`. */
export function presentValues(
  column: ExactColumn,
  { first, last }: IdxRange = { first: 0, last: column.status.length - 1 },
  isWanted: (idx: number) => boolean = () => true,
): number[] {
  const values: number[] = [];
  for (let idx = first; idx <= last; idx++)
    if (column.status[idx] === HAS_VALUE && isWanted(idx)) values.push(valueAt(column, idx));
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
  /** Without the changes whose interval holds 0, which belong to neither side; all of them for a full count. */
  readonly sure: readonly number[];
  readonly levels: readonly string[];
  readonly periods: readonly string[];
}

/** The levels below that of an area, or all of them. */
function levelsInside(release: Release, within: PlacedArea | null): string[] {
  const levels = release.catalog.levels.map(({ id }) => id);
  return within ? levels.slice(levels.indexOf(within.detail.level) + 1) : levels;
}

/**
 * Reads what the breaks of a column are made from, inside an area where one is given. A change or a reliability belongs to its own
 * period alone.
 */
export async function readClassSample(
  store: Store,
  release: Release,
  { level, indicator, period }: ColumnEntry,
  scope: ClassScope,
  within: PlacedArea | null = null,
): Promise<ClassSample> {
  const { from, isReliability } = parseColumnPeriod(period)!;
  const isPlain = from === null && !isReliability;
  const levels = scope === "levels" ? levelsInside(release, within) : [level];
  const periods = scope === "period" || !isPlain ? [period] : release.indicator(indicator).periods;
  const pool: number[][] = [];
  const surePool: number[][] = [];
  for (const name of levels) {
    const range = within ? await findRange(store, release, name, within.detail.code) : undefined;
    for (const at of periods) {
      const entry = findColumn(release, name, indicator, at);
      const column = await store.columns.exact(entry);
      pool.push(presentValues(column, range));
      const estimates =
        from === null || isReliability ? null : await readEstimates(store.columns, release, entry);
      if (estimates)
        surePool.push(presentValues(column, range, (idx) => reliabilityAt(estimates, idx) !== "unreliable"));
    }
  }
  const values = sampleOf(pool);
  return { values, sure: surePool.length > 0 ? sampleOf(surePool) : values, levels, periods };
}
