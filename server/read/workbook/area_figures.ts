// The figures of a workbook's areas in one column, over the levels that they are of.

import { parseColumnPeriod } from "#domain/column_id";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { isComparable } from "#domain/indicator";
import { findColumn, readEstimates } from "#server/read/columns/derived";
import { valueAt } from "#server/read/columns/estimate";
import { nearestEntry } from "#server/read/columns/nearest_entry";
import { rankRanges, type RankRange } from "#server/read/columns/rank";
import {
  coverageOf,
  estimateFields,
  valueFieldsAt,
  type EstimateFields,
  type ValueFields,
} from "#server/read/columns/value";
import type { WorkbookArea, WorkbookSource } from "./workbook_areas.ts";

export interface AreaFigure extends ValueFields, EstimateFields, Partial<RankRange> {
  readonly coverage?: number;
  /** Value of the period before, where it was measured in the same way. */
  readonly previous?: number;
}

const NONE: AreaFigure = { missing: "not-surveyed" };

type Source = Pick<WorkbookSource, "store" | "release">;

/** Figures of areas in an indicator in a period, or the nearest one that has some; and that period. */
export async function readNearestFigures(
  { store, release }: Source,
  areas: readonly WorkbookArea[],
  indicator: CatalogIndicator,
  period: string,
): Promise<{ readonly period: string; readonly figures: readonly AreaFigure[] }> {
  let found = period;
  const columns = new Map<string, (idx: number) => AreaFigure>();
  for (const level of new Set(areas.map((area) => area.level))) {
    const entry = nearestEntry(release, level, indicator.id, period);
    const column = entry && (await store.columns.exact(entry));
    if (entry) found = entry.period;
    columns.set(level, (idx) => (column ? valueFieldsAt(column, idx) : NONE));
  }
  return { period: found, figures: areas.map(({ level, idx }) => columns.get(level)!(idx)) };
}

async function readLevel(
  { store, release }: Source,
  level: string,
  indicator: CatalogIndicator,
  period: string,
  [first, last]: readonly [number, number],
): Promise<(idx: number) => AreaFigure> {
  const entry = findColumn(release, level, indicator.id, period);
  const column = await store.columns.exact(entry);
  const estimates = await readEstimates(store.columns, release, entry);
  const { from } = parseColumnPeriod(period)!;
  const ranks = rankRanges(column, estimates, indicator.polarity, first, last, from !== null);
  const before = from === null ? release.previousPeriod(indicator.id, period) : null;
  const earlier =
    before !== null && isComparable(indicator, before, period)
      ? release.find(level, indicator.id, before)
      : null;
  const previous = earlier && (await store.columns.exact(earlier));
  return (idx) => {
    const { value, missing, ...sums } = valueFieldsAt(column, idx);
    const past = previous ? valueAt(previous, idx) : Number.NaN;
    const covered = column.covered[idx]!;
    return {
      ...(value === undefined ? { missing: missing! } : { value }),
      ...(from === null ? sums : {}),
      ...(estimates ? estimateFields(estimates, idx) : {}),
      ...ranks[idx - first],
      ...(covered > 0 ? { coverage: coverageOf(covered) } : {}),
      ...(Number.isNaN(past) ? {} : { previous: past }),
    };
  };
}

/** Everything that is known of areas in one column; they are ranked among themselves where they are neighbours of one level, else among their level. */
export async function readFigures(
  source: Source & Pick<WorkbookSource, "query">,
  areas: readonly WorkbookArea[],
  indicator: CatalogIndicator,
  period: string,
  ranges: ReadonlyMap<string, readonly [number, number]>,
): Promise<AreaFigure[]> {
  const levels = new Map<string, (idx: number) => AreaFigure>();
  for (const [level, range] of ranges)
    levels.set(level, await readLevel(source, level, indicator, period, range));
  return areas.map(({ level, idx }) => levels.get(level)!(idx));
}
