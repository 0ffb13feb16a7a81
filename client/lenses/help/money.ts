// Money that must add up: what was allocated is what was paid and what is pending, to the fen.

import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { StackedPeriod } from "#client/charts/stack.ts";

/** All in fen. */
export interface Balance {
  readonly allocated: number;
  readonly paid: number;
  /** Allocated and not yet paid; 0 when more was paid than allocated. */
  readonly pending: number;
  /** Paid beyond what was allocated, which must not be. */
  readonly overpaid: number;
}

/** Balances what was paid against what was allocated. */
export function balance(paid: number, allocated: number): Balance {
  return {
    allocated,
    paid,
    pending: Math.max(0, allocated - paid),
    overpaid: Math.max(0, paid - allocated),
  };
}

/** Paid and pending of each period from the sums of "funds paid out". */
export function balances(entry: Pick<ProfileIndicator, "trend"> | undefined): StackedPeriod[] {
  return (entry?.trend ?? []).map(({ period, numerator, denominator }) => {
    if (numerator === undefined || denominator == null) return { period, parts: null };
    const { paid, pending } = balance(numerator, denominator);
    return { period, parts: { paid, pending } };
  });
}

/** Whether the area's own figures agree: the allocation that is shown is the one that the share divides by. */
export const agrees = (profile: Pick<Profile, "indicators">, sum: string, share: string): boolean => {
  const of = (id: string) => profile.indicators.find(({ indicator }) => indicator === id);
  return of(sum)?.numerator === of(share)?.denominator;
};
