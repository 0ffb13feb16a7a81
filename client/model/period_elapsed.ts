// How much of a period was over when a table was closed.

import { periodSpan } from "#domain/period";

const DAY_MS = 86_400_000;

/** Share 0–1 of a period that is over at the end of a day (`2022-06-30`); 1 for a later day, 0 for an earlier one. */
export function elapsedShare(period: string, day: string): number {
  const { start, months } = periodSpan(period);
  const at = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1);
  const [begin, end] = [at(start), at(start + months)];
  const share = (Date.parse(day) + DAY_MS - begin) / (end - begin);
  return Math.min(1, Math.max(0, share));
}
