// A point inside an area, where its name or a circle is put.

import type { MultiPolygon, Position } from "geojson";

type Ring = readonly Position[];

function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
  return Math.abs(twice) / 2;
}

/** Gives where the horizontal line at `y` enters and leaves the polygon, from west to east. */
function crossings(polygon: readonly Ring[], y: number): number[] {
  const xs: number[] = [];
  for (const ring of polygon)
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1] as [number, number];
      const [x1, y1] = ring[i] as [number, number];
      if (y0 <= y !== y1 <= y) xs.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
    }
  return xs.sort((a, b) => a - b);
}

/**
 * Gives [lon, lat] of a point inside the largest part of a MultiPolygon: the middle of the widest stretch among a few
 * horizontal cuts. Null when no cut has any width.
 */
export function labelPoint(geometry: MultiPolygon): [number, number] | null {
  let largest: readonly Ring[] | undefined;
  let size = -1;
  for (const polygon of geometry.coordinates) {
    const area = polygon[0] ? ringArea(polygon[0]) : 0;
    if (area > size) [largest, size] = [polygon, area];
  }
  if (!largest?.[0]) return null;
  const ys = largest[0].map((position) => position[1]!);
  const south = ys.reduce((a, b) => Math.min(a, b), Infinity);
  const north = ys.reduce((a, b) => Math.max(a, b), -Infinity);
  let best: [number, number] | null = null;
  let widest = 0;
  for (const share of [0.5, 0.375, 0.625]) {
    const y = south + share * (north - south);
    const xs = crossings(largest, y);
    for (let i = 1; i < xs.length; i += 2) {
      const width = xs[i]! - xs[i - 1]!;
      if (width > widest) [widest, best] = [width, [(xs[i]! + xs[i - 1]!) / 2, y]];
    }
  }
  return best;
}

/** Gives [west, south, east, north] of a MultiPolygon in degrees; null when it has no position. */
export function bboxOf(geometry: MultiPolygon): [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of geometry.coordinates)
    for (const position of polygon[0] ?? []) {
      west = Math.min(west, position[0]!);
      south = Math.min(south, position[1]!);
      east = Math.max(east, position[0]!);
      north = Math.max(north, position[1]!);
    }
  return west <= east ? [west, south, east, north] : null;
}
