// Area of a ring, and whether a point lies in it, for the three forms in which rings are held here.
//
// All areas are fans from the first position, so that they are exact for whole numbers and lose nothing far from the origin.

import type { Position } from "geojson";

/** x and y of numbered vertices. */
export interface Vertices {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Twice the signed area of a ring of positions, closed or not; positive is anticlockwise where y grows north. */
export function doubledArea(ring: readonly Position[]): number {
  const [x0, y0] = ring[0] as [number, number];
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[i + 1] as [number, number];
    sum += (ax - x0) * (by - y0) - (ay - y0) * (bx - x0);
  }
  return sum;
}

/** The same of a ring of vertex numbers, not closed, from place `from` of `ring` to before `to`. */
export function doubledAreaOfVertices(
  ring: ArrayLike<number>,
  { x, y }: Vertices,
  from = 0,
  to = ring.length,
): number {
  const [x0, y0] = [x[ring[from]!]!, y[ring[from]!]!];
  let sum = 0;
  for (let i = from + 1; i + 1 < to; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    sum += (x[a]! - x0) * (y[b]! - y0) - (x[b]! - x0) * (y[a]! - y0);
  }
  return sum;
}

/** The same of a ring of pairs x, y, x, y, …, not closed; exact for tile coordinates. */
export function doubledAreaOfPairs(ring: ArrayLike<number>): number {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let sum = 0;
  for (let i = 2; i + 3 < ring.length; i += 2)
    sum += (ring[i]! - x0) * (ring[i + 3]! - y0) - (ring[i + 2]! - x0) * (ring[i + 1]! - y0);
  return sum;
}

/** Whether (x, y) lies in a closed ring of positions, by counting the edges east of it. */
export function isInRing(ring: readonly Position[], x: number, y: number): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) isInside = !isInside;
  }
  return isInside;
}

/** Whether (px, py) lies in a ring of vertex numbers, not closed. */
export function isInRingOfVertices(
  ring: readonly number[],
  px: number,
  py: number,
  { x, y }: Vertices,
): boolean {
  let isInside = false;
  let before = ring[ring.length - 1]!;
  for (const vertex of ring) {
    if (
      y[vertex]! > py !== y[before]! > py &&
      px < ((x[before]! - x[vertex]!) * (py - y[vertex]!)) / (y[before]! - y[vertex]!) + x[vertex]!
    )
      isInside = !isInside;
    before = vertex;
  }
  return isInside;
}
