// The few statistics that a benchmark needs.

/** The value below which the share `q` (0–1) of the values lies, interpolated; throws on an empty list. */
export function quantile(values: ArrayLike<number>, q: number): number {
  if (values.length === 0) throw new RangeError("quantile of no values: at least one is needed");
  if (!(q >= 0 && q <= 1)) throw new RangeError(`quantile ${q}: must be within 0–1`);
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
}

/** The middle value; throws on an empty list. */
export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

/** The mean; throws on an empty list. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("mean of no values: at least one is needed");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The same items in an order that looks random and is always the same. */
export function shuffle<T>(items: readonly T[], seed = 1): T[] {
  const out = [...items];
  let state = seed >>> 0;
  for (let last = out.length - 1; last > 0; last--) {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    const at = ((word ^ (word >>> 14)) >>> 0) % (last + 1);
    [out[last], out[at]] = [out[at]!, out[last]!];
  }
  return out;
}
