// Income poverty: headcount, gap and severity against a line, and the money that would close the gap.
// Source: Foster, Greer & Thorbecke (1984), Econometrica 52:761–766.

export interface IncomeRecord {
  /** Yuan per person and year; the same unit as the line. */
  readonly income: number;
  /** Persons represented. */
  readonly weight: number;
}

/** Sums that add up over areas with the same line. Income equal to the line is not poor. */
export interface GapSums {
  readonly persons: number;
  readonly poorPersons: number;
  /** Σ w (z − y) over the poor: the money that lifts each poor person to the line. */
  readonly gap: number;
  /** Σ w (z − y)² over the poor. */
  readonly squaredGap: number;
}

/** Gaps of records, summed, against the line `z`; throws on a line that is not positive. */
export function sumGaps(records: Iterable<IncomeRecord>, line: number): GapSums {
  if (!(line > 0)) throw new RangeError(`poverty line ${line} is not above 0`);
  let [persons, poorPersons, gap, squaredGap] = [0, 0, 0, 0];
  for (const { income, weight } of records) {
    persons += weight;
    if (income >= line) continue;
    poorPersons += weight;
    gap += weight * (line - income);
    squaredGap += weight * (line - income) ** 2;
  }
  return { persons, poorPersons, gap, squaredGap };
}

/** P0, P1, P2; null for an area without persons. */
export function povertyIndices(sums: GapSums, line: number): { p0: number; p1: number; p2: number } | null {
  if (sums.persons === 0) return null;
  return {
    p0: sums.poorPersons / sums.persons,
    p1: sums.gap / (line * sums.persons),
    p2: sums.squaredGap / (line ** 2 * sums.persons),
  };
}

/** Watts index: mean over all persons of ln(z / y) among the poor; needs every poor income above 0. */
export function wattsIndex(records: readonly IncomeRecord[], line: number): number | null {
  const persons = records.reduce((sum, { weight }) => sum + weight, 0);
  if (persons === 0) return null;
  let sum = 0;
  for (const { income, weight } of records) {
    if (income >= line) continue;
    if (!(income > 0)) throw new RangeError(`watts index needs incomes above 0, got ${income}`);
    sum += weight * Math.log(line / income);
  }
  return sum / persons;
}
