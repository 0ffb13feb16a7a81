// GET /api/values: one indicator of every area of a level, as JSON or CSV.

import type { Express } from "express";
import { parseColumnPeriod } from "#domain/column_id";
import type { AreaValue } from "#domain/contract/values";
import { valuesContract } from "#domain/contract/values";
import { isComparable, measuresOf } from "#domain/indicator";
import { pickText } from "#domain/text";
import { toCsv } from "#server/http/csv";
import { findRange } from "#server/read/areas/area_range";
import { byShareField, readByShare } from "#server/read/columns/apportioned";
import { countDisputed, readDisputes } from "#server/read/columns/conflicts";
import { readEstimates } from "#server/read/columns/derived";
import { valueAt } from "#server/read/columns/estimate";
import { rankRanges } from "#server/read/columns/rank";
import { coverageOf, estimateFields, valueFields, type ValueFields } from "#server/read/columns/value";
import { serveRelease, TextAnswer, type Services } from "#server/http/serve";

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

/** A change or a reliability is no sum. */
const withoutSums = ({ value, missing }: ValueFields): ValueFields => ({
  ...(value === undefined ? {} : { value }),
  ...(missing === undefined ? {} : { missing }),
});

export function valuesRoute(app: Express, services: Services): void {
  serveRelease(app, valuesContract, services, async ({ query, release, store }) => {
    const { indicator, period, level } = query;
    const entry = release.column(level, indicator, period);
    const { polarity, methodChanges } = release.indicator(indicator);
    const { from, isReliability } = parseColumnPeriod(period)!;
    const isPlain = from === null && !isReliability;
    const column = await store.exact(entry);
    const estimates = isReliability ? null : await readEstimates(store, release, entry);
    const shares = isReliability ? null : await readByShare(store, release, entry);
    const before = isPlain ? release.previousPeriod(indicator, period) : null;
    const previous =
      before !== null && isComparable({ methodChanges }, before, period)
        ? await store.exact(release.column(level, indicator, before))
        : null;
    const index = await store.areas(release.boundaryVersion, level);
    const range = await findRange(store, release, level, query.parent);
    const needs = measuresOf(release.indicator(indicator));
    const disputes = isPlain
      ? await readDisputes(store, release, period, (measure) => needs.includes(measure))
      : [];
    const disputed = await countDisputed(store, release, disputes, level, range);
    const ranks = isReliability
      ? []
      : rankRanges(column, estimates, polarity, range.first, range.last, from !== null);
    const areas: AreaValue[] = [];
    for (let idx = range.first; idx <= range.last; idx++) {
      const covered = column.covered[idx]!;
      const names = index.names(idx);
      const earlier = previous ? valueAt(previous, idx) : Number.NaN;
      const fields = valueFields(
        column.status[idx]!,
        covered,
        column.numerator[idx]!,
        column.denominator && column.denominator[idx]!,
      );
      areas.push({
        code: index.code(idx),
        name: pickText(names, release.catalog.defaultLanguage),
        names,
        ...(isPlain ? fields : withoutSums(fields)),
        ...(estimates ? estimateFields(estimates, idx) : {}),
        ...byShareField(shares?.(idx) ?? 0),
        ...ranks[idx - range.first],
        ...(Number.isNaN(earlier) ? {} : { previous: earlier }),
        ...(disputed[idx - range.first]! > 0 ? { contestedAreas: disputed[idx - range.first]! } : {}),
        ...(covered > 0 && covered < 1 ? { coverage: coverageOf(covered) } : {}),
      });
    }
    if (query.format === "json") return { release: release.number, indicator, period, level, areas };
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
      release.number,
    ]);
    return new TextAnswer(
      "text/csv; charset=utf-8",
      toCsv(CSV_HEADER, rows),
      `${release.catalog.dataset}-${indicator}-${period}-${level}-r${release.number}.csv`,
    );
  });
}
