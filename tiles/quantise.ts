// Arcs of one zoom: what is heavy enough, on the grid of tile coordinates, with a vertex wherever a tile ends.

import { BUFFER, EXTENT, MAX_GRID_ZOOM } from "./grid.ts";
import { IntList } from "./buffers.ts";
import type { WeighedArcs } from "./simplify.ts";

/** Arcs in global tile coordinates of a zoom (4096 per tile, y grows south). */
export interface QuantisedArcs {
  /** x, y of every vertex of every arc. */
  readonly xy: Int32Array;
  /** First vertex of every arc, and one entry more. */
  readonly start: Int32Array;
}

/**
 * Numbers the strips between the lines at which tiles and their buffers end: every tile edge and 64 to each side of it.
 *
 *         ─64   0   +64                ─64   0   +64
 *     …2 │  0  │  1  │ 2 …            3 │  4 …          tile edges at 0, 4096, 8192, …
 */
function stripOf(value: number): number {
  const shifted = value + BUFFER;
  const tile = Math.floor(shifted / EXTENT);
  const rest = shifted - tile * EXTENT;
  return 3 * tile + (rest < BUFFER ? 0 : rest < 2 * BUFFER ? 1 : 2);
}

/** The line at which a strip begins. */
function lineOf(strip: number): number {
  const tile = Math.floor(strip / 3);
  return tile * EXTENT + (strip - 3 * tile - 1) * BUFFER;
}

/** Appends the vertices of the segment a–b after a, with one more on every line of the other axis it crosses. */
function pushSplit(out: IntList, ax: number, ay: number, bx: number, by: number, axis: 0 | 1): void {
  const [a, b] = axis === 0 ? [ax, bx] : [ay, by];
  const [u, v] = axis === 0 ? [ay, by] : [ax, bx];
  let [lastA, lastU] = [a, u];
  const step = (toA: number, toU: number): void => {
    if (toA === lastA && toU === lastU) return;
    if (axis === 0) pushSplit(out, lastA, lastU, toA, toU, 1);
    else {
      out.push(toU);
      out.push(toA);
    }
    [lastA, lastU] = [toA, toU];
  };
  const [first, last] = [stripOf(a), stripOf(b)];
  const cross = (line: number): void => {
    if (line !== a && line !== b) step(line, Math.round(u + ((line - a) * (v - u)) / (b - a)));
  };
  for (let strip = first + 1; strip <= last; strip++) cross(lineOf(strip));
  for (let strip = first; strip > last; strip--) cross(lineOf(strip));
  step(b, v);
}

/**
 * Brings arcs to a zoom.
 *
 * `tolerance` in square tile coordinates: lighter vertices are left out, and those in line with their neighbours. Since
 * an arc is handled once and whole, both areas beside it and all tiles it runs through get the same vertices.
 */
export function quantiseArcs(arcs: WeighedArcs, zoom: number, tolerance: number): QuantisedArcs {
  const shift = MAX_GRID_ZOOM - zoom;
  const half = shift > 0 ? 1 << (shift - 1) : 0;
  const leastWeight = tolerance * 4 ** shift;
  const { xy, weights, arcStart } = arcs;
  const out = new IntList(4096);
  const start = new Int32Array(arcStart.length);
  const chain = new IntList();

  for (let arc = 0; arc + 1 < arcStart.length; arc++) {
    chain.length = 0;
    for (let i = arcStart[arc]!; i < arcStart[arc + 1]!; i++) {
      if (weights[i]! < leastWeight) continue;
      const x = (xy[2 * i]! + half) >> shift;
      const y = (xy[2 * i + 1]! + half) >> shift;
      const n = chain.length;
      if (n > 0) {
        const dx = x - chain.data[n - 2]!;
        const dy = y - chain.data[n - 1]!;
        if (dx === 0 && dy === 0) continue;
        if (n > 2) {
          const ex = chain.data[n - 2]! - chain.data[n - 4]!;
          const ey = chain.data[n - 1]! - chain.data[n - 3]!;
          if (ex * dy === ey * dx && ex * dx + ey * dy > 0) chain.length = n - 2;
        }
      }
      chain.push(x);
      chain.push(y);
    }
    start[arc] = out.length / 2;
    out.push(chain.data[0]!);
    out.push(chain.data[1]!);
    for (let i = 2; i < chain.length; i += 2) {
      const [ax, ay, bx, by] = [chain.data[i - 2]!, chain.data[i - 1]!, chain.data[i]!, chain.data[i + 1]!];
      if (stripOf(ax) === stripOf(bx) && stripOf(ay) === stripOf(by)) {
        out.push(bx);
        out.push(by);
      } else pushSplit(out, ax, ay, bx, by, 0);
    }
  }
  start[arcStart.length - 1] = out.length / 2;
  return { xy: out.toArray(), start };
}
