// The lines around the areas of a tile as segments that know what comes before and after them.

import { EXTENT, SEGMENT, VERTEX_BYTES } from "./tile_geometry.ts";
import type { Segments, TileGeometry } from "./tile_geometry.ts";

const STRIDE = VERTEX_BYTES / 2;
/** Tile units beyond the tile where nothing is drawn any more: further out areas end only because the tile does. */
const MARGIN = 32;

type RingGeometry = Pick<TileGeometry, "vertices" | "rings" | "firstRing">;

/** Appends the wanted segments of a ring to `into`; where the one before or after is not wanted, the line ends. `a` and `b` are indexes in `points`. */
function addRing(
  points: Int16Array,
  first: number,
  count: number,
  isWanted: (a: number, b: number) => boolean,
  into: number[],
): void {
  const at = (i: number): number => STRIDE * (first + ((i + count) % count));
  const wanted = Array.from({ length: count }, (_, i) => isWanted(at(i), at(i + 1)));
  wanted.forEach((isDrawn, i) => {
    if (!isDrawn) return;
    const [a, b] = [at(i), at(i + 1)];
    const before = wanted[(i + count - 1) % count] ? at(i - 1) : a;
    const after = wanted[(i + 1) % count] ? at(i + 2) : b;
    for (const point of [before, a, b, after]) into.push(points[point]!, points[point + 1]!);
  });
}

const isOut = (u: number, v: number): boolean =>
  (u < -MARGIN && v < -MARGIN) || (u > EXTENT + MARGIN && v > EXTENT + MARGIN);

/** The segments around features, and where those of each begin; `isWanted` is asked only about those inside the tile. */
function segmentsOf(
  { vertices, rings, firstRing }: RingGeometry,
  features: Iterable<number>,
  isWanted: (points: Int16Array, a: number, b: number) => boolean,
): { segments: Segments; first: number[] } {
  const points = new Int16Array(vertices);
  const isDrawn = (a: number, b: number): boolean =>
    !isOut(points[a]!, points[b]!) && !isOut(points[a + 1]!, points[b + 1]!) && isWanted(points, a, b);
  const found: number[] = [];
  const first: number[] = [];
  for (const k of features) {
    first.push(found.length / SEGMENT);
    for (let ring = firstRing[k]!; ring < firstRing[k + 1]!; ring++)
      addRing(points, rings[ring]!, rings[ring + 1]! - rings[ring]!, isDrawn, found);
  }
  return { segments: Int16Array.from(found), first: [...first, found.length / SEGMENT] };
}

/** A number for a segment, whichever way it goes: four times 13 bits. */
function keyOf(points: Int16Array, a: number, b: number): number {
  const [start, end] = [a, b].map((at) => (points[at]! + 2048) * 8192 + points[at + 1]! + 2048);
  return Math.min(start!, end!) * 2 ** 26 + Math.max(start!, end!);
}

/**
 * The borders of all areas of a tile, each once although two areas have it, without the lines along which the tile ends.
 * They stand with the first of the two areas.
 */
export function bordersOf(geometry: RingGeometry): Pick<TileGeometry, "borders" | "firstBorder"> {
  const seen = new Set<number>();
  const features = geometry.firstRing.subarray(0, -1).keys();
  const { segments, first } = segmentsOf(geometry, features, (points, a, b) => {
    const before = seen.size;
    return seen.add(keyOf(points, a, b)).size > before;
  });
  return { borders: segments, firstBorder: Uint32Array.from(first) };
}

/** The segments around some features of a tile. */
export const outlineOf = (geometry: RingGeometry, features: Iterable<number>): Segments =>
  segmentsOf(geometry, features, () => true).segments;
