// What a norm asks for against what is there, in units: teachers, beds, clinics.

import type { Indicator } from "#domain/indicator";

export interface NormGap {
  /** The measure that is short or in surplus. */
  readonly measure: string;
  /** What the norm asks for, rounded up to whole units. */
  readonly required: number;
  readonly present: number;
  /** required − present; negative for a surplus. */
  readonly gap: number;
}

/** Rounds up, forgiving what binary fractions add (1.1 × 100 asks for 110, not 111). */
const wholeUnits = (amount: number): number => Math.ceil(amount - 1e-9 * Math.max(1, amount));

const single = (term: Readonly<Record<string, number>>): readonly [string, number] | null => {
  const [first, ...more] = Object.entries(term);
  return first && more.length === 0 && first[1] > 0 ? first : null;
};

/**
 * What is missing to the norm of a ratio: of the numerator where more is better (beds for boarders), of the
 * denominator where less is (teachers for pupils). Null without a norm above 0, or where a side is not one measure.
 */
export function normGap(
  indicator: Pick<Indicator, "norm" | "polarity" | "numerator" | "denominator">,
  sums: { readonly numerator: number; readonly denominator: number },
): NormGap | null {
  const { norm, polarity, denominator } = indicator;
  const above = single(indicator.numerator);
  const below = denominator && single(denominator);
  if (!norm || !(norm.value > 0) || polarity === "neutral" || !above || !below) return null;
  const isBetter = polarity === "higher-is-better";
  const [measure, weight] = isBetter ? above : below;
  const asked = isBetter ? norm.value * sums.denominator : sums.numerator / norm.value;
  const required = wholeUnits(asked / weight);
  const present = (isBetter ? sums.numerator : sums.denominator) / weight;
  return { measure, required, present, gap: required - present };
}
