// Bounding boxes of areas.

import type { MultiPolygon, Position } from "geojson";
import type { Bbox } from "#domain/bbox";

/** Bounding box of some positions; null where there are none. */
export function bboxOfPositions(positions: readonly Position[]): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions as [number, number][]) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return west <= east ? [west, south, east, north] : null;
}

/** Bounding box of a MultiPolygon; null when it has no position. */
export function bboxOf({ coordinates }: MultiPolygon): Bbox | null {
  return coordinates.reduce<Bbox | null>((all, [shell]) => {
    const box = shell ? bboxOfPositions(shell) : null;
    if (!all || !box) return all ?? box;
    return [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ];
  }, null);
}
