// The areas of a tile as triangles, for the GPU, and the area at a point.

/** Tile units along a side, as the tile engine writes them. */
export const EXTENT = 4096;

/** Bytes of a vertex: x and y as int16, then the number of its feature as uint32. */
export const VERTEX_BYTES = 8;

/** Numbers of a segment: x, y of the point before it, of its two ends, of the point after it, in tile units. */
export const SEGMENT = 8;

/** Lines as segments of SEGMENT numbers each. */
export type Segments = Int16Array<ArrayBuffer>;

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

/** Bytes that a geometry takes in memory, names counted roughly. */
export const geometryBytes = ({ vertices, triangles, rings, boxes, borders, codes }: TileGeometry): number =>
  [vertices, triangles, rings, boxes, borders].reduce((sum, { byteLength }) => sum + byteLength, 0) +
  codes.length * 80;

const featuresByCode = new WeakMap<TileGeometry, ReadonlyMap<string, number>>();

/** Index of the feature of an area in a tile; undefined where the tile does not have it. */
export function featureOf(geometry: TileGeometry, code: string): number | undefined {
  let features = featuresByCode.get(geometry);
  if (!features) {
    features = new Map(geometry.codes.map((known, k) => [known, k]));
    featuresByCode.set(geometry, features);
  }
  return features.get(code);
}

const cross = (ax: number, ay: number, bx: number, by: number, x: number, y: number): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

/** Index of the feature at a point in tile units, -1 where there is none; on a border it is the first of the two. */
export function featureAt(geometry: TileGeometry, x: number, y: number): number {
  const { boxes, triangles, firstTriangle } = geometry;
  const positions = new Int16Array(geometry.vertices);
  for (let k = 0; k < geometry.codes.length; k++) {
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
