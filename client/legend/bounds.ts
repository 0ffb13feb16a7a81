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
