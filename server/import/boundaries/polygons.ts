// Any geometry of a source → a MultiPolygon whose rings PostGIS accepts, as WKB; and what had to be repaired on the way.

import type { Geometry, MultiPolygon, Position } from "geojson";
import { encodeWkb } from "#sql/wkb";
import { doubledArea } from "#tiles/ring";

/** Why a geometry is no polygon, or how it was repaired before its validity is checked. */
export type PolygonFault =
  | "geometry_missing"
  | "geometry_not_polygon"
  | "ring_not_closed"
  | "ring_too_short"
  | "coordinate_not_finite";

export interface SourceBounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

export const noBounds = (): SourceBounds => ({
  west: Infinity,
  south: Infinity,
  east: -Infinity,
  north: -Infinity,
});

/** Widens bounds by a position. */
export function widen(bounds: SourceBounds, x: number, y: number): void {
  if (x < bounds.west) bounds.west = x;
  if (x > bounds.east) bounds.east = x;
  if (y < bounds.south) bounds.south = y;
  if (y > bounds.north) bounds.north = y;
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(polygonsOf);
  return [];
}

/** Encodes the polygons of `geometry` in the source's coordinate system and widens `bounds` by them. */
export function toWkb(
  geometry: Geometry | null | undefined,
  bounds: SourceBounds,
): { wkb: Buffer | null; faults: PolygonFault[] } {
  try {
    return encodePolygons(geometry, bounds);
  } catch (error) {
    // coordinates that are not nested as the type asks
    if (error instanceof TypeError) return { wkb: null, faults: ["geometry_not_polygon"] };
    throw error;
  }
}

function encodePolygons(
  geometry: Geometry | null | undefined,
  bounds: SourceBounds,
): { wkb: Buffer | null; faults: PolygonFault[] } {
  if (!geometry) return { wkb: null, faults: ["geometry_missing"] };
  const faults = new Set<PolygonFault>();
  const coordinates: MultiPolygon["coordinates"] = [];
  for (const polygon of polygonsOf(geometry)) {
    const rings: Position[][] = [];
    for (const [index, ring] of polygon.entries()) {
      const closed = closeRing(ring, faults);
      if (closed.length < 4) {
        faults.add("ring_too_short");
        if (index === 0) break;
        continue;
      }
      for (const [x, y] of closed as [number, number][]) {
        if (!Number.isFinite(x) || !Number.isFinite(y))
          return { wkb: null, faults: ["coordinate_not_finite"] };
        widen(bounds, x, y);
      }
      rings.push(doubledArea(closed) > 0 === (index === 0) ? closed : closed.toReversed());
    }
    if (rings.length > 0) coordinates.push(rings);
  }
  if (coordinates.length === 0)
    return { wkb: null, faults: faults.size > 0 ? [...faults] : ["geometry_not_polygon"] };
  return { wkb: encodeWkb({ type: "MultiPolygon", coordinates }), faults: [...faults] };
}

function closeRing(ring: Position[], faults: Set<PolygonFault>): Position[] {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  faults.add("ring_not_closed");
  return [...ring, first];
}

/** Whether bounds can be degrees of longitude and latitude. */
export const isLonLat = ({ west, south, east, north }: SourceBounds): boolean =>
  west >= -180.000001 && east <= 180.000001 && south >= -90.000001 && north <= 90.000001;
