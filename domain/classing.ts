// Values → classes [lower, upper). Map fill, legend and table all use the object made here.

import { extent, quantileSorted, ticks } from "d3-array";
import { ckmeans } from "simple-statistics";
import { z } from "zod";

export const CLASS_METHODS = ["ckmeans", "quantile", "equal"] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

export const MAX_CLASSES = 5;

/** Above this many values the optimum is searched in an even sample of the sorted values. */
const SAMPLE_SIZE = 20_000;

export const classesSchema = z.object({
  method: z.enum(CLASS_METHODS),
  /** Lower bounds of class 2, 3, …; k − 1 strictly rising numbers. The first and last class are open. */
  breaks: z.array(z.number()),
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export type Classes = z.infer<typeof classesSchema>;

function breaksOf(sorted: number[], method: ClassMethod, k: number): number[] {
  const [min, max] = extent(sorted) as [number, number];
  if (method === "equal") return Array.from({ length: k - 1 }, (_, i) => min + ((i + 1) * (max - min)) / k);
  if (method === "quantile")
    return Array.from({ length: k - 1 }, (_, i) => quantileSorted(sorted, (i + 1) / k)!);
  const step = Math.max(1, sorted.length / SAMPLE_SIZE);
  const sample: number[] = [];
  for (let at = 0; at < sorted.length; at += step) sample.push(sorted[Math.floor(at)]!);
  if (sample[sample.length - 1] !== max) sample.push(max);
  return ckmeans(sample, Math.min(k, new Set(sample).size))
    .slice(1)
    .map((cluster) => cluster[0]!);
}

/**
 * Classes the finite numbers among `values` into at most `k` classes.
 *
 * Quantiles are type 7 (R, NumPy); `ckmeans` is the exact one-dimensional optimum (Wang & Song 2011). Breaks that collide
 * are merged, so fewer distinct values than `k` give fewer classes, and no value at all gives none.
 */
export function classify(
  values: Iterable<number>,
  method: ClassMethod = "ckmeans",
  k: number = MAX_CLASSES,
): Classes {
  const sorted = Array.from(Float64Array.from([...values].filter(Number.isFinite)).sort());
  if (sorted.length === 0) return { method, breaks: [], min: null, max: null };
  const min = sorted[0]!;
  const max = sorted[sorted.length - 1]!;
  const breaks = breaksOf(sorted, method, k).filter(
    (b, i, all) => b > min && b <= max && (i === 0 || b > all[i - 1]!),
  );
  return { method, breaks, min, max };
}

/** What decides the class of a value. */
export interface Breaks {
  readonly breaks: readonly number[];
}

/** Gives the class index 0..k−1 of a value: the number of breaks at or below it. */
export function classOf(value: number, { breaks }: Breaks): number {
  let index = 0;
  while (index < breaks.length && value >= breaks[index]!) index++;
  return index;
}

/** Counts values per class. */
export function countByClass(values: Iterable<number>, { breaks }: Breaks): number[] {
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const value of values) if (Number.isFinite(value)) counts[classOf(value, { breaks })]!++;
  return counts;
}

/** Equal-width bins over [min, max] for the legend's histogram: counts of `bins` bins, the last one closed above. */
export function histogram(values: Iterable<number>, min: number, max: number, bins = 24): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    if (!Number.isFinite(value) || value < min || value > max) continue;
    counts[max > min ? Math.min(bins - 1, Math.floor(((value - min) / (max - min)) * bins)) : 0]!++;
  }
  return counts;
}

/** The colours of `k` classes taken from a five-step ramp so that both ends are used. */
export function rampOf(ramp: readonly string[], k: number): string[] {
  if (k <= 1) return [ramp[Math.floor(ramp.length / 2)]!];
  return Array.from({ length: k }, (_, i) => ramp[Math.round((i * (ramp.length - 1)) / (k - 1))]!);
}

/** Round numbers across a range, for axes. */
export const niceTicks = (min: number, max: number, count = 4): number[] => ticks(min, max, count);
