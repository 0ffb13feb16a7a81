// The geometry of a small trend in a table row: on one scale for all rows, broken where there is no value or the method changes.

import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { isMissing } from "#domain/missing";
import type { Value } from "#domain/missing";
import { byMethod } from "#client/charts/trend.ts";

/** Size of the drawing in pixels, with room for the mark at either end. */
export const SPARK = { width: 72, height: 24, edge: 3 } as const;

/** What all rows of a table share. */
export interface SparkScale {
  readonly periods: readonly string[];
  /** Periods in which a new method begins. */
  readonly changes: readonly string[];
  /** Least and largest value of all rows; 0 is within, so that a fall looks as large as it is. */
  readonly domain: readonly [number, number];
}

/** The scale that fits all rows. */
export function sparkScale(
  periods: readonly string[],
  rows: readonly (readonly Value[])[],
  changes: readonly string[] = [],
): SparkScale {
  let [low, high] = [0, 0];
  for (const values of rows)
    for (const value of values) {
      if (isMissing(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  return { periods, changes, domain: [low, high > low ? high : low + 1] };
}

export interface Spark {
  /** A value alone between two gaps is a line of no length, which round ends make a dot. */
  readonly path: string;
  readonly marks: readonly { readonly x: number; readonly y: number }[];
  /** Height of 0. */
  readonly base: number;
}

/** Places the values of one row; `marked` are the periods that the table shows. */
export function placeSpark(
  values: readonly Value[],
  { periods, changes, domain }: SparkScale,
  marked: readonly string[],
): Spark {
  const x = scalePoint(periods, [SPARK.edge, SPARK.width - SPARK.edge]);
  const y = scaleLinear(domain, [SPARK.height - SPARK.edge, SPARK.edge]);
  const points = periods.map((period, at) => {
    const value = values[at] ?? "not-surveyed";
    return { period, value: isMissing(value) ? undefined : value };
  });
  const draw = line<{ period: string; value: number | undefined }>()
    .defined(({ value }) => value !== undefined)
    .x(({ period }) => x(period)!)
    .y(({ value }) => y(value!))
    .digits(1);
  return {
    path: byMethod(points, changes)
      .map((part) => draw(part) ?? "")
      .join(""),
    marks: points.flatMap(({ period, value }) =>
      value !== undefined && marked.includes(period) ? [{ x: x(period)!, y: y(value) }] : [],
    ),
    base: y(0),
  };
}
