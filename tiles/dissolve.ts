// Outer line of areas that share borders: edges that two of them share cancel, the rest are chained into rings.

import type { MultiPolygon, Position } from "geojson";
import { doubledAreaOfVertices, isInRingOfVertices } from "./ring.ts";
import { VertexIndex } from "./vertices.ts";

/** A closed ring of vertex numbers, the first not repeated, with twice its signed area; positive is anticlockwise (y grows north). */
interface Chain {
  readonly ring: readonly number[];
  readonly area: number;
}

/** What remains of the edges as lists of end vertices by start vertex. Interiors lie to the left of an edge. */
function outerEdges(parts: readonly MultiPolygon[], vertices: VertexIndex): Map<number, number[]> {
  const rings: number[][] = [];
  for (const { coordinates } of parts)
    for (const polygon of coordinates)
      polygon.forEach((positions, i) => {
        const ring = distinctRing(positions.map(([lon, lat]) => vertices.add(lon!, lat!)));
        if (ring.length < 3) return;
        rings.push(doubledAreaOfVertices(ring, vertices) > 0 === (i === 0) ? ring : ring.reverse());
      });
  /** low · count + high → how many more rings run from low to high than back. */
  const surplus = new Map<number, number>();
  const { count } = vertices;
  for (const ring of rings)
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length]!;
      const edge = Math.min(from, to) * count + Math.max(from, to);
      surplus.set(edge, (surplus.get(edge) ?? 0) + (from < to ? 1 : -1));
    });
  const ends = new Map<number, number[]>();
  for (const [edge, balance] of surplus) {
    if (balance === 0) continue;
    const [low, high] = [Math.floor(edge / count), edge % count];
    const [from, to] = balance > 0 ? [low, high] : [high, low];
    const list = ends.get(from);
    if (list) list.push(to);
    else ends.set(from, [to]);
  }
  return ends;
}

function distinctRing(ring: readonly number[]): number[] {
  const kept = ring.filter((vertex, i) => i === 0 || vertex !== ring[i - 1]);
  while (kept.length > 1 && kept[0] === kept[kept.length - 1]) kept.pop();
  return kept;
}

/** Takes the edge to go on with at `at`, coming from `from`: the first one clockwise, so that the same interior stays on the left. */
function takeNext(
  ends: Map<number, number[]>,
  from: number,
  at: number,
  { x, y }: VertexIndex,
): number | null {
  const list = ends.get(at);
  if (!list) return null;
  let best = 0;
  if (list.length > 1) {
    const back = Math.atan2(y[from]! - y[at]!, x[from]! - x[at]!);
    const turn = (to: number): number => {
      const clockwise = back - Math.atan2(y[to]! - y[at]!, x[to]! - x[at]!);
      return clockwise > 0 ? clockwise : clockwise + 2 * Math.PI;
    };
    for (let i = 1; i < list.length; i++) if (turn(list[i]!) < turn(list[best]!)) best = i;
  }
  const [next] = list.splice(best, 1);
  if (list.length === 0) ends.delete(at);
  return next!;
}

/** Chains edges into rings that visit no vertex twice: a ring that touches itself is split there. */
function chainRings(ends: Map<number, number[]>, vertices: VertexIndex): Chain[] {
  const chains: Chain[] = [];
  for (const start of ends.keys()) {
    while (ends.has(start)) {
      const path = [start];
      const place = new Map([[start, 0]]);
      let from = start;
      let at = takeNext(ends, start, start, vertices);
      while (at !== null) {
        const seen = place.get(at);
        if (seen === undefined) {
          place.set(at, path.length);
          path.push(at);
        } else {
          const ring = path.splice(seen + 1);
          for (const vertex of ring) place.delete(vertex);
          ring.unshift(at);
          const area = ring.length < 3 ? 0 : doubledAreaOfVertices(ring, vertices);
          if (area !== 0) chains.push({ ring, area });
        }
        const next = takeNext(ends, from, at, vertices);
        from = at;
        at = next;
      }
    }
  }
  return chains;
}

/** A point of a hole that is not on the shell: a vertex they do not share, else the middle of an edge. */
function probe(hole: readonly number[], shell: ReadonlySet<number>, { x, y }: VertexIndex): [number, number] {
  const free = hole.find((vertex) => !shell.has(vertex));
  if (free !== undefined) return [x[free]!, y[free]!];
  const [a, b] = [hole[0]!, hole[1]!];
  return [(x[a]! + x[b]!) / 2, (y[a]! + y[b]!) / 2];
}

/** A ring of this mean width in metres or less is a seam: a gap or an overlap between areas that are meant to meet. */
const SEAM_METRES = 10;
const METRES_PER_DEGREE = 111_320;

/** Mean width of a ring in metres: its area over half its perimeter. */
function widthOf({ ring, area }: Chain, { x, y }: VertexIndex): number {
  const shrink = Math.cos((y[ring[0]!]! * Math.PI) / 180);
  let perimeter = 0;
  for (const [i, from] of ring.entries()) {
    const to = ring[(i + 1) % ring.length]!;
    perimeter += Math.hypot((x[to]! - x[from]!) * shrink, y[to]! - y[from]!);
  }
  return perimeter === 0 ? 0 : (Math.abs(area) * shrink * METRES_PER_DEGREE) / perimeter;
}

/**
 * The union of areas that meet at exactly equal vertices and do not overlap; its vertices are theirs, none is made. Where they
 * nearly meet, gaps and overlaps up to 10 m wide are closed, and `onSeam` is called for each.
 *
 * Parts are [lon, lat] in degrees in any winding; the result has anticlockwise shells, clockwise holes, closed rings, and
 * touches itself in points only. Of equal parts one counts. No parts give no polygons.
 */
export function dissolve(parts: readonly MultiPolygon[], onSeam?: () => void): MultiPolygon {
  const vertices = new VertexIndex();
  const chains = withoutSeams(chainRings(outerEdges(parts, vertices), vertices), vertices, onSeam);
  const shells = chains
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area)
    .map(({ ring }) => ({
      ring,
      members: new Set(ring),
      box: boxOf(ring, vertices),
      holes: [] as (readonly number[])[],
    }));
  for (const { ring, area } of chains) {
    if (area > 0) continue;
    const [west, south, east, north] = boxOf(ring, vertices);
    shells
      .find(({ ring: shell, members, box }) => {
        if (box[0] > west || box[1] > south || box[2] < east || box[3] < north) return false;
        return isInRingOfVertices(shell, ...probe(ring, members, vertices), vertices);
      })
      ?.holes.push(ring);
  }
  const positions = (ring: readonly number[]): Position[] =>
    [...ring, ring[0]!].map((vertex) => [vertices.x[vertex]!, vertices.y[vertex]!]);
  return {
    type: "MultiPolygon",
    coordinates: shells.toReversed().map(({ ring, holes }) => [ring, ...holes].map(positions)),
  };
}

/** Rings without gaps that are seams, and without overlaps that are and lie in another ring. */
function withoutSeams(
  chains: readonly Chain[],
  vertices: VertexIndex,
  onSeam: () => void = () => undefined,
): readonly Chain[] {
  const thin = chains.filter((chain) => widthOf(chain, vertices) <= SEAM_METRES);
  if (thin.length === 0) return chains;
  const seams = new Set(thin.filter(({ area }) => area < 0));
  const wide = chains
    .filter((chain) => chain.area > 0 && !thin.includes(chain))
    .map(({ ring }) => ({ ring, members: new Set(ring), box: boxOf(ring, vertices) }));
  for (const chain of thin) {
    if (chain.area < 0) continue;
    const [west, south, east, north] = boxOf(chain.ring, vertices);
    const isCovered = wide.some(
      ({ ring, members, box }) =>
        box[0] <= west &&
        box[1] <= south &&
        box[2] >= east &&
        box[3] >= north &&
        isInRingOfVertices(ring, ...probe(chain.ring, members, vertices), vertices),
    );
    if (isCovered) seams.add(chain);
  }
  for (const _ of seams) onSeam();
  return chains.filter((chain) => !seams.has(chain));
}

function boxOf(ring: readonly number[], { x, y }: VertexIndex): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const vertex of ring) {
    box[0] = Math.min(box[0], x[vertex]!);
    box[1] = Math.min(box[1], y[vertex]!);
    box[2] = Math.max(box[2], x[vertex]!);
    box[3] = Math.max(box[3], y[vertex]!);
  }
  return box;
}
