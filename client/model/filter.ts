// Areas that meet conditions: which they are, how many people live there, and which have no value.

import { extent, tickStep } from "d3-array";
import { passes } from "#domain/condition";
import type { Bound, Condition } from "#domain/condition";
import type { Catalog } from "#domain/contract/catalog";
import type { Columns } from "#domain/contract/columns";
import { histogram } from "#domain/histogram";

/** Bars of a histogram. */
const BINS = 30;
/** Steps that a handle has, about. */
const STEPS = 120;

export interface Filtered {
  readonly codes: readonly string[];
  /** People in them as far as they are counted; null where nobody counts people. */
  readonly people: number | null;
  /** Areas without a value, by the indicator of a condition. */
  readonly without: ReadonlyMap<string, number>;
}

const numberOf = (value: Columns["columns"][number]["values"][number] | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;

/** The areas of an answer that meet all conditions; those on an indicator that it does not hold are met by none. */
export function filterAreas(answer: Columns, conditions: readonly Condition[]): Filtered {
  const judged = conditions.map((condition) => ({
    condition,
    values: answer.columns.find(({ indicator }) => indicator === condition.indicator)?.values ?? [],
  }));
  const passing = answer.codes.flatMap((_, at) =>
    judged.every(({ condition, values }) => passes(condition, numberOf(values[at]))) ? [at] : [],
  );
  const { people } = answer;
  return {
    codes: passing.map((at) => answer.codes[at]!),
    people: people ? passing.reduce((sum, at) => sum + (people[at] ?? 0), 0) : null,
    without: new Map(
      judged.map(({ condition, values }) => [
        condition.indicator,
        answer.codes.reduce((count, _, at) => count + Number(numberOf(values[at]) === undefined), 0),
      ]),
    ),
  };
}

export interface Distribution {
  /** Ends of the scale, on steps. */
  readonly min: number;
  readonly max: number;
  /** Between two places of a handle. */
  readonly step: number;
  /** Areas by equal widths from `min` to `max`. */
  readonly bins: readonly number[];
}

/** How the values of a column are spread; null where there are none. */
export function distributionOf(values: Columns["columns"][number]["values"]): Distribution | null {
  const numbers = values.filter((value) => typeof value === "number");
  const [least, most] = extent(numbers);
  if (least === undefined) return null;
  const step = tickStep(least, most, STEPS) || Math.abs(least) / STEPS || 1;
  const min = Math.floor(least / step) * step;
  const max = Math.max(Math.ceil(most / step) * step, min + step);
  return { min, max, step, bins: histogram(numbers, min, max, BINS) };
}

/** A number without the noise of adding steps: 0.30000000000000004 is 0.3. */
export const tidied = (value: number): number => Number(value.toPrecision(12));

/** The lower bound of a handle; at the end of the scale there is none. */
export const lowBound = (value: number, { min }: Distribution): Bound | null =>
  value <= min ? null : { value: tidied(value), isIncluded: false };

/** The upper bound of a handle; at the end of the scale there is none. */
export const highBound = (value: number, { max }: Distribution): Bound | null =>
  value >= max ? null : { value: tidied(value), isIncluded: true };

/** The measure that counts all people: that of a plain sum of persons; null where the catalogue has none. */
export function peopleMeasure({ indicators }: Pick<Catalog, "indicators">): string | null {
  const counted = indicators.find(
    ({ unit, denominator, polarity, numerator }) =>
      unit === "persons" &&
      denominator === null &&
      polarity === "neutral" &&
      Object.keys(numerator).length === 1 &&
      Object.values(numerator)[0] === 1,
  );
  return counted ? Object.keys(counted.numerator)[0]! : null;
}

/** Conditions with that of one indicator changed, added at the end, or with null left out; null for none. */
export function withCondition(
  conditions: readonly Condition[] | null,
  indicator: string,
  next: Condition | null,
): readonly Condition[] | null {
  const known = conditions ?? [];
  const at = known.findIndex((condition) => condition.indicator === indicator);
  const others = known.filter((condition) => condition.indicator !== indicator);
  const changed = next === null ? others : at < 0 ? [...known, next] : known.with(at, next);
  return changed.length === 0 ? null : changed;
}
