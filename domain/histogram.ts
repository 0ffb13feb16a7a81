// Equal-width bins of values: the bars above a legend and of a chart.

/** Bin 0..bins−1 of a value within [min, max]; the last one is closed above. */
export const binOf = (value: number, min: number, max: number, bins: number): number =>
  max > min ? Math.min(bins - 1, Math.floor(((value - min) / (max - min)) * bins)) : 0;

/** Equal-width bins over [min, max] for the legend's histogram: counts of `bins` bins, the last one closed above. */
export function histogram(values: Iterable<number>, min: number, max: number, bins = 24): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    if (!Number.isFinite(value) || value < min || value > max) continue;
    counts[binOf(value, min, max, bins)]!++;
  }
  return counts;
}
