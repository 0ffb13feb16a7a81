// The areas of a tile as triangles, for the GPU, and the area at a point.

import type { Segments } from "./borders.ts";

/** Tile units along a side, as the tile engine writes them. */
export const EXTENT = 4096;

/** Bytes of a vertex: x and y as int16, then the number of its feature as uint32. */
export const VERTEX_BYTES = 8;

/** Feature k is the k-th area of the tile. */
export interface TileGeometry {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** VERTEX_BYTES each, ring after ring, without the repeated last point. */
  readonly vertices: ArrayBuffer;
  /** Three vertex numbers per triangle. */
  readonly triangles: Uint32Array<ArrayBuffer>;
  /** Entry k is where the triangles of feature k begin; one entry more than features. */
  readonly firstTriangle: Uint32Array;
  /** First vertex of every ring, and the number of vertices. */
  readonly rings: Uint32Array;
  /** Entry k is the first ring of feature k; one entry more than features. */
  readonly firstRing: Uint32Array;
  /** Left, top, right, bottom of every feature. */
  readonly boxes: Int16Array;
  /** The lines between the areas and around them, each once. */
  readonly borders: Segments;
  /** Entry k is the first border of feature k; one entry more than features. */
  readonly firstBorder: Uint32Array;
}

/** Gives the bytes that a shape holds, names counted roughly. */
export const geometryBytes = ({ vertices, triangles, rings, boxes, borders, codes }: TileGeometry): number =>
  [vertices, triangles, rings, boxes, borders].reduce((sum, { byteLength }) => sum + byteLength, 0) +
  codes.length * 80;

const places = new WeakMap<TileGeometry, ReadonlyMap<string, number>>();

/** Gives the place of an area among the features of a tile; undefined where it is not in it. */
export function placeOf(shape: TileGeometry, code: string): number | undefined {
  let known = places.get(shape);
  if (!known) places.set(shape, (known = new Map(shape.codes.map((one, k) => [one, k]))));
  return known.get(code);
}

const cross = (ax: number, ay: number, bx: number, by: number, x: number, y: number): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

/** Gives the feature at a point in tile units, -1 where there is none; borders belong to the first. */
export function featureAt(shape: TileGeometry, x: number, y: number): number {
  const { boxes, triangles, firstTriangle } = shape;
  const positions = new Int16Array(shape.vertices);
  for (let k = 0; k < shape.codes.length; k++) {
    const at = 4 * k;
    if (x < boxes[at]! || y < boxes[at + 1]! || x > boxes[at + 2]! || y > boxes[at + 3]!) continue;
    for (let t = 3 * firstTriangle[k]!; t < 3 * firstTriangle[k + 1]!; t += 3) {
      const [a, b, c] = [4 * triangles[t]!, 4 * triangles[t + 1]!, 4 * triangles[t + 2]!];
      const [ax, ay] = [positions[a]!, positions[a + 1]!];
      const [bx, by] = [positions[b]!, positions[b + 1]!];
      const [cx, cy] = [positions[c]!, positions[c + 1]!];
      const [p, q, r] = [
        cross(ax, ay, bx, by, x, y),
        cross(bx, by, cx, cy, x, y),
        cross(cx, cy, ax, ay, x, y),
      ];
      if ((p >= 0 && q >= 0 && r >= 0) || (p <= 0 && q <= 0 && r <= 0)) return k;
    }
  }
  return -1;
}
