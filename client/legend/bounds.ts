// The bounds of classes in words: [lower, upper), the first and the last one open.

export interface Bounds {
  readonly low: string | null;
  readonly high: string | null;
}

/** Gives the written bounds of each class, one more than there are breaks. */
export function classBounds(breaks: readonly number[], write: (value: number) => string): Bounds[] {
  const written = breaks.map(write);
  return Array.from({ length: breaks.length + 1 }, (_, i) => ({
    low: written[i - 1] ?? null,
    high: written[i] ?? null,
  }));
}

/** Writes the ends of the classes with as few digits as keep them apart; `null` digits are the unit's own. */
export function shortTicks(
  ends: readonly number[],
  write: (value: number, digits: number | null) => string,
): string[] {
  for (const digits of [0, 1, 2]) {
    const written = ends.map((value) => write(value, digits));
    if (new Set(written).size === new Set(ends).size) return written;
  }
  return ends.map((value) => write(value, null));
}
