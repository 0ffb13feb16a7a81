// Adds the figures of the areas inside up again, and compares them with what the area itself shows.

import type { AreaValue } from "#domain/contract/values";

/** Exact sums of an area, in the units of numerator and denominator. */
export interface AreaSums {
  readonly numerator: number;
  /** Null for a sum. */
  readonly denominator: number | null;
}

export interface AddedUp extends AreaSums {
  /** Areas whose figures went into the sums. */
  readonly counted: number;
  /** Areas without figures. */
  readonly missing: number;
  /** Stated minus added up; 0 where they agree to the unit. */
  readonly numeratorOff: number;
  readonly denominatorOff: number;
  readonly isExact: boolean;
}

/** Sums numerators and denominators once, without rounding, and subtracts them from what is stated. */
export function addUp(
  areas: readonly Pick<AreaValue, "numerator" | "denominator">[],
  stated: AreaSums,
): AddedUp {
  let [numerator, denominator, counted] = [0, 0, 0];
  for (const area of areas) {
    if (area.numerator === undefined) continue;
    counted++;
    numerator += area.numerator;
    denominator += area.denominator ?? 0;
  }
  const numeratorOff = stated.numerator - numerator;
  const denominatorOff = stated.denominator === null ? 0 : stated.denominator - denominator;
  return {
    numerator,
    denominator: stated.denominator === null ? null : denominator,
    counted,
    missing: areas.length - counted,
    numeratorOff,
    denominatorOff,
    isExact: numeratorOff === 0 && denominatorOff === 0,
  };
}
