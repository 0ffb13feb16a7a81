// A point inside an area, where its name or a circle is put.

import type { MultiPolygon, Position } from "geojson";
import polylabel from "polylabel";
import { doubledArea } from "#tiles/ring";
import { bboxOfPositions } from "./bbox.ts";

/**
 * How much nearer to the border than the best point it may be, as a share of the shorter side of the part's box; the finer
 * ones are for slivers, which the first may miss.
 */
const PRECISIONS = [0.05, 0.005, 0.0005, 0.00005] as const;

/**
 * [lon, lat] of the point of the largest part of a MultiPolygon that is farthest from its border (its pole of
 * inaccessibility). Null when no inside is found.
 */
export function labelPoint({ coordinates }: MultiPolygon): [number, number] | null {
  let largest: Position[][] | undefined;
  let size = -1;
  for (const polygon of coordinates) {
    const area = polygon[0]?.length ? Math.abs(doubledArea(polygon[0])) : 0;
    if (area > size) [largest, size] = [polygon, area];
  }
  const bbox = largest?.[0] ? bboxOfPositions(largest[0]) : null;
  if (!largest || !bbox) return null;
  const shorterSide = Math.min(bbox[2] - bbox[0], bbox[3] - bbox[1]);
  if (shorterSide === 0) return null;
  for (const precision of PRECISIONS) {
    const point = polylabel(largest as [number, number][][], precision * shorterSide);
    if (point.distance > 0) return [point[0], point[1]];
  }
  return null;
}
