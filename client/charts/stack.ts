// The geometry of stacked columns: one column for each period, one part on the other, nothing where a period is missing.

import { max } from "d3-array";
import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import type { ChartBox } from "./box.ts";

export interface StackedPeriod {
  readonly period: string;
  /** By key of the part; null when the period has no value. */
  readonly parts: Readonly<Record<string, number>> | null;
}

export interface StackedPart {
  readonly key: string;
  readonly period: string;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StackGeometry {
  readonly parts: readonly StackedPart[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly missing: readonly { readonly period: string; readonly x: number }[];
  /** Left edge and width of the column of a period. */
  columnOf(period: string): { readonly x: number; readonly width: number };
}

/** Stacks the parts in the order of `keys`, the first at the bottom, on an axis that starts at zero. */
export function placeStack(
  periods: readonly StackedPeriod[],
  keys: readonly string[],
  box: ChartBox,
): StackGeometry {
  const known = periods.flatMap(({ period, parts }) => (parts ? [{ period, parts }] : []));
  const x = scaleBand(
    periods.map(({ period }) => period),
    [box.left, box.width - box.right],
  )
    .paddingInner(0.28)
    .paddingOuter(0.1);
  const total = (parts: Readonly<Record<string, number>>): number =>
    keys.reduce((sum, key) => sum + (parts[key] ?? 0), 0);
  const highest = max(known, ({ parts }) => total(parts)) ?? 0;
  const y = scaleLinear([0, highest || 1], [box.height - box.bottom, box.top]).nice(3);
  const layers = stack<(typeof known)[number]>()
    .keys(keys)
    .value(({ parts }, key) => parts[key] ?? 0)(known);
  const width = x.bandwidth();
  return {
    parts: layers.flatMap((layer) =>
      layer.map(([low, high], at) => ({
        key: layer.key,
        period: known[at]!.period,
        value: high - low,
        x: x(known[at]!.period)!,
        y: y(high),
        width,
        height: y(low) - y(high),
      })),
    ),
    ticks: y.ticks(3).map((value) => ({ value, y: y(value) })),
    missing: periods.flatMap(({ period, parts }) => (parts ? [] : [{ period, x: x(period)! + width / 2 }])),
    columnOf: (period) => ({ x: x(period) ?? box.left, width }),
  };
}
