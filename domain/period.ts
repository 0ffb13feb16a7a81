// Periods: labelled spans of time that sort by their first month.

const PATTERN = /^(\d{4})(?:Q([1-4])|H([12])|-(0[1-9]|1[0-2]))?$/;

/** Whether `label` is a period: a year `2019`, a half `2019H1`, a quarter `2019Q3` or a month `2019-07`. */
export const isPeriod = (label: string): boolean => PATTERN.test(label);

/** The first month of a period, counted from year 0, and its length in months; throws on a malformed label. */
export function periodSpan(label: string): { start: number; months: number } {
  const match = PATTERN.exec(label);
  if (!match) throw new RangeError(`malformed period "${label}": write 2019, 2019H1, 2019Q3 or 2019-07`);
  const [, year, quarter, half, month] = match;
  const january = Number(year) * 12;
  if (quarter) return { start: january + (Number(quarter) - 1) * 3, months: 3 };
  if (half) return { start: january + (Number(half) - 1) * 6, months: 6 };
  if (month) return { start: january + Number(month) - 1, months: 1 };
  return { start: january, months: 12 };
}

/** Order of two periods: by start, the longer of two that start together last (a year after its first quarter). */
export function comparePeriods(a: string, b: string): number {
  const [left, right] = [periodSpan(a), periodSpan(b)];
  return left.start - right.start || left.months - right.months;
}

/** The period of `candidates` that is closest in time to `period`, the later of two; null where there is none. */
export function nearestPeriod(period: string, candidates: readonly string[]): string | null {
  const at = periodSpan(period).start;
  const distance = (other: string): number => Math.abs(periodSpan(other).start - at);
  return candidates.reduce<string | null>(
    (best, other) => (best === null || distance(other) <= distance(best) ? other : best),
    null,
  );
}
