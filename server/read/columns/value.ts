// One area's entry of a column, as the API gives it.

import { divide } from "#domain/indicator";
import type { SampleReliability } from "#domain/method/estimate";
import { HAS_VALUE, MISSING, missingOfStatus, type Missing } from "#domain/missing";
import type { ExactColumn } from "#server/column_store/column";
import { intervalAt, reliabilityAt, type Estimates, type ColumnSums } from "./estimate.ts";

export interface ValueFields {
  readonly value?: number;
  readonly missing?: Missing;
  readonly numerator?: number;
  readonly denominator?: number | null;
}

/**
 * Value and sums, or why there is no value. Where villages contribute but the denominator is 0 the sums stay, so
 * that children still add up to their parent.
 */
export function valueFields(
  status: number,
  covered: number,
  numerator: number,
  denominator: number | null,
): ValueFields {
  if (status === HAS_VALUE) return { value: divide(numerator, denominator).value, numerator, denominator };
  const missing = missingOfStatus(status);
  return covered > 0 ? { missing, numerator, denominator } : { missing };
}

/** A change, a reliability and a statistic are no sums. */
export const withoutSums = ({ value, missing }: ValueFields): ValueFields => ({
  ...(value === undefined ? {} : { value }),
  ...(missing === undefined ? {} : { missing }),
});

/** The same of one area of a column. */
export const valueFieldsAt = (
  { status, covered, numerator, denominator }: ExactColumn,
  idx: number,
): ValueFields => valueFields(status[idx]!, covered[idx]!, numerator[idx]!, denominator && denominator[idx]!);

/** The entry of one area, or of a sum of areas, as a column of one. */
export const columnOfOne = ({ value, numerator = 0, denominator = null }: ValueFields): ColumnSums => ({
  numerator: Float64Array.of(numerator),
  denominator: denominator === null ? null : Float64Array.of(denominator),
  status: Uint8Array.of(value === undefined ? MISSING["not-surveyed"].status : HAS_VALUE),
});

export interface EstimateFields {
  readonly ciLow?: number;
  readonly ciHigh?: number;
  readonly reliability?: SampleReliability;
}

/** Interval and reliability of the value of one area; nothing where they are not known. */
export function estimateFields(estimates: Estimates, idx: number): EstimateFields {
  const reliability = reliabilityAt(estimates, idx);
  if (!reliability) return {};
  const interval = intervalAt(estimates, idx);
  return interval ? { ciLow: interval.low, ciHigh: interval.high, reliability } : { reliability };
}

/** Rounds a coverage, which is stored as float32, to what float32 holds. */
export const coverageOf = (covered: number): number => Math.round(covered * 1e6) / 1e6;

/** The coverage of a figure of which some areas are not counted; nothing where all are, or none. */
export const partialCoverage = (covered: number): { coverage?: number } =>
  covered > 0 && covered < 1 ? { coverage: coverageOf(covered) } : {};
