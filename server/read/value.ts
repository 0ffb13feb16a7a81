// One area's entry of a column, as the API gives it.

import { divide } from "#domain/indicators";
import { HAS_VALUE, missingOfStatus, type Missing } from "#domain/missing";

export interface ValueFields {
  readonly value?: number;
  readonly missing?: Missing;
  readonly numerator?: number;
  readonly denominator?: number | null;
}

/**
 * Gives value and sums, or why there is no value. Where villages contribute but the denominator is 0 the sums stay, so
 * that children still add up to their parent.
 */
export function valueFields(
  status: number,
  covered: number,
  numerator: number,
  denominator: number | null,
): ValueFields {
  if (status === HAS_VALUE) return { value: divide(numerator, denominator).value, numerator, denominator };
  const missing = missingOfStatus(status);
  return covered > 0 ? { missing, numerator, denominator } : { missing };
}

/** Rounds a coverage, which is stored as float32, to what float32 holds. */
export const coverageOf = (covered: number): number => Math.round(covered * 1e6) / 1e6;
