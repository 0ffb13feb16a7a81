// Ranks with doubt: the first and last place an area may have among others, 1 the worst.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { rankIntervals } from "#domain/method/uncertainty";
import { intervalAt, reliabilityAt, valueAt, type Estimates, type ColumnSums } from "./estimate.ts";

export interface RankRange {
  readonly rankFirst: number;
  readonly rankLast: number;
}

/**
 * The rank ranges of the areas first to last; undefined for those without a value, and for those whose figure from
 * a sample is unreliable or of unknown reliability: they are left out of the ranking. `isChange` keeps those whose interval
 * holds 0. Without estimates only equal values share a range.
 */
export function rankRanges(
  column: ColumnSums,
  estimates: Estimates | null,
  polarity: CatalogIndicator["polarity"],
  first: number,
  last: number,
  isChange = false,
): (RankRange | undefined)[] {
  const sign = polarity === "higher-is-better" ? -1 : 1;
  const ranked: { at: number; low: number; high: number }[] = [];
  for (let idx = first; idx <= last; idx++) {
    const value = valueAt(column, idx);
    if (Number.isNaN(value)) continue;
    const reliability = estimates && reliabilityAt(estimates, idx);
    if (estimates && (reliability === undefined || (reliability === "unreliable" && !isChange))) continue;
    const { low, high } = (estimates && intervalAt(estimates, idx)) ?? { low: value, high: value };
    ranked.push({
      at: idx - first,
      low: Math.min(sign * low, sign * high),
      high: Math.max(sign * low, sign * high),
    });
  }
  const ranges = Array.from<RankRange | undefined>({ length: Math.max(0, last - first + 1) });
  rankIntervals(ranked).forEach((range, i) => {
    ranges[ranked[i]!.at] = { rankFirst: range.first, rankLast: range.last };
  });
  return ranges;
}
