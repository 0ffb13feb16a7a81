// H, A, M0 and their parts from the accumulators of Alkire & Foster, to check the sums that the database makes.
// Source: Alkire & Foster (2011), Journal of Public Economics 95:476–487; roll-up by population shares, section 4.

import type { Accumulators, DeprivationScheme } from "#domain/method/alkire_foster";

export interface MultidimensionalPoverty {
  /** H = q / n; null when n = 0. */
  readonly headcountRatio: number | null;
  /** A = S / (D q); null when nobody is poor. */
  readonly intensity: number | null;
  /** M0 = S / (D n) = H × A; null when n = 0. */
  readonly mpi: number | null;
  /** Share of S due to each deprivation, summing to 1; null when nobody is poor. */
  readonly contributions: readonly number[] | null;
  readonly rawHeadcounts: readonly number[] | null;
  readonly censoredHeadcounts: readonly number[] | null;
}

/** Adds the accumulators of several areas into those of their parent. */
export function addAccumulators(parts: readonly Accumulators[], scheme: DeprivationScheme): Accumulators {
  const sum = (pick: (part: Accumulators) => number): number =>
    parts.reduce((total, part) => total + pick(part), 0);
  return {
    persons: sum((p) => p.persons),
    incomplete: sum((p) => p.incomplete),
    poorPersons: sum((p) => p.poorPersons),
    censoredScore: sum((p) => p.censoredScore),
    raw: scheme.weights.map((_, j) => sum((p) => p.raw[j]!)),
    censored: scheme.weights.map((_, j) => sum((p) => p.censored[j]!)),
  };
}

/** Divides the accumulators, once, into H, A, M0 and what makes them up. */
export function multidimensionalPoverty(
  sums: Accumulators,
  scheme: DeprivationScheme,
): MultidimensionalPoverty {
  const { persons: n, poorPersons: q, censoredScore: s } = sums;
  return {
    headcountRatio: n === 0 ? null : q / n,
    intensity: q === 0 ? null : s / (scheme.total * q),
    mpi: n === 0 ? null : s / (scheme.total * n),
    contributions: s === 0 ? null : sums.censored.map((count, j) => (scheme.weights[j]! * count) / s),
    rawHeadcounts: n === 0 ? null : sums.raw.map((count) => count / n),
    censoredHeadcounts: n === 0 ? null : sums.censored.map((count) => count / n),
  };
}

/** M1 or M2 of cardinal achievements with equal weights: mean over people and dimensions of the poor's normalised gap to the power alpha. */
export function gapMeasure(
  achievements: readonly (readonly number[])[],
  lines: readonly number[],
  cutoff: number,
  alpha: 1 | 2,
): number | null {
  if (achievements.length === 0) return null;
  let sum = 0;
  for (const row of achievements) {
    const gaps = row.map((x, j) => (x < lines[j]! ? (lines[j]! - x) / lines[j]! : 0));
    if (row.filter((x, j) => x < lines[j]!).length >= cutoff)
      sum += gaps.reduce((a, gap) => a + gap ** alpha, 0);
  }
  return sum / (achievements.length * lines.length);
}
