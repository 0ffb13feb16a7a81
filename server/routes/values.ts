// GET /api/values: one indicator of every area of a level, as JSON or CSV.

import { parseColumnPeriod } from "#domain/column_id";
import { kindOf } from "#domain/column_kind";
import { valuesContract, type AreaValue, type Values } from "#domain/contract/values";
import { isComparable, measuresOf } from "#domain/indicator";
import { pickText } from "#domain/text";
import { toCsv } from "#server/http/csv";
import { fromRelease } from "#server/http/route";
import { TextAnswer } from "#server/http/text_answer";
import type { IdxRange } from "#server/read/areas/area_index";
import { findRange } from "#server/read/areas/area_range";
import { parentCells, parentColumns, parentTableMaker } from "#server/read/areas/parent_table";
import { apportionedFields, readApportionedShare } from "#server/read/columns/apportioned";
import type { ColumnEntry } from "#server/read/columns/column_entry";
import { countDisputed, readDisputes } from "#server/read/columns/conflicts";
import { findColumn, readEstimates } from "#server/read/columns/derived";
import { valueAt } from "#server/read/columns/estimate";
import { rankRanges } from "#server/read/columns/rank";
import { estimateFields, partialCoverage, valueFieldsAt, withoutSums } from "#server/read/columns/value";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";

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
async function readAreaValues(
  store: Store,
  release: Release,
  entry: ColumnEntry,
  range: IdxRange,
): Promise<Pick<Values, "areas" | "parents" | "previousPeriod">> {
  const { level, period } = entry;
  const indicator = release.indicator(entry.indicator);
  const { from, isReliability } = parseColumnPeriod(period)!;
  const isPlain = from === null && !isReliability;
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
  const ranks = isReliability
    ? []
    : rankRanges(column, estimates, indicator.polarity, range.first, range.last, from !== null);
  const parents = await parentTableMaker(store, release, level);
  const areas: AreaValue[] = [];
  for (let idx = range.first; idx <= range.last; idx++) {
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

/** The areas above come last: whoever reads by position finds what was there before. */
const CSV_HEADER = [
  "code",
  "name",
  "value",
  "missing",
  "numerator",
  "denominator",
  "coverage",
  "ci_low",
  "ci_high",
  "reliability",
  "by_share",
  "rank_first",
  "rank_last",
  "indicator",
  "period",
  "level",
  "release",
];

function csvOf(
  { indicator, period, level, areas, parents }: Values,
  { number: release, catalog }: Release,
): string {
  const rows = areas.map((area) => [
    area.code,
    area.name,
    area.value,
    area.missing,
    area.numerator,
    area.denominator,
    area.value === undefined && area.numerator === undefined ? undefined : (area.coverage ?? 1),
    area.ciLow,
    area.ciHigh,
    area.reliability,
    area.byShare,
    area.rankFirst,
    area.rankLast,
    indicator,
    period,
    level,
    release,
    ...parentCells(parents, area, (names) => pickText(names, catalog.defaultLanguage)),
  ]);
  return toCsv([...CSV_HEADER, ...parentColumns(catalog.levels, level)], rows);
}

export const valuesRoute = fromRelease(valuesContract, async ({ query, release, store }) => {
  const { indicator, period, level } = query;
  const entry = findColumn(release, level, indicator, period);
  const range = await findRange(store, release, level, query.parent);
  const read = await readAreaValues(store, release, entry, range);
  const values: Values = { release: release.number, indicator, period, level, ...read };
  if (query.format === "json") return values;
  const fileName = `${release.catalog.dataset}-${indicator}-${period}-${level}-r${release.number}.csv`;
  return new TextAnswer("text/csv; charset=utf-8", csvOf(values, release), fileName);
});
