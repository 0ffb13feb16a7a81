// One indicator of one area: its value, its rank among siblings, its trend.

import type { CommonChange, ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { apportionedFields, apportionedShareOf } from "#server/read/columns/apportioned";
import type { Estimates } from "#server/read/columns/estimate";
import { rankRanges } from "#server/read/columns/rank";
import type { Slice } from "#server/read/columns/slices";
import {
  coverageOf,
  estimateFields,
  partialCoverage,
  valueFieldsAt,
  withoutSums,
  type ValueFields,
} from "#server/read/columns/value";
import { estimateSlice, findSlice, type ProfileSlices } from "./profile_slices.ts";

const NOT_SURVEYED: ValueFields = { missing: "not-surveyed" };

/** Ranks an area among its siblings, 1 the worst; null when it has no value, or none that can be ranked. */
function rankAt(
  slice: Slice,
  estimates: Estimates | null,
  place: number,
  polarity: CatalogIndicator["polarity"],
): Pick<ProfileIndicator, "rank" | "rankOf" | "rankFirst" | "rankLast"> | null {
  const ranges = rankRanges(slice, estimates, polarity, 0, slice.status.length - 1);
  const range = ranges[place];
  if (!range) return null;
  const value = (idx: number): number => slice.numerator[idx]! / (slice.denominator?.[idx] ?? 1);
  const own = value(place);
  let rank = 1;
  let count = 0;
  ranges.forEach((known, idx) => {
    if (!known) return;
    count++;
    if (polarity === "higher-is-better" ? value(idx) < own : value(idx) > own) rank++;
  });
  return { rank, rankOf: count, ...range };
}

const fieldsOf = ({ statistic }: CatalogIndicator, slice: Slice): ValueFields =>
  statistic ? withoutSums(valueFieldsAt(slice, 0)) : valueFieldsAt(slice, 0);

/** Value, estimates and apportioned share of an area in a period. */
function figureIn({ own }: ProfileSlices, indicator: CatalogIndicator, period: string) {
  const slice = findSlice(own, indicator.id, period);
  const estimates = estimateSlice(own, indicator, period);
  const share = apportionedShareOf(indicator, (column) => findSlice(own, column, period))?.(0) ?? 0;
  return {
    ...(slice ? fieldsOf(indicator, slice) : NOT_SURVEYED),
    ...(estimates ? estimateFields(estimates, 0) : {}),
    ...apportionedFields(share),
  };
}

/** An indicator of an area in the period of its slices, and in each of `periods`. */
export function profileIndicator(
  slices: ProfileSlices,
  indicator: CatalogIndicator,
  periods: readonly string[],
  common: CommonChange | undefined,
): ProfileIndicator {
  const { period, own, siblings, place } = slices;
  const { id, polarity } = indicator;
  const among = findSlice(siblings, id, period);
  const parent = findSlice(slices.parent, id, period);
  const parentValue = parent && valueFieldsAt(parent, 0).value;
  return {
    indicator: id,
    ...figureIn(slices, indicator, period),
    ...(among ? rankAt(among, estimateSlice(siblings, indicator, period), place, polarity) : null),
    ...(parentValue === undefined ? {} : { parentValue }),
    coverage: coverageOf(findSlice(own, id, period)?.covered[0] ?? 0),
    ...(common ? { common } : {}),
    trend: periods.map((at) => ({
      period: at,
      ...figureIn(slices, indicator, at),
      ...partialCoverage(findSlice(own, id, at)?.covered[0] ?? 0),
    })),
  };
}
