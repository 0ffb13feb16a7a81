// Alkire–Foster multidimensional poverty from integer weights, as accumulators that add up exactly.
// Source: Alkire & Foster (2011), Journal of Public Economics 95:476–487; roll-up by population shares, section 4.

export interface DeprivationScheme {
  /** Integer weight of each deprivation; 1/6 and 1/18 are written 3 and 1 over 18. */
  readonly weights: readonly number[];
  /** D, the sum of the weights. */
  readonly total: number;
  /** k × D as an integer: a household is poor when its score is at least this. */
  readonly cutoff: number;
}

export interface Household {
  readonly persons: number;
  /** Per deprivation: deprived, not deprived, or not known. */
  readonly deprived: readonly (boolean | null)[];
}

/** Integer sums over persons; those of an area are the sums of those below it. */
export interface Accumulators {
  /** n: persons in households with every deprivation known. */
  readonly persons: number;
  /** Persons left out because something is not known. */
  readonly incomplete: number;
  /** q */
  readonly poorPersons: number;
  /** S: sum of integer scores over poor persons. */
  readonly censoredScore: number;
  /** Deprived persons by deprivation, poor or not. */
  readonly raw: readonly number[];
  /** Poor deprived persons by deprivation. */
  readonly censored: readonly number[];
}

/** The scheme of given weights; throws a RangeError on weights that are not positive integers summing to D, and on a cut-off outside 1..D. */
export function deprivationScheme(
  weights: readonly number[],
  total: number,
  cutoff: number,
): DeprivationScheme {
  const bad = weights.find((weight) => !Number.isInteger(weight) || weight <= 0);
  if (bad !== undefined) throw new RangeError(`weight ${bad} is not a positive integer`);
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum !== total) throw new RangeError(`weights sum to ${sum}, expected ${total}`);
  if (!Number.isInteger(cutoff) || cutoff < 1 || cutoff > total)
    throw new RangeError(`poverty cut-off ${cutoff} is not an integer in 1..${total}`);
  return { weights, total, cutoff };
}

/** The integer score of one household; null when a deprivation is not known. */
function deprivationScore(deprived: readonly (boolean | null)[], scheme: DeprivationScheme): number | null {
  if (deprived.length !== scheme.weights.length)
    throw new RangeError(
      `household has ${deprived.length} deprivations, the scheme ${scheme.weights.length}`,
    );
  let score = 0;
  for (const [j, isDeprived] of deprived.entries()) {
    if (isDeprived === null) return null;
    if (isDeprived) score += scheme.weights[j]!;
  }
  return score;
}

/** Accumulators of an area from its households. */
export function accumulate(households: Iterable<Household>, scheme: DeprivationScheme): Accumulators {
  const raw = scheme.weights.map(() => 0);
  const censored = scheme.weights.map(() => 0);
  let [persons, incomplete, poorPersons, censoredScore] = [0, 0, 0, 0];
  for (const household of households) {
    const score = deprivationScore(household.deprived, scheme);
    if (score === null) {
      incomplete += household.persons;
      continue;
    }
    const isPoor = score >= scheme.cutoff;
    persons += household.persons;
    if (isPoor) {
      poorPersons += household.persons;
      censoredScore += score * household.persons;
    }
    for (const [j, isDeprived] of household.deprived.entries()) {
      if (!isDeprived) continue;
      raw[j]! += household.persons;
      if (isPoor) censored[j]! += household.persons;
    }
  }
  return { persons, incomplete, poorPersons, censoredScore, raw, censored };
}

/** A change of M0 = H × A split into incidence and intensity (Shapley); the two sum to the change exactly up to rounding. */
export function shapleyChange(
  from: { readonly headcountRatio: number; readonly intensity: number },
  to: { readonly headcountRatio: number; readonly intensity: number },
): { incidence: number; intensity: number } {
  return {
    incidence: ((to.headcountRatio - from.headcountRatio) * (from.intensity + to.intensity)) / 2,
    intensity: ((to.intensity - from.intensity) * (from.headcountRatio + to.headcountRatio)) / 2,
  };
}
