// Every area of a range in one column: value, sums, interval, rank, the period before, and what lies above it.

import { parseColumnPeriod } from "#domain/column_id";
import { kindOf } from "#domain/column_kind";
import type { AreaValue, Values } from "#domain/contract/values";
import { isComparable, measuresOf } from "#domain/indicator";
import { pickText } from "#domain/text";
import type { IdxRange } from "#server/read/areas/area_index";
import { parentTableMaker } from "#server/read/areas/parent_table";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { Turns } from "#server/read/turns";
import { apportionedFields, readApportionedShare } from "./apportioned.ts";
import type { ColumnEntry } from "./column_entry.ts";
import { countDisputed, readDisputes } from "./conflicts.ts";
import { findColumn, readEstimates } from "./derived.ts";
import { valueAt } from "./estimate.ts";
import { rankRanges } from "./rank.ts";
import { estimateFields, partialCoverage, valueFieldsAt, withoutSums } from "./value.ts";

interface Previous {
  readonly period: string;
  /** The value of an area then; NaN where it is not compared: it has none, or is a sum of other areas. */
  readonly valueOf: (idx: number) => number;
}

/** The figures of the period before, where it was measured in the same way; else null. */
async function readPrevious(store: Store, release: Release, entry: ColumnEntry): Promise<Previous | null> {
  const { level, indicator, period } = entry;
  const before = release.previousPeriod(indicator, period);
  if (before === null || !isComparable(release.indicator(indicator), before, period)) return null;
  const previous = release.find(level, indicator, before);
  if (!previous) return null;
  const column = await store.columns.exact(previous);
  if (kindOf(release.indicator(indicator)) !== "sum")
    return { period: before, valueOf: (idx) => valueAt(column, idx) };
  const now = await store.columns.exact(entry);
  const change = await store.columns.exact(findColumn(release, level, indicator, `${before}..${period}`));
  const isOfTheSame = (idx: number): boolean =>
    column.covered[idx] === change.covered[idx] && now.covered[idx] === change.covered[idx];
  return {
    period: before,
    valueOf: (idx) => (isOfTheSame(idx) ? valueAt(column, idx) : Number.NaN),
  };
}

/** What is known of every area of `range` in a column, and what lies above them. */
export async function readAreaValues(
  store: Store,
  release: Release,
  entry: ColumnEntry,
  range: IdxRange,
): Promise<Pick<Values, "areas" | "parents" | "previousPeriod">> {
  const { level, period } = entry;
  const indicator = release.indicator(entry.indicator);
  const { from, isReliability } = parseColumnPeriod(period)!;
  const isPlain = from === null && !isReliability;
  const turns = new Turns();
  const column = await store.columns.exact(entry);
  const estimates = isReliability ? null : await readEstimates(store.columns, release, entry);
  const shares = isReliability ? null : await readApportionedShare(store, release, entry);
  const previous = isPlain ? await readPrevious(store, release, entry) : null;
  const index = await store.areas.level(release.boundaryVersion, level);
  const measures = measuresOf(indicator);
  const disputes = isPlain
    ? await readDisputes(store, release, period, (measure) => measures.includes(measure))
    : [];
  const disputed = await countDisputed(store, release, disputes, level, range);
  await turns.pass();
  const ranks = isReliability
    ? []
    : rankRanges(column, estimates, indicator.polarity, range.first, range.last, from !== null);
  const parents = await parentTableMaker(store, release, level);
  const areas: AreaValue[] = [];
  for (let idx = range.first; idx <= range.last; idx++) {
    await turns.pass();
    const covered = column.covered[idx]!;
    const names = index.names(idx);
    const earlier = previous?.valueOf(idx) ?? Number.NaN;
    const fields = valueFieldsAt(column, idx);
    const conflicting = disputed[idx - range.first]!;
    areas.push({
      code: index.code(idx),
      name: pickText(names, release.catalog.defaultLanguage),
      names,
      ...parents.fieldOf(level, idx),
      ...(isPlain && !indicator.statistic ? fields : withoutSums(fields)),
      ...(estimates ? estimateFields(estimates, idx) : {}),
      ...apportionedFields(shares?.(idx) ?? 0),
      ...ranks[idx - range.first],
      ...(Number.isNaN(earlier) ? {} : { previous: earlier }),
      ...(conflicting > 0 ? { contestedAreas: conflicting } : {}),
      ...partialCoverage(covered),
    });
  }
  return { parents: parents.table, areas, ...(previous ? { previousPeriod: previous.period } : {}) };
}
