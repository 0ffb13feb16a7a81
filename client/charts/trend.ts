// The geometry of the trend chart: points by period, broken where a value is missing.

import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import type { ChartBox } from "./box.ts";

export interface TrendPoint {
  readonly period: string;
  readonly value?: number | undefined;
}

export interface TrendGeometry {
  readonly path: string;
  readonly dots: readonly {
    readonly period: string;
    readonly value: number;
    readonly x: number;
    readonly y: number;
  }[];
  readonly missing: readonly { readonly period: string; readonly x: number }[];
  /** Two or three round values of the axis. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Place of a period, whether or not it has a value. */
  xOf(period: string): number;
  yOf(value: number): number;
}

/** Parts points at the periods in which a new method begins. */
export function byMethod<P extends TrendPoint>(points: readonly P[], changes: readonly string[]): P[][] {
  const parts: P[][] = [[]];
  for (const point of points) {
    if (changes.includes(point.period)) parts.push([]);
    parts[parts.length - 1]!.push(point);
  }
  return parts;
}

/**
 * Places a trend in a box; the axis starts at zero, so that a fall looks as large as it is. Figures of different methods are not
 * joined: `changes` are the periods in which a new one begins.
 */
export function placeTrend(
  points: readonly TrendPoint[],
  box: ChartBox,
  changes: readonly string[] = [],
): TrendGeometry {
  const x = scalePoint(
    points.map(({ period }) => period),
    [box.left, box.width - box.right],
  );
  const max = Math.max(0, ...points.flatMap(({ value }) => (value === undefined ? [] : [value])));
  const y = scaleLinear([0, max || 1], [box.height - box.bottom, box.top]).nice(3);
  const draw = line<TrendPoint>()
    .defined(({ value }) => value !== undefined)
    .x(({ period }) => x(period)!)
    .y(({ value }) => y(value!));
  return {
    path: byMethod(points, changes)
      .map((part) => draw(part) ?? "")
      .join(""),
    dots: points.flatMap(({ period, value }) =>
      value === undefined ? [] : [{ period, value, x: x(period)!, y: y(value) }],
    ),
    missing: points.flatMap(({ period, value }) => (value === undefined ? [{ period, x: x(period)! }] : [])),
    ticks: y.ticks(3).map((value) => ({ value, y: y(value) })),
    xOf: (period) => x(period) ?? box.left,
    yOf: (value) => y(value),
  };
}
