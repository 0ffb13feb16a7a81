// The rings of a few areas of a tile as segments, for drawing lines around them.

import { VERTEX_BYTES } from "./tile_shape.ts";
import type { TileShape } from "./tile_shape.ts";

const STRIDE = VERTEX_BYTES / 2;

const places = new WeakMap<TileShape, ReadonlyMap<string, number>>();

function placesOf(shape: TileShape): ReadonlyMap<string, number> {
  let known = places.get(shape);
  if (!known) places.set(shape, (known = new Map(shape.codes.map((code, k) => [code, k]))));
  return known;
}

/**
 * Gives the segments around the areas whose codes are given, by their line's width, thinnest first: x, y of both ends in tile
 * units, four numbers a segment.
 */
export function segmentsOf(
  shape: TileShape,
  widthPx: ReadonlyMap<string, number>,
): [widthPx: number, ends: Int16Array<ArrayBuffer>][] {
  const place = placesOf(shape);
  const points = new Int16Array(shape.vertices);
  const byWidth = new Map<number, number[]>();
  for (const [code, width] of widthPx) {
    const k = place.get(code);
    if (k === undefined) continue;
    const ends = byWidth.get(width) ?? [];
    byWidth.set(width, ends);
    for (let ring = shape.firstRing[k]!; ring < shape.firstRing[k + 1]!; ring++) {
      const [first, end] = [shape.rings[ring]!, shape.rings[ring + 1]!];
      for (let v = first; v < end; v++) {
        const [a, b] = [STRIDE * v, STRIDE * (v + 1 < end ? v + 1 : first)];
        ends.push(points[a]!, points[a + 1]!, points[b]!, points[b + 1]!);
      }
    }
  }
  return [...byWidth].sort(([a], [b]) => a - b).map(([width, ends]) => [width, Int16Array.from(ends)]);
}
