// Rings of one zoom put together from arcs, and which of them are still polygons.

import { IntList } from "./buffers.ts";
import type { QuantisedArcs } from "./quantise.ts";
import { doubledAreaOfPairs } from "./ring.ts";

/** x, y of the vertices of a ring, not closed. Shells run clockwise on the screen, holes the other way. */
export type Ring = Int32Array;
/** A shell and its holes. */
export type Polygon = Ring[];

/** What is left of a polygon when rings that have no area or have turned over are dropped, or null. */
export function validPolygon(rings: readonly Ring[]): Polygon | null {
  const shell = rings[0];
  if (!shell || shell.length < 6) return null;
  let area = doubledAreaOfPairs(shell);
  if (area <= 0) return null;
  const kept = [shell];
  for (let i = 1; i < rings.length; i++) {
    const hole = rings[i]!;
    const size = hole.length < 6 ? 0 : doubledAreaOfPairs(hole);
    if (size >= 0) continue;
    area += size;
    kept.push(hole);
  }
  return area > 0 ? kept : null;
}

/** The smallest polygon there is: half a square unit, at (x, y) or beside it where the world ends. */
export function smallestPolygon(x: number, y: number, worldSize: number): Polygon {
  const left = Math.min(x, worldSize - 1);
  const top = Math.min(y, worldSize - 1);
  return [Int32Array.of(left, top, left + 1, top, left, top + 1)];
}

const scratch = new IntList(4096);

/** Puts a ring together; repeated vertices and spikes (a, b, a) are taken out, which may leave nothing. */
export function assembleRing(arcs: QuantisedArcs, ringArcs: Int32Array, from: number, to: number): Ring {
  scratch.length = 0;
  for (let i = from; i < to; i++) {
    const arc = ringArcs[i]!;
    const isForward = arc >= 0;
    const id = isForward ? arc : ~arc;
    const [first, last] = [arcs.start[id]!, arcs.start[id + 1]! - 1];
    if (isForward) for (let v = first; v <= last; v++) pushVertex(arcs.xy[2 * v]!, arcs.xy[2 * v + 1]!);
    else for (let v = last; v >= first; v--) pushVertex(arcs.xy[2 * v]!, arcs.xy[2 * v + 1]!);
  }
  let start = 0;
  let end = scratch.length;
  const same = (a: number, b: number): boolean =>
    scratch.data[a] === scratch.data[b] && scratch.data[a + 1] === scratch.data[b + 1];
  while (end - start >= 4) {
    if (same(start, end - 2)) end -= 2;
    else if (same(start, end - 4)) end -= 4;
    else if (same(start + 2, end - 2)) start += 2;
    else break;
  }
  return scratch.data.slice(start, end);
}

function pushVertex(x: number, y: number): void {
  const n = scratch.length;
  if (n >= 2 && scratch.data[n - 2] === x && scratch.data[n - 1] === y) return;
  if (n >= 4 && scratch.data[n - 4] === x && scratch.data[n - 3] === y) {
    scratch.length = n - 2;
    return;
  }
  scratch.push(x);
  scratch.push(y);
}
