// The bounds of classes in words: [lower, upper), the first and the last one open.

export interface Bounds {
  readonly low: string | null;
  readonly high: string | null;
}

/** The written bounds of each class, one more than there are breaks. */
export function classBounds(breaks: readonly number[], write: (value: number) => string): Bounds[] {
  const written = breaks.map(write);
  return Array.from({ length: breaks.length + 1 }, (_, i) => ({
    low: written[i - 1] ?? null,
    high: written[i] ?? null,
  }));
}

/** More digits than this behind the point are not read any more. */
const MOST_DIGITS = 8;

/** The fewest digits behind the point, `from` or more, that keep different values apart when they are written. */
export function digitsApart(
  values: readonly number[],
  write: (value: number, digits: number) => string,
  from = 0,
): number {
  const different = new Set(values).size;
  let digits = from;
  while (digits < MOST_DIGITS && new Set(values.map((value) => write(value, digits))).size < different)
    digits++;
  return digits;
}

/** Width of a digit of the smallest type, in pixels. */
const DIGIT_PX = 6.4;

/** Whether written bounds, a space after each, need more than `width` pixels side by side; never before the width is known. */
export const areTight = (written: readonly string[], width: number): boolean =>
  width > 0 && written.length * (1 + Math.max(...written.map(({ length }) => length))) * DIGIT_PX > width;

/** The digits behind the point that write numbers as they are, such as breaks set by hand. */
export function digitsExact(values: readonly number[]): number {
  const isExact = (digits: number): boolean =>
    values.every(
      (value) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9 * Math.max(1, Math.abs(value)),
    );
  let digits = 0;
  while (digits < MOST_DIGITS && !isExact(digits)) digits++;
  return digits;
}
