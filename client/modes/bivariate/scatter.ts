// The geometry of the scatter of two indicators: dots, ticks, and what a rectangle takes in.

import { extent, max } from "d3-array";
import { scaleLinear, scaleSqrt } from "d3-scale";
import type { ChartBox } from "#client/charts/box.ts";

export interface ScatterPoint {
  readonly code: string;
  /** The need, drawn upwards. */
  readonly need: number;
  /** What should meet it, drawn to the right. */
  readonly other: number;
  /** Place of the class among the nine. */
  readonly at: number;
  /** People in need who live there; absent where they are not counted. */
  readonly people?: number | undefined;
}

export interface Dot extends ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Radius in pixels: the area of the dot goes by the people. */
  readonly r: number;
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

/** What a rule asks for on either axis. */
export interface ScatterNorms {
  readonly need?: number | undefined;
  readonly other?: number | undefined;
}

/** Radii in pixels: of the smallest dot and of a dot without people, of the largest, and of the largest among many. */
const SMALL_PX = 3.5;
const LARGE_PX = 15;
const LARGE_OF_MANY_PX = 7;
const MANY = 400;
/** A plot is at least this many times as high as the radius of its largest dot. */
const HEIGHT_OF_LARGE = 18;
/** A norm beyond the values is shown where it adds no more than this share of their span. */
const NEAR = 0.5;

/** Places the points in a box on axes that just hold them all, and the norms that are near. */
export function placeScatter(
  points: readonly ScatterPoint[],
  box: ChartBox,
  norms: ScatterNorms = {},
): ScatterGeometry {
  const domain = (values: readonly number[], norm: number | undefined): [number, number] => {
    const [least, greatest] = extent(values);
    if (least === undefined || greatest === undefined) return [0, 1];
    const reach = NEAR * (greatest - least);
    const isNear = norm !== undefined && norm >= least - reach && norm <= greatest + reach;
    const [low, high] = isNear ? [Math.min(least, norm), Math.max(greatest, norm)] : [least, greatest];
    return low === high ? [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2] : [low, high];
  };
  const x = scaleLinear(
    domain(
      points.map(({ other }) => other),
      norms.other,
    ),
    [box.left, box.width - box.right],
  ).nice(6);
  const most = max(points, ({ people }) => people) ?? 0;
  const room = (box.height - box.top - box.bottom) / HEIGHT_OF_LARGE;
  const largest = Math.min(points.length > MANY ? LARGE_OF_MANY_PX : LARGE_PX, Math.max(SMALL_PX, room));
  const radius = scaleSqrt([0, Math.max(1, most)], [0, largest]);
  const y = scaleLinear(
    domain(
      points.map(({ need }) => need),
      norms.need,
    ),
    [box.height - box.bottom, box.top],
  ).nice(4);
  return {
    // The largest first, so that the small ones lie on them and stay in reach.
    dots: points
      .map((point) => ({
        ...point,
        x: x(point.other),
        y: y(point.need),
        r: Math.max(SMALL_PX, radius(point.people ?? 0)),
      }))
      .sort((a, b) => b.r - a.r),
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

/** The dot whose edge is nearest to a place, of those around it the smallest; null when none is within `reach`. */
export function dotAt(dots: readonly Dot[], x: number, y: number, reach: number): Dot | null {
  let best: Dot | null = null;
  let least = reach;
  for (const dot of dots) {
    const distance = Math.max(0, Math.hypot(dot.x - x, dot.y - y) - dot.r);
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
