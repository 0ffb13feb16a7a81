// GET /api/trends: one indicator of many areas over all periods, for the small trends of a table.

import { MAX_TREND_AREAS, trendsContract } from "#domain/contract/trends";
import { HAS_VALUE, missingOfStatus, type Value } from "#domain/missing";
import { ProblemError } from "#server/errors";
import { findRange } from "#server/read/areas/area_range";
import { readApportionedShare, type ApportionedShare } from "#server/read/columns/apportioned";
import { valueAt } from "#server/read/columns/estimate";
import type { ExactColumn } from "#server/column_store/column";
import { fromRelease } from "#server/http/route";

/** More digits cannot be seen in a line of 24 pixels. */
const DIGITS = 5;

function entryOf(column: ExactColumn | null, idx: number): Value {
  if (!column) return "not-surveyed";
  if (column.status[idx] !== HAS_VALUE) return missingOfStatus(column.status[idx]!);
  const value = valueAt(column, idx);
  return column.denominator ? Number(value.toPrecision(DIGITS)) : value;
}

export const trendsRoute = fromRelease(trendsContract, async ({ query, release, store }) => {
  const { indicator, level } = query;
  release.level(level);
  const { id } = release.indicator(indicator);
  const range = await findRange(store, release, level, query.parent);
  const count = range.last - range.first + 1;
  if (count > MAX_TREND_AREAS)
    throw new ProblemError(
      400,
      "too many areas",
      `${count} areas of level ${level} are too many at a time, at most ${MAX_TREND_AREAS} are given: name a parent`,
    );
  const { periods } = release.catalog;
  const columns: (ExactColumn | null)[] = [];
  const shares: (ApportionedShare | null)[] = [];
  for (const period of periods) {
    const entry = release.find(level, id, period);
    columns.push(entry && (await store.columns.exact(entry)));
    shares.push(entry && (await readApportionedShare(store, release, entry)));
  }
  const index = await store.areas.level(release.boundaryVersion, level);
  const areas = Array.from({ length: count }, (_, at) => {
    const idx = range.first + at;
    const byShare = periods.filter((_, period) => (shares[period]?.(idx) ?? 0) > 0);
    return {
      code: index.code(idx),
      values: columns.map((column) => entryOf(column, idx)),
      ...(byShare.length > 0 ? { byShare } : {}),
    };
  });
  return { release: release.number, indicator, level, periods, areas };
});
