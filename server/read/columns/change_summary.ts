// What became of areas between two periods, so that a sentence can say it: how many are better and worse, and which most.

import { parseColumnPeriod } from "#domain/column_id";
import { kindOf } from "#domain/column_kind";
import { WHOLE } from "#domain/whole";
import { sideOfChange } from "#domain/change_classes";
import { MAX_NAMED_CHANGES, type ChangeSummary } from "#domain/contract/values";
import { isComparable } from "#domain/indicator";
import { halfStep } from "#domain/unit";
import type { IdxRange } from "#server/read/areas/area_index";
import { namesAbove } from "#server/read/areas/area_names";
import { leavesOfTops, sumTops } from "#server/read/areas/whole";
import type { PlacedArea } from "#server/read/areas/area_rows";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import type { ColumnEntry } from "./column_entry.ts";
import { findColumn, readEstimates } from "./derived.ts";
import { reliabilityAt, valueAt } from "./estimate.ts";

interface Moved {
  readonly idx: number;
  /** Above 0 for worse. */
  readonly worsening: number;
}

/** The change of the whole of several top areas: of its two figures where a ratio is meant, else the sum of their changes. */
async function wholeOfTops(
  store: Store,
  release: Release,
  id: string,
  columnPeriod: string,
): Promise<number | undefined> {
  const indicator = release.indicator(id);
  const { from, to } = parseColumnPeriod(columnPeriod)!;
  if (indicator.statistic || !isComparable(indicator, from!, to)) return undefined;
  const top = release.catalog.levels[0]!.id;
  const leaves = await leavesOfTops(store, release);
  const valueOf = async (period: string): Promise<number> =>
    valueAt(sumTops(await store.columns.exact(findColumn(release, top, id, period)), leaves), 0);
  const value =
    kindOf(indicator) === "sum" ? await valueOf(columnPeriod) : (await valueOf(to)) - (await valueOf(from!));
  return Number.isNaN(value) ? undefined : value;
}

/** The change of the area that holds those of the column: the one given, else the only one of the top level. */
async function readWhole(
  store: Store,
  release: Release,
  { level, indicator, period }: ColumnEntry,
  within: PlacedArea | null,
): Promise<number | undefined> {
  const { rootCode, levels } = release.catalog;
  if (within === null && rootCode === WHOLE) return wholeOfTops(store, release, indicator, period);
  const root = rootCode === null ? null : { level: levels[0]!.id, idx: 0 };
  const whole = within ? { level: within.detail.level, idx: within.idx } : root;
  if (!whole || whole.level === level) return undefined;
  const column = await store.columns.exact(findColumn(release, whole.level, indicator, period));
  const value = valueAt(column, whole.idx);
  return Number.isNaN(value) ? undefined : value;
}

/** Sums up the change of a column over the areas of a range, which lie within an area or are all of the level. */
export async function readChangeSummary(
  store: Store,
  release: Release,
  entry: ColumnEntry,
  range: IdxRange,
  within: PlacedArea | null,
): Promise<ChangeSummary> {
  const { polarity, unit } = release.indicator(entry.indicator);
  const column = await store.columns.exact(entry);
  const estimates = await readEstimates(store.columns, release, entry);
  const half = halfStep(unit);
  const sign = polarity === "higher-is-better" ? -1 : 1;
  const moved: Moved[] = [];
  let same = 0;
  for (let idx = range.first; idx <= range.last; idx++) {
    const value = valueAt(column, idx);
    if (Number.isNaN(value)) continue;
    const isUnsure = estimates !== null && reliabilityAt(estimates, idx) === "unreliable";
    if (isUnsure || sideOfChange(value, half) === 0) same++;
    else moved.push({ idx, worsening: sign * value });
  }
  moved.sort((a, b) => b.worsening - a.worsening || a.idx - b.idx);
  const worse = moved.filter(({ worsening }) => worsening > 0).length;
  const index = await store.areas.level(release.boundaryVersion, entry.level);
  const above = await namesAbove(store, release, entry.level);
  const named = ({ idx }: Moved): ChangeSummary["worst"][number] => ({
    code: index.code(idx),
    names: index.names(idx),
    parentNames: above(idx),
    value: valueAt(column, idx),
  });
  const whole = await readWhole(store, release, entry, within);
  return {
    better: moved.length - worse,
    worse,
    same,
    worst: moved.slice(0, Math.min(worse, MAX_NAMED_CHANGES)).map(named),
    best: moved.slice(worse).slice(-MAX_NAMED_CHANGES).reverse().map(named),
    half,
    ...(whole === undefined ? {} : { whole }),
  };
}
