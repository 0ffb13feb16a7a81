// Lakes as polygons: the outline of their nodes, each a square of the grid, with its corners cut.

import type { ContextFeature } from "#domain/context";
import type { Projection } from "#seeds/demo/outline";
import type { Grid } from "./grid.ts";
import type { Lake } from "./lakes.ts";

type Position = [x: number, y: number];

/** Rounds in which corners of shores are cut (Chaikin 1974). */
const ROUNDINGS = 2;

/** The shores of a set of nodes, each a square of the grid: chains of corners with the water on their left. */
function shores(nodes: readonly number[], { columns }: Grid): number[][] {
  const isWater = new Set(nodes);
  const wide = columns + 1;
  const next = new Map<number, number[]>();
  const add = (from: number, to: number): void => {
    next.set(from, [...(next.get(from) ?? []), to]);
  };
  for (const node of nodes) {
    const corner = Math.floor(node / columns) * wide + (node % columns);
    if (!isWater.has(node - columns)) add(corner, corner + 1);
    if (!isWater.has(node + 1)) add(corner + 1, corner + 1 + wide);
    if (!isWater.has(node + columns)) add(corner + 1 + wide, corner + wide);
    if (!isWater.has(node - 1)) add(corner + wide, corner);
  }
  const rings: number[][] = [];
  for (const first of next.keys())
    while (next.get(first)!.length > 0) {
      const ring = [first];
      // Where two nodes meet at a corner only, water is joined: the sharpest turn to the right goes on around both.
      for (let at = first, from = -1; ;) {
        const ways = next.get(at)!;
        const pick = ways.length > 1 && from >= 0 ? rightmost(ways, at, from, wide) : 0;
        const [to] = ways.splice(pick, 1);
        if (to === undefined || to === first) break;
        ring.push(to);
        [from, at] = [at, to];
      }
      rings.push(ring);
    }
  return rings;
}

/** Position in `ways` of the one that turns most to the right. */
function rightmost(ways: readonly number[], at: number, from: number, wide: number): number {
  const stepOf = (a: number, b: number): Position => {
    const by = b - a;
    return Math.abs(by) === 1 ? [by, 0] : [0, by / wide];
  };
  const [x, y] = stepOf(from, at);
  const turns = ways.map((way) => {
    const [nextX, nextY] = stepOf(at, way);
    return x * nextY - y * nextX;
  });
  return turns.indexOf(Math.min(...turns));
}

/** A ring whose corners are cut. */
function rounded(ring: readonly Position[]): Position[] {
  let line = [...ring];
  for (let round = 0; round < ROUNDINGS; round++)
    line = line.flatMap((point, at): Position[] => {
      const [x, y] = line[(at + 1) % line.length]!;
      return [
        [0.75 * point[0] + 0.25 * x, 0.75 * point[1] + 0.25 * y],
        [0.25 * point[0] + 0.75 * x, 0.25 * point[1] + 0.75 * y],
      ];
    });
  return line;
}

const doubledArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/** The lakes as polygons; their rank is their surface in square kilometres. */
export function lakeFeatures(lakes: readonly Lake[], grid: Grid, project: Projection): ContextFeature[] {
  const wide = grid.columns + 1;
  return lakes.map(({ nodes, sqkm }) => {
    const rings = shores(nodes, grid)
      .map((ring) =>
        rounded(
          ring.map((corner): Position => [
            grid.left + ((corner % wide) - 0.5) * grid.step,
            grid.bottom + (Math.floor(corner / wide) - 0.5) * grid.step,
          ]),
        ),
      )
      .sort((a, b) => Math.abs(doubledArea(b)) - Math.abs(doubledArea(a)));
    return {
      class: "lake",
      rank: sqkm,
      geometry: {
        type: "Polygon",
        coordinates: rings.map((ring) => [...ring, ring[0]!].map(([x, y]) => project(x, y))),
      },
    };
  });
}
