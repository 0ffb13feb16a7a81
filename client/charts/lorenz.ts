// The Lorenz curve from the sums that a release keeps: points, the area to the line of equality, and where they are drawn.

import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { LORENZ_PER_CENT } from "#domain/registry/inequality";
import type { ChartBox } from "./box.ts";

/** The poorest share 0–1 of the people have this share 0–1 of the income. */
export interface LorenzPoint {
  readonly people: number;
  readonly income: number;
}

/**
 * The points of the curve from [0, 0] to [1, 1] out of an area's measures; empty where the area has no records, for the
 * curve is never made from those of its parts.
 */
export function lorenzPoints(measures: Readonly<Record<string, number>>): LorenzPoint[] {
  const total = measures["lorenz_income_fen"];
  if (!total) return [];
  const kept = LORENZ_PER_CENT.map((share) => ({ share, fen: measures[`lorenz_${share}_fen`] }));
  if (kept.some(({ fen }) => fen === undefined)) return [];
  return [
    { people: 0, income: 0 },
    ...kept.map(({ share, fen }) => ({ people: share / 100, income: fen! / total })),
    { people: 1, income: 1 },
  ];
}

/** Places a curve in a box, both axes from 0 to 1. */
export function placeLorenz(points: readonly LorenzPoint[], box: ChartBox) {
  const x = scaleLinear([0, 1], [box.left, box.width - box.right]);
  const y = scaleLinear([0, 1], [box.height - box.bottom, box.top]);
  const at = ({ people, income }: LorenzPoint): [number, number] => [x(people), y(income)];
  return {
    curve:
      line<LorenzPoint>(
        (point) => x(point.people),
        (point) => y(point.income),
      )(points) ?? "",
    /** Between the curve and the line of equality: half the Gini coefficient of the unit square. */
    gap:
      area<LorenzPoint>(
        (point) => x(point.people),
        (point) => y(point.income),
        (point) => y(point.people),
      )(points) ?? "",
    equality: `M${x(0)} ${y(0)}L${x(1)} ${y(1)}`,
    dots: points.map((point) => ({ ...point, at: at(point) })),
    ticks: [0, 0.5, 1].map((value) => ({ value, x: x(value), y: y(value) })),
  };
}

/** The inner point of the curve nearest to a place on the x axis; null for a curve without one. */
export function nearestPoint(points: readonly LorenzPoint[], people: number): LorenzPoint | null {
  const inner = points.slice(1, -1);
  return inner.reduce<LorenzPoint | null>(
    (best, point) =>
      best && Math.abs(best.people - people) <= Math.abs(point.people - people) ? best : point,
    null,
  );
}
