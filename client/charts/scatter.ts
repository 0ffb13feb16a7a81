// The geometry of the scatter of two indicators: dots, ticks, and what a rectangle takes in.

import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { ChartBox } from "./box.ts";

export interface ScatterPoint {
  readonly code: string;
  /** The need, drawn upwards. */
  readonly need: number;
  /** What should meet it, drawn to the right. */
  readonly other: number;
  /** Place of the class among the nine. */
  readonly at: number;
}

export interface Dot extends ScatterPoint {
  readonly x: number;
  readonly y: number;
}

/** Two corners, in any order. */
export interface Rectangle {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface ScatterGeometry {
  readonly dots: readonly Dot[];
  readonly xTicks: readonly { readonly value: number; readonly at: number }[];
  readonly yTicks: readonly { readonly value: number; readonly at: number }[];
  xOf(value: number): number;
  yOf(value: number): number;
}

/** Places the points in a box on axes that just hold them all. */
export function placeScatter(points: readonly ScatterPoint[], box: ChartBox): ScatterGeometry {
  const domain = (values: readonly number[]): [number, number] => {
    const [min, max] = extent(values);
    if (min === undefined || max === undefined) return [0, 1];
    return min === max ? [min - (Math.abs(min) || 1) / 2, max + (Math.abs(max) || 1) / 2] : [min, max];
  };
  const x = scaleLinear(domain(points.map(({ other }) => other)), [box.left, box.width - box.right]).nice(6);
  const y = scaleLinear(domain(points.map(({ need }) => need)), [box.height - box.bottom, box.top]).nice(4);
  return {
    dots: points.map((point) => ({ ...point, x: x(point.other), y: y(point.need) })),
    xTicks: x.ticks(6).map((value) => ({ value, at: x(value) })),
    yTicks: y.ticks(4).map((value) => ({ value, at: y(value) })),
    xOf: (value) => x(value),
    yOf: (value) => y(value),
  };
}

/** Gives the dots whose middle lies in the rectangle, borders included. */
export const dotsIn = (dots: readonly Dot[], { x0, y0, x1, y1 }: Rectangle): Dot[] =>
  dots.filter(
    ({ x, y }) =>
      x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1),
  );

/** Gives the dot nearest to a place, null when none is within `reach`. */
export function dotAt(dots: readonly Dot[], x: number, y: number, reach: number): Dot | null {
  let best: Dot | null = null;
  let least = reach;
  for (const dot of dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance > least) continue;
    least = distance;
    best = dot;
  }
  return best;
}
