// Short distances on the ground.

import type { Position } from "#server/import/boundaries/lon_lat";

export const METRES_PER_DEGREE = 111_320;

/** Metres between two places that are near to each other. */
export function metresBetween(a: Position, b: Position): number {
  const east = (a[0] - b[0]) * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return Math.hypot(east, a[1] - b[1]) * METRES_PER_DEGREE;
}
