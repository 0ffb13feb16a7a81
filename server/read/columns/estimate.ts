// How sure the figures of a column are: intervals and reliability by idx, from the measures of its sample.

import type { Indicator, SampleSizes, StatedError, Term } from "#domain/indicator";
import {
  changeInterval,
  estimateOf,
  RELIABILITIES,
  statedEstimate,
  type ErrorOfOffice,
  type Estimate,
  type SampleReliability,
} from "#domain/method/estimate";
import type { Interval } from "#domain/method/uncertainty";
import { HAS_VALUE } from "#domain/missing";
import type { ExactColumn } from "#server/column_store/column";

/** A column, or a part of one, without coverage. */
export type ColumnSums = Pick<ExactColumn, "numerator" | "denominator" | "status">;

export interface Estimates {
  /** 95 %; NaN where there is no interval. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Place in RELIABILITIES, or NOT_KNOWN: no value, or a sample of unknown size. */
  readonly reliability: Uint8Array;
}

const NOT_KNOWN = 255;
const FULL_COUNT = RELIABILITIES.indexOf("full-count");
const RELIABLE = RELIABILITIES.indexOf("reliable");
const UNRELIABLE = RELIABILITIES.indexOf("unreliable");

const emptyEstimates = (length: number): Estimates => ({
  low: new Float64Array(length).fill(Number.NaN),
  high: new Float64Array(length).fill(Number.NaN),
  reliability: new Uint8Array(length).fill(NOT_KNOWN),
});

/** The value of one area; NaN where there is none. */
export const valueAt = ({ numerator, denominator, status }: ColumnSums, idx: number): number =>
  status[idx] === HAS_VALUE ? numerator[idx]! / (denominator?.[idx] ?? 1) : Number.NaN;

/** The reliability of one area; undefined where it is not known. */
export const reliabilityAt = ({ reliability }: Estimates, idx: number): SampleReliability | undefined =>
  RELIABILITIES[reliability[idx]!];

/** The interval of one area; null where there is none. */
export function intervalAt({ low, high }: Estimates, idx: number): Interval | null {
  return Number.isNaN(low[idx]!) ? null : { low: low[idx]!, high: high[idx]! };
}

/** ColumnSums a term of measures for one area; NaN where one of them is missing. */
function termAt(term: Term, measure: MeasureColumn, idx: number): number {
  let sum = 0;
  for (const [id, weight] of Object.entries(term)) {
    const column = measure(id);
    sum += column ? weight * valueAt(column, idx) : Number.NaN;
  }
  return sum;
}

type MeasureColumn = (id: string) => ColumnSums | undefined;

/** The estimate of one area from the sizes of its sample; null where one of them is not known. */
function estimateOfSample(
  { unit }: Pick<Indicator, "unit">,
  sampling: SampleSizes,
  column: ColumnSums,
  measure: MeasureColumn,
  idx: number,
): Estimate | null {
  // Of a sum, a share of its base is estimated.
  const isBounded = unit === "share" || unit === "index" || sampling.base !== undefined;
  const value = valueAt(column, idx);
  const n = termAt({ [sampling.sample]: 1 }, measure, idx);
  const population = termAt({ [sampling.population]: 1 }, measure, idx);
  const base = sampling.base ? termAt(sampling.base, measure, idx) : (column.denominator?.[idx] ?? 1);
  const meanSquare = sampling.meanSquare
    ? termAt(sampling.meanSquare.numerator, measure, idx) /
      termAt(sampling.meanSquare.denominator, measure, idx)
    : null;
  if (![value, n, population, base, meanSquare ?? 0].every(Number.isFinite) || base === 0) return null;
  const scale = base / (column.denominator?.[idx] ?? 1);
  const { interval, reliability } = estimateOf(value / scale, { n, population, meanSquare, isBounded });
  return { interval: interval && { low: interval.low * scale, high: interval.high * scale }, reliability };
}

/** The stated error with the values of its columns. */
function errorAt(sampling: StatedError, valueOf: (id: string) => number): ErrorOfOffice {
  if ("standardError" in sampling) return { standardError: valueOf(sampling.standardError) };
  if ("cv" in sampling) return { cv: valueOf(sampling.cv) };
  return { low: valueOf(sampling.low), high: valueOf(sampling.high) };
}

/** The estimate of one area as an office states its error; null where it does not. */
function estimateStated(
  sampling: StatedError,
  value: number,
  measure: MeasureColumn,
  idx: number,
): Estimate | null {
  const error = errorAt(sampling, (id) => termAt({ [id]: 1 }, measure, idx));
  return Number.isNaN(value) || Object.values(error).some(Number.isNaN) ? null : statedEstimate(value, error);
}

/**
 * Estimates a column of an indicator in a period; null for a full count in every period. `measure` gives the columns of the measures that
 * `samplingMeasuresOf` names, of the same areas and period.
 */
export function estimateColumn(
  indicator: Indicator & { readonly sampledIn?: readonly string[] | undefined },
  period: string,
  column: ColumnSums,
  measure: MeasureColumn,
): Estimates | null {
  const { sampling, sampledIn } = indicator;
  if (!sampling) return null;
  const { length } = column.status;
  const estimates = emptyEstimates(length);
  if (sampledIn && !sampledIn.includes(period)) {
    for (let idx = 0; idx < length; idx++)
      if (column.status[idx] === HAS_VALUE) estimates.reliability[idx] = FULL_COUNT;
    return estimates;
  }
  for (let idx = 0; idx < length; idx++) {
    const estimate =
      "sample" in sampling
        ? estimateOfSample(indicator, sampling, column, measure, idx)
        : estimateStated(sampling, valueAt(column, idx), measure, idx);
    if (!estimate) continue;
    const { interval, reliability } = estimate;
    estimates.reliability[idx] = RELIABILITIES.indexOf(reliability);
    if (!interval) continue;
    estimates.low[idx] = interval.low;
    estimates.high[idx] = interval.high;
  }
  return estimates;
}

/** One side of a change. */
export interface Side {
  readonly column: ColumnSums;
  /** Null for a full count. */
  readonly estimates: Estimates | null;
}

/** The interval of one side of a change, of no width for a full count; null where none is known. */
function sideInterval({ column, estimates }: Side, idx: number): Interval | null {
  const value = valueAt(column, idx);
  if (!estimates || estimates.reliability[idx] === FULL_COUNT) return { low: value, high: value };
  return intervalAt(estimates, idx);
}

/** Estimates changes: reliable where the interval excludes 0, unreliable where it holds 0; null between full counts. */
export function estimateChange(earlier: Side, later: Side): Estimates | null {
  if (!earlier.estimates && !later.estimates) return null;
  const { length } = later.column.status;
  const estimates = emptyEstimates(length);
  for (let idx = 0; idx < length; idx++) {
    const [then, now] = [valueAt(earlier.column, idx), valueAt(later.column, idx)];
    const [thenInterval, nowInterval] = [sideInterval(earlier, idx), sideInterval(later, idx)];
    if (Number.isNaN(then) || Number.isNaN(now) || !thenInterval || !nowInterval) continue;
    const { low, high } = changeInterval(then, thenInterval, now, nowInterval);
    const isFullCount = thenInterval.low === thenInterval.high && nowInterval.low === nowInterval.high;
    const holdsZero = low <= 0 && high >= 0;
    estimates.reliability[idx] = isFullCount ? FULL_COUNT : holdsZero ? UNRELIABLE : RELIABLE;
    if (isFullCount) continue;
    estimates.low[idx] = low;
    estimates.high[idx] = high;
  }
  return estimates;
}

/**
 * Estimates of changes whose figure is of the areas counted in both periods: the interval of the whole moves with the figure. It is
 * too wide rather than too narrow, because a part of a sum varies less than all of it.
 */
export function centreOnChange(
  estimates: Estimates,
  change: ColumnSums,
  { column: earlier }: Side,
  { column: later }: Side,
): Estimates {
  for (let idx = 0; idx < estimates.low.length; idx++) {
    const by = valueAt(change, idx);
    const moved = by - (valueAt(later, idx) - valueAt(earlier, idx));
    if (Number.isNaN(moved)) estimates.reliability[idx] = NOT_KNOWN;
    if (!(Math.abs(moved) > 0) || Number.isNaN(estimates.low[idx]!)) continue;
    estimates.low[idx]! += moved;
    estimates.high[idx]! += moved;
    estimates.reliability[idx] =
      estimates.low[idx]! <= 0 && estimates.high[idx]! >= 0 ? UNRELIABLE : RELIABLE;
  }
  return estimates;
}
