// Repairs borders whose two sides have different vertices: a vertex that lies on another area's edge is put into it.

import type { Coverage } from "./coverage.ts";
import { FINE_SIZE, latitudeOf, worldY } from "./grid.ts";
import { IntList } from "./buffers.ts";
import { isUnmatched, type Topology } from "./topology.ts";
import type { VertexIndex } from "./vertices.ts";

/** How far off an edge, in fine units, a vertex still lies on it: both were rounded, by up to √½ each. */
const REACH = 1.5;

const CELL_BITS = 12;
const CELL = 1 << CELL_BITS;

/** The vertices by cell of a hashed grid, as one list sorted by bucket. */
class CellIndex {
  #mask: number;
  #start: Int32Array;
  #members: Int32Array;

  constructor({ x, y, count }: VertexIndex) {
    this.#mask = 2 ** Math.ceil(Math.log2(count + 1)) - 1;
    this.#start = new Int32Array(this.#mask + 2);
    const bucket = new Int32Array(count);
    for (let v = 0; v < count; v++) {
      bucket[v] = this.#bucket(x[v]! >> CELL_BITS, y[v]! >> CELL_BITS);
      this.#start[bucket[v]! + 1]!++;
    }
    for (let b = 0; b <= this.#mask; b++) this.#start[b + 1]! += this.#start[b]!;
    const next = this.#start.slice();
    this.#members = new Int32Array(count);
    for (let v = 0; v < count; v++) this.#members[next[bucket[v]!]!++] = v;
  }

  #bucket(cellX: number, cellY: number): number {
    const hash = Math.imul(cellX, 0x9e3779b1) ^ Math.imul(cellY, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & this.#mask;
  }

  /** All vertices of a cell, and maybe some of others. */
  near(cellX: number, cellY: number): Int32Array {
    const bucket = this.#bucket(cellX, cellY);
    return this.#members.subarray(this.#start[bucket]!, this.#start[bucket + 1]!);
  }
}

/** Latitudes of all vertices in fine units, so that with x they are on a plane where edges of areas are straight. */
const latitudesOf = ({ y, count }: VertexIndex): Float64Array =>
  Float64Array.from({ length: count }, (_, v) => (latitudeOf(y[v]! / FINE_SIZE) / 360) * FINE_SIZE);

/** The vertices that lie on the edge a–b, in order from a; a comes before b by x, then y. */
function verticesOn(
  vertices: VertexIndex,
  lat: Float64Array,
  cells: CellIndex,
  a: number,
  b: number,
): number[] {
  const { x, y } = vertices;
  const [ax, ay, bx, by] = [x[a]!, lat[a]!, x[b]!, lat[b]!];
  const [dx, dy] = [bx - ax, by - ay];
  const squaredLength = dx * dx + dy * dy;
  const along = (v: number): number => (x[v]! - ax) * dx + (lat[v]! - ay) * dy;
  const mercatorAt = (edgeX: number): number => {
    const t = Math.min(1, Math.max(0, (edgeX - ax) / dx));
    return worldY(((ay + t * dy) * 360) / FINE_SIZE) * FINE_SIZE;
  };
  const found = new Set<number>();
  const lastColumn = (bx + REACH) >> CELL_BITS;
  for (let column = (ax - REACH) >> CELL_BITS; column <= lastColumn; column++) {
    const [y1, y2] =
      dx === 0 ? [y[a]!, y[b]!] : [mercatorAt(column * CELL - 2), mercatorAt((column + 1) * CELL + 2)];
    const lastRow = (Math.max(y1, y2) + 3) >> CELL_BITS;
    for (let row = (Math.min(y1, y2) - 3) >> CELL_BITS; row <= lastRow; row++)
      for (const v of cells.near(column, row)) {
        const t = along(v);
        const off = (x[v]! - ax) * dy - (lat[v]! - ay) * dx;
        if (v !== a && v !== b && t > 0 && t < squaredLength && off * off <= REACH * REACH * squaredLength)
          found.add(v);
      }
  }
  return [...found].sort((v, w) => along(v) - along(w) || vertices.compare(v, w));
}

/** The coverage with the missing vertices put in, or the same object when none is missing. */
export function repairJunctions(coverage: Coverage, topology: Topology): Coverage {
  const { vertices, points, ringStart } = coverage;
  const missing = new Map<number, number[]>();
  let cells: CellIndex | undefined;
  let lat: Float64Array | undefined;
  for (let arc = 0; arc + 1 < topology.arcStart.length; arc++) {
    if (!isUnmatched(topology.uses[arc]!)) continue;
    cells ??= new CellIndex(vertices);
    lat ??= latitudesOf(vertices);
    for (let i = topology.arcStart[arc]!; i + 1 < topology.arcStart[arc + 1]!; i++) {
      const [u, v] = [topology.vertices[i]!, topology.vertices[i + 1]!];
      const [a, b] = vertices.compare(u, v) < 0 ? [u, v] : [v, u];
      const between = verticesOn(vertices, lat, cells, a, b);
      if (between.length > 0) missing.set(a * vertices.count + b, between);
    }
  }
  if (missing.size === 0) return coverage;

  const repaired = new IntList(points.length + 1024);
  const repairedStart = new IntList();
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    repairedStart.push(repaired.length);
    const [from, to] = [ringStart[ring]!, ringStart[ring + 1]!];
    for (let i = from; i < to; i++) {
      const [u, v] = [points[i]!, points[i + 1 < to ? i + 1 : from]!];
      const isForward = vertices.compare(u, v) < 0;
      const between = missing.get(isForward ? u * vertices.count + v : v * vertices.count + u) ?? [];
      repaired.push(u);
      for (const vertex of isForward ? between : between.toReversed()) repaired.push(vertex);
    }
  }
  repairedStart.push(repaired.length);
  return { ...coverage, points: repaired.toArray(), ringStart: repairedStart.toArray() };
}
