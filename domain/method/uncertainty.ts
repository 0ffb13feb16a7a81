// How sure a proportion is: Wilson intervals with finite population, coefficient of variation classes, ratios of clustered samples.

/** 97.5 % point of the standard normal. */
export const Z = 1.9599639845400536;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval of k successes in n, 95 % (Wilson 1927; Newcombe 1998, method 3).
 *
 * `population` is the number N of units there are: the effective size is n (N − 1) / (N − n), and a full count (n = N) gives
 * null, since it has no sampling error and must be called "full count". Null too for n = 0.
 */
export function wilsonInterval(k: number, n: number, population = Number.POSITIVE_INFINITY): Interval | null {
  if (!(k >= 0 && k <= n)) throw new RangeError(`${k} of ${n} is not a proportion`);
  if (n > population) throw new RangeError(`sample ${n} is larger than its population ${population}`);
  if (n === 0 || n === population) return null;
  const p = k / n;
  const effective = population === Number.POSITIVE_INFINITY ? n : (n * (population - 1)) / (population - n);
  const spread = Z ** 2 / effective;
  const centre = (p + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((p * (1 - p)) / effective + spread / (4 * effective))) / (1 + spread);
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) };
}

export const RELIABILITY_LIMITS = { publish: 0.15, caution: 0.3 } as const;

export type VariationClass = "publish" | "caution" | "unreliable" | "undefined";

/** Classes an estimate by its coefficient of variation; an estimate of 0 has none. */
export function variationClassOf(
  estimate: number,
  standardError: number,
  limits: typeof RELIABILITY_LIMITS = RELIABILITY_LIMITS,
): VariationClass {
  if (estimate === 0) return "undefined";
  const variation = standardError / Math.abs(estimate);
  if (variation <= limits.publish) return "publish";
  return variation <= limits.caution ? "caution" : "unreliable";
}

/** Range of ranks (1 = highest) each estimate may have when only intervals that do not overlap can be told apart. */
export function rankIntervals(intervals: readonly Interval[]): { first: number; last: number }[] {
  const lows = intervals.map(({ low }) => low).sort((a, b) => b - a);
  const highs = intervals.map(({ high }) => high).sort((a, b) => b - a);
  return intervals.map(({ low, high }) => ({
    first: countAbove(lows, high) + 1,
    last: countAtLeast(highs, low),
  }));
}

/** How many of numbers sorted downwards are above `limit`. */
function countAbove(sorted: readonly number[], limit: number): number {
  return bisect(sorted, (value) => value > limit);
}

function countAtLeast(sorted: readonly number[], limit: number): number {
  return bisect(sorted, (value) => value >= limit);
}

function bisect(sorted: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
