// The order in which the play button goes through the periods.

import { comparePeriods } from "#domain/period";

/** The first of the periods with data after `period`; null after the last. */
export const nextStep = (withData: readonly string[], period: string): string | null =>
  withData.find((other) => comparePeriods(other, period) > 0) ?? null;
