// The geometry of the scatter of two indicators: dots, ticks, and what a rectangle takes in.

import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { ChartBox } from "#client/charts/box.ts";

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
export interface BrushRect {
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

/** The dots whose middle lies in the rectangle, borders included. */
export const dotsIn = (dots: readonly Dot[], { x0, y0, x1, y1 }: BrushRect): Dot[] =>
  dots.filter(
    ({ x, y }) =>
      x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1),
  );

/** The dot nearest to a place, null when none is within `reach`. */
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

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Sorts dots along an axis; what lies on one place of it goes by the other axis, then by code. */
export function inOrder(dots: readonly Dot[], along: "x" | "y"): Dot[] {
  const across = along === "x" ? "y" : "x";
  return [...dots].sort((a, b) => a[along] - b[along] || a[across] - b[across] || (a.code < b.code ? -1 : 1));
}

/**
 * The dot that a key leads to: Left and Right to the next one on the x axis, Up and Down on the y axis, so that either pair
 * of keys reaches every dot; Home and End to the ends of the x axis. Without a dot to start from it is the leftmost. Undefined for
 * another key, and where there is none.
 */
export function dotTowards(dots: readonly Dot[], from: Dot | undefined, key: string): Dot | undefined {
  const step = ARROWS[key];
  if (!step && key !== "Home" && key !== "End") return undefined;
  const sorted = inOrder(dots, step && step[1] !== 0 ? "y" : "x");
  if (!from || key === "Home") return sorted[0];
  if (key === "End") return sorted.at(-1);
  return sorted[sorted.findIndex(({ code }) => code === from.code) + step![0] + step![1]];
}

/** Moves the free corner [x1, y1] of a rectangle by one step of an arrow key, as far as the plot goes; undefined for another key. */
export function stretched(
  { x0, y0, x1, y1 }: BrushRect,
  key: string,
  stepPx: number,
  { left, right, top, bottom, width, height }: ChartBox,
): BrushRect | undefined {
  const arrow = ARROWS[key];
  if (!arrow) return undefined;
  const within = (at: number, low: number, high: number): number => Math.max(low, Math.min(high, at));
  return {
    x0,
    y0,
    x1: within(x1 + arrow[0] * stepPx, left, width - right),
    y1: within(y1 + arrow[1] * stepPx, top, height - bottom),
  };
}
