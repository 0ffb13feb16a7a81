// The cells of the villages: who borders on whom, and the exact course of every border.

import { Delaunay } from "d3-delaunay";
import { mix, uniform } from "./random.ts";
import type { Sites } from "./sites.ts";

export interface Mesh {
  readonly seed: number;
  /** Cells 0 to `cells` − 1 are land; higher numbers are sea. */
  readonly cells: number;
  /** x, y of the site of every cell, on land and at sea. */
  readonly sites: Float64Array;
  /** x, y of the nodes: the points where three cells meet. */
  readonly nodes: ArrayLike<number>;
  readonly delaunay: Delaunay<unknown>;
  /** Typical length of a side, in plane units. */
  readonly side: number;
}

/** Builds the Voronoi cells of `sites`. */
export function buildMesh(seed: number, { points, cells }: Sites, landArea: number): Mesh {
  const delaunay = new Delaunay(points);
  const { circumcenters } = delaunay.voronoi([-1e3, -1e3, 1e3, 1e3]);
  // A hexagon of area 1 has sides of 0.62.
  return {
    seed,
    cells,
    sites: points,
    nodes: circumcenters,
    delaunay,
    side: 0.62 * Math.sqrt(landArea / cells),
  };
}

/** Visits the sides of `cell` anticlockwise, each running between two nodes, with the neighbour beyond it. */
export function eachSide(
  { delaunay, cells }: Mesh,
  cell: number,
  visit: (neighbour: number, from: number, to: number) => void,
): void {
  const { triangles, halfedges, inedges } = delaunay;
  const first = inedges[cell]!;
  let edge = first;
  do {
    const out = edge % 3 === 2 ? edge - 2 : edge + 1;
    const next = halfedges[out]!;
    if (next < 0) {
      if (cell < cells) throw new RangeError(`cell ${cell} is not bounded by the sea`);
      return;
    }
    visit(triangles[next]!, Math.floor(edge / 3), Math.floor(next / 3));
    edge = next;
  } while (edge !== first);
}

/** How far a border may leave the straight line, as a share of what keeps it clear of every other border. */
const SAFETY = 0.7;

/**
 * The course of the side between `cell` and `neighbour` from node to node: x, y, x, y, …, both nodes included.
 * Both sides get the same numbers, in opposite order. The course stays within the kite of the two nodes and the two
 * sites, and kites of different sides have no point in common but nodes: so no two borders ever cross.
 *
 *           cell
 *          /    \
 *     from ~~~~~~ to
 *          \    /
 *         neighbour
 */
export function courseOf(mesh: Mesh, cell: number, neighbour: number, from: number, to: number): number[] {
  const isReversed = from > to;
  const course = isReversed
    ? wander(mesh, cell, neighbour, to, from)
    : wander(mesh, cell, neighbour, from, to);
  if (!isReversed) return course;
  const reversed: number[] = [];
  for (let at = course.length - 2; at >= 0; at -= 2) reversed.push(course[at]!, course[at + 1]!);
  return reversed;
}

/** Midpoint displacement across the line from `start` to `end`. */
function wander(mesh: Mesh, cell: number, neighbour: number, start: number, end: number): number[] {
  const { nodes, sites, cells } = mesh;
  const startX = nodes[2 * start]!;
  const startY = nodes[2 * start + 1]!;
  const alongX = nodes[2 * end]! - startX;
  const alongY = nodes[2 * end + 1]! - startY;
  const length = Math.hypot(alongX, alongY);
  const isCoast = cell >= cells || neighbour >= cells;
  const parts = partsOf(length / mesh.side, isCoast);
  if (parts === 1) return [startX, startY, startX + alongX, startY + alongY];
  // Where the sites' foot is along the line, and how far they are from it: the same for both, as one mirrors the other.
  const lower = Math.min(cell, neighbour);
  const siteX = sites[2 * lower]! - startX;
  const siteY = sites[2 * lower + 1]! - startY;
  const foot = (siteX * alongX + siteY * alongY) / (length * length);
  const height = Math.abs(siteX * alongY - siteY * alongX) / length;
  const seed = mix(mix(mesh.seed, start), end);
  const offsets = new Float64Array(parts + 1);
  let amplitude = (isCoast ? 0.24 : 0.15) * length;
  for (let step = parts; step > 1; step /= 2, amplitude *= 0.55)
    for (let place = step / 2; place < parts; place += step)
      offsets[place] =
        (offsets[place - step / 2]! + offsets[place + step / 2]!) / 2 +
        amplitude * (2 * uniform(seed, place) - 1);
  const course = [startX, startY];
  for (let place = 1; place < parts; place++) {
    const at = (place + 0.5 * (uniform(seed, place, 1) - 0.5)) / parts;
    const room =
      height * Math.min(foot > 0 ? at / foot : Infinity, foot < 1 ? (1 - at) / (1 - foot) : Infinity);
    const limit = SAFETY * Math.min(room, length * Math.min(at, 1 - at));
    const offset = Math.min(limit, Math.max(-limit, offsets[place]!)) / length;
    course.push(startX + alongX * at - alongY * offset, startY + alongY * at + alongX * offset);
  }
  course.push(startX + alongX, startY + alongY);
  return course;
}

function partsOf(relativeLength: number, isCoast: boolean): number {
  const parts = relativeLength > 0.4 ? 8 : relativeLength > 0.15 ? 4 : relativeLength > 0.05 ? 2 : 1;
  return isCoast ? parts * 2 : parts;
}
