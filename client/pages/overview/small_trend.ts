// The geometry of a small trend: an area from zero, broken where there is no value or the method changes.

import { scaleLinear, scalePoint } from "d3-scale";
import { area, line } from "d3-shape";
import { byMethod } from "#client/charts/trend.ts";

/** In pixels, with room for the last dot. */
export const TREND_BOX = { width: 164, height: 44, edge: 4 } as const;

export interface TrendPoint {
  readonly period: string;
  /** Null without a value. */
  readonly count: number | null;
}

export interface SmallTrend {
  readonly line: string;
  readonly area: string;
  /** Of the last point with a value. */
  readonly dot: { readonly x: number; readonly y: number } | null;
}

/** Places counts over the periods; the axis begins at zero, so that a fall looks as large as it is. */
export function placeSmallTrend(points: readonly TrendPoint[], changes: readonly string[]): SmallTrend {
  const { width, height, edge } = TREND_BOX;
  const x = scalePoint(
    points.map(({ period }) => period),
    [edge, width - edge],
  );
  const y = scaleLinear([0, Math.max(0, ...points.map(({ count }) => count ?? 0)) || 1], [height - 1, edge]);
  const parts = byMethod(
    points.map(({ period, count }) => ({ period, value: count ?? undefined })),
    changes,
  );
  type Placed = (typeof parts)[number][number];
  const isThere = ({ value }: Placed): boolean => value !== undefined;
  const xOf = ({ period }: Placed): number => x(period)!;
  const yOf = ({ value }: Placed): number => y(value!);
  const drawLine = line<Placed>().defined(isThere).x(xOf).y(yOf).digits(1);
  const drawArea = area<Placed>()
    .defined(isThere)
    .x(xOf)
    .y0(height - 1)
    .y1(yOf)
    .digits(1);
  const last = points.findLast(({ count }) => count !== null);
  return {
    line: parts.map((part) => drawLine(part) ?? "").join(""),
    area: parts.map((part) => drawArea(part) ?? "").join(""),
    dot: last?.count == null ? null : { x: x(last.period)!, y: y(last.count) },
  };
}

export interface Span {
  readonly from: { readonly period: string; readonly count: number };
  readonly to: { readonly period: string; readonly count: number };
  /** Relative change −1…; null where it began at nothing, or the method has changed since. */
  readonly change: number | null;
}

/** The first and the last count up to a period; null where there are not two. */
export function spanOf(
  points: readonly TrendPoint[],
  until: string,
  isComparable: (from: string) => boolean,
): Span | null {
  const at = points.findIndex(({ period }) => period === until);
  const known = points
    .slice(0, at + 1)
    .flatMap(({ period, count }) => (count === null ? [] : [{ period, count }]));
  const [from, to] = [known[0], known.at(-1)];
  if (!from || !to || from === to || to.period !== until) return null;
  const change = from.count > 0 && isComparable(from.period) ? to.count / from.count - 1 : null;
  return { from, to, change };
}
