// Where classes break, by method. Breaks are lower bounds, since classes are [lower, upper).

import { deviation, mean, quantileSorted, ticks } from "d3-array";
import { ckmeans } from "simple-statistics";

/** Methods that find breaks in the values; `policy` and `manual` are given theirs. */
export const FOUND_METHODS = [
  "ckmeans",
  "quantile",
  "equal",
  "pretty",
  "standard_deviation",
  "head_tail",
] as const;
export type FoundMethod = (typeof FOUND_METHODS)[number];

/** Above this many values the optimum is searched in an even sample of the sorted values. */
const SAMPLE_SIZE = 20_000;
/** A head that holds more of the values than this is no minority, and head/tail stops (Jiang 2013). */
const HEAD_SHARE = 0.4;

function naturalBreaks(sorted: number[], k: number): number[] {
  const max = sorted[sorted.length - 1]!;
  const step = Math.max(1, sorted.length / SAMPLE_SIZE);
  const sample: number[] = [];
  for (let at = 0; at < sorted.length; at += step) sample.push(sorted[Math.floor(at)]!);
  if (sample[sample.length - 1] !== max) sample.push(max);
  return ckmeans(sample, Math.min(k, new Set(sample).size))
    .slice(1)
    .map((cluster) => cluster[0]!);
}

/** As many round breaks as give at most k classes; fewer when the next rounder step gives fewer. */
function prettyBreaks(min: number, max: number, k: number): number[] {
  for (let count = k; count > 0; count--) {
    const inner = ticks(min, max, count).filter((tick) => tick > min && tick <= max);
    if (inner.length < k) return inner;
  }
  return [];
}

/** The mean of all values, of those at or above it, and so on while the head is a minority. */
function headTailBreaks(sorted: number[], k: number): number[] {
  const breaks: number[] = [];
  let head = sorted;
  while (breaks.length < k - 1) {
    const middle = mean(head)!;
    const rest = head.filter((value) => value >= middle);
    if (rest.length === head.length) break;
    breaks.push(middle);
    if (rest.length / head.length > HEAD_SHARE) break;
    head = rest;
  }
  return breaks;
}

/** Steps between two values, both left out. */
const inner = (k: number, at: (share: number) => number): number[] =>
  Array.from({ length: k - 1 }, (_, i) => at((i + 1) / k));

/**
 * Finds the breaks of `k` classes in numbers that are sorted upwards, one or more; breaks may collide or lie outside.
 *
 * `ckmeans` is the exact one-dimensional optimum (Wang & Song 2011), the classes of Fisher (1958) and Jenks; quantiles are of
 * type 7 (R, NumPy); `standard_deviation` breaks at the mean ± 1 and ± 2 sample standard deviations whatever k is; `head_tail`
 * is Jiang (2013), stopped when the head holds more than 40 % or at k classes.
 */
export function findBreaks(sorted: number[], method: FoundMethod, k: number): number[] {
  const [min, max] = [sorted[0]!, sorted[sorted.length - 1]!];
  switch (method) {
    case "ckmeans":
      return naturalBreaks(sorted, k);
    case "quantile":
      return inner(k, (share) => quantileSorted(sorted, share)!);
    case "equal":
      return inner(k, (share) => min + share * (max - min));
    case "pretty":
      return prettyBreaks(min, max, k);
    case "standard_deviation": {
      const [middle, step] = [mean(sorted)!, deviation(sorted) ?? 0];
      return [-2, -1, 1, 2].map((times) => middle + times * step);
    }
    case "head_tail":
      return headTailBreaks(sorted, k);
  }
}
