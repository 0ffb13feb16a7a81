// Periods: labelled spans of time that sort by their first day.

const PATTERN = /^(\d{4})(?:Q([1-4])|H([12])|-(0[1-9]|1[0-2]))?$/;

/** Tells whether `label` is a period: a year `2019`, a half `2019H1`, a quarter `2019Q3` or a month `2019-07`. */
export const isPeriod = (label: string): boolean => PATTERN.test(label);

/** Gives the first month of a period as months since year 0; throws on a malformed label. */
export function periodStart(label: string): number {
  const match = PATTERN.exec(label);
  if (!match) throw new RangeError(`malformed period "${label}": write 2019, 2019H1, 2019Q3 or 2019-07`);
  const [, year, quarter, half, month] = match;
  const first = quarter
    ? (Number(quarter) - 1) * 3
    : half
      ? (Number(half) - 1) * 6
      : month
        ? Number(month) - 1
        : 0;
  return Number(year) * 12 + first;
}

/** Orders periods by start, the longer of two that start together last (a year after its first quarter). */
export function comparePeriods(a: string, b: string): number {
  return periodStart(a) - periodStart(b) || b.length - a.length || a.localeCompare(b);
}
