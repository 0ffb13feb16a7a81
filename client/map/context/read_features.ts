// Vector tile bytes → lines as segments, polygons as triangles, points: what the map draws beside the areas.

import { VectorTile } from "@mapbox/vector-tile";
import type { VectorTileFeature } from "@mapbox/vector-tile";
import earcut, { flatten } from "earcut";
import { PbfReader } from "pbf";
import type { Segments } from "#client/map/gpu/tile_geometry.ts";

/** Lines of one class; those of a doubling of the rank are drawn with one width. */
export interface LineRun {
  readonly class: string;
  /** The rank in the middle of the doubling; 0 for rank 0. */
  readonly rank: number;
  readonly segments: Segments;
}

export interface PolygonRun {
  readonly class: string;
  /** x, y of the corners of triangles, in tile units. */
  readonly corners: Int16Array<ArrayBuffer>;
}

export interface PointFeature {
  readonly class: string;
  readonly rank: number;
  /** Code of the area that it stands for; null for none. */
  readonly area: string | null;
  /** In tile units. */
  readonly x: number;
  readonly y: number;
}

export interface FeatureTile {
  readonly lines: readonly LineRun[];
  readonly polygons: readonly PolygonRun[];
  readonly points: readonly PointFeature[];
}

export const NO_FEATURES: FeatureTile = { lines: [], polygons: [], points: [] };

const [POINT, LINE, POLYGON] = [1, 2, 3];

type Ring = readonly { readonly x: number; readonly y: number }[];

/** Appends the segments of a line, each with the points before and after it. */
function addLine(line: Ring, into: number[]): void {
  for (let at = 0; at + 1 < line.length; at++)
    for (const place of [Math.max(0, at - 1), at, at + 1, Math.min(line.length - 1, at + 2)])
      into.push(line[place]!.x, line[place]!.y);
}

/** Twice the area of a ring; above zero for an outer one. */
const doubleArea = (ring: Ring): number =>
  ring.reduce((sum, { x, y }, at) => {
    const before = ring.at(at - 1)!;
    return sum + before.x * y - x * before.y;
  }, 0);

function addPolygons(rings: readonly Ring[], into: number[]): void {
  const polygons: Ring[][] = [];
  for (const ring of rings)
    if (doubleArea(ring) > 0 || polygons.length === 0) polygons.push([ring]);
    else polygons.at(-1)!.push(ring);
  for (const polygon of polygons) {
    const { vertices, holes } = flatten(polygon.map((ring) => ring.map(({ x, y }) => [x, y])));
    for (const corner of earcut(vertices, holes)) into.push(vertices[2 * corner]!, vertices[2 * corner + 1]!);
  }
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const rankOf = ({ properties }: VectorTileFeature): number => Number(properties["rank"] ?? 0);

/** The features of a layer in a tile. */
export function readFeatures(bytes: Uint8Array, layerId: string): FeatureTile {
  const layer = new VectorTile(new PbfReader(bytes)).layers[layerId];
  if (!layer) return NO_FEATURES;
  const lines = new Map<string, { class: string; rank: number; found: number[] }>();
  const polygons = new Map<string, number[]>();
  const points: PointFeature[] = [];
  for (let k = 0; k < layer.length; k++) {
    const feature = layer.feature(k);
    const id = textOf(feature.properties["class"]) ?? "";
    const rank = rankOf(feature);
    const parts = feature.loadGeometry();
    if (feature.type === POINT)
      for (const { x, y } of parts.flat())
        points.push({ class: id, rank, area: textOf(feature.properties["area"]), x, y });
    if (feature.type === LINE) {
      const doubling = rank > 0 ? Math.floor(Math.log2(rank)) : null;
      const key = `${id} ${doubling}`;
      const run = lines.get(key) ?? {
        class: id,
        rank: doubling === null ? 0 : 2 ** (doubling + 0.5),
        found: [],
      };
      lines.set(key, run);
      for (const part of parts) addLine(part, run.found);
    }
    if (feature.type === POLYGON) {
      const found = polygons.get(id) ?? [];
      polygons.set(id, found);
      // The first point of a ring is repeated at its end.
      addPolygons(
        parts.map((ring) => ring.slice(0, -1)),
        found,
      );
    }
  }
  return {
    lines: [...lines.values()].map(({ found, ...run }) => ({ ...run, segments: Int16Array.from(found) })),
    polygons: [...polygons].map(([id, found]) => ({ class: id, corners: Int16Array.from(found) })),
    points,
  };
}
