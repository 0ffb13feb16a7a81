// What a figure from a sample is worth: its interval, and how far it may be relied on.

import { RELIABILITY_LIMITS, Z, variationClassOf, wilsonInterval } from "./uncertainty.ts";
import type { Interval } from "./uncertainty.ts";

export const RELIABILITIES = ["full-count", "reliable", "caution", "unreliable"] as const;
export type SampleReliability = (typeof RELIABILITIES)[number];

/** How reliability is written in a column of numbers. */
export const RELIABILITY_NUMBER: Readonly<Record<SampleReliability, number>> = {
  "full-count": 0,
  reliable: 0,
  caution: 1,
  unreliable: 2,
};

/** An estimate of 0 has no coefficient of variation: what counts is how much there may be after all, 0–1. */
const ZERO_LIMITS = { publish: 0.05, caution: 0.1 } as const;

export interface Sample {
  /** Units asked, such as households. */
  readonly n: number;
  /** Units there are. */
  readonly population: number;
  /** Mean of the squares of what was asked; null for a share, or where it is not known of something between 0 and 1. */
  readonly meanSquare: number | null;
  /** Whether what was asked lies between 0 and 1 for every unit. */
  readonly isBounded: boolean;
}

export interface Estimate {
  /** 95 %; null for a full count, and where the sample allows none. */
  readonly interval: Interval | null;
  readonly reliability: SampleReliability;
}

/** Standard error of a mean from n of N units drawn at random, without replacement. */
function standardError(mean: number, { n, population, meanSquare }: Sample): number {
  const variance = meanSquare === null ? mean * (1 - mean) : ((meanSquare - mean ** 2) * n) / (n - 1);
  return Math.sqrt((Math.max(0, variance) / n) * ((population - n) / (population - 1)));
}

function reliabilityOfZero({ high }: Interval): SampleReliability {
  if (high <= ZERO_LIMITS.publish) return "reliable";
  return high <= ZERO_LIMITS.caution ? "caution" : "unreliable";
}

/**
 * The 95 % interval and the reliability of a share or mean from a simple random sample.
 *
 * A share has the Wilson interval; so has, as an upper bound, anything between 0 and 1 whose squares are not known, since its
 * variance is at most p (1 − p). A mean has mean ± 1.96 standard errors, not below 0. VariationClass goes by the coefficient of
 * variation (RELIABILITY_LIMITS), of an estimate of 0 by its upper limit (ZERO_LIMITS).
 */
export function estimateOf(mean: number, sample: Sample): Estimate {
  const { n, population, meanSquare, isBounded } = sample;
  if (n >= population && population > 0) return { interval: null, reliability: "full-count" };
  if (n < 2) return { interval: null, reliability: "unreliable" };
  const hasWilson = isBounded && mean >= 0 && mean <= 1 && (meanSquare === null || mean === 0);
  if (!hasWilson && (meanSquare === null || mean <= 0)) return { interval: null, reliability: "unreliable" };
  const error = standardError(mean, sample);
  const interval = hasWilson
    ? wilsonInterval(Math.min(n, mean * n), n, population)!
    : { low: Math.max(0, mean - Z * error), high: mean + Z * error };
  if (mean === 0) return { interval, reliability: reliabilityOfZero(interval) };
  const known = variationClassOf(mean, error, RELIABILITY_LIMITS);
  return { interval, reliability: known === "publish" || known === "undefined" ? "reliable" : known };
}

/** The error of an estimate as an office states it. */
export type ErrorOfOffice =
  | { readonly standardError: number }
  | { readonly cv: number }
  | { readonly low: number; readonly high: number };

/** The 95 % interval and the reliability of an estimate whose error is stated; of an estimate of 0 nothing is known but its interval. */
export function statedEstimate(value: number, error: ErrorOfOffice): Estimate {
  const se =
    "standardError" in error
      ? error.standardError
      : "cv" in error
        ? error.cv * Math.abs(value)
        : (error.high - error.low) / (2 * Z);
  const interval =
    "low" in error ? { low: error.low, high: error.high } : { low: value - Z * se, high: value + Z * se };
  const variation = variationClassOf(value, se, RELIABILITY_LIMITS);
  if (variation === "undefined") return { interval, reliability: "caution" };
  return { interval, reliability: variation === "publish" ? "reliable" : variation };
}

/**
 * Interval of the difference later − earlier of two independent estimates from their own intervals (Newcombe 1998, Statistics
 * in Medicine 17:873-890, method 10; for any two intervals Zou & Donner 2008, MOVER). A full count has the interval [v, v].
 */
export function changeInterval(
  earlier: number,
  earlierInterval: Interval,
  later: number,
  laterInterval: Interval,
): Interval {
  const change = later - earlier;
  return {
    low: change - Math.hypot(later - laterInterval.low, earlierInterval.high - earlier),
    high: change + Math.hypot(laterInterval.high - later, earlier - earlierInterval.low),
  };
}
