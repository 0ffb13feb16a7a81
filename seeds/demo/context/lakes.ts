// Reservoirs of the demo: the valley above a dam on a river, as far as the water stands.

import type { Drainage } from "./drainage.ts";
import { positionOf, type Grid } from "./grid.ts";

/** Catchments of rivers that are dammed, square kilometres. */
const DAMMED_SQKM = [90, 9_000] as const;
/** Heights of dams, metres: each place has one of them. */
const DAMS = [90, 70, 55, 40, 30];
/** Surface of a lake, square kilometres. */
const SURFACE_SQKM = [4, 60] as const;
/** Degrees between two dams, and how many lakes there are at most. */
const APART = 0.32;
const MOST = 18;

export interface Lake {
  /** Nodes under water, ascending. */
  readonly nodes: readonly number[];
  readonly sqkm: number;
}

export interface LakeSites {
  readonly grid: Grid;
  readonly height: Float32Array;
  readonly drainage: Drainage;
  /** Square kilometres of a node. */
  readonly nodeSqkm: number;
  /** 1 where nothing may be flooded: settled places and roads. */
  readonly isKept: Uint8Array;
}

/** By node the nodes whose water runs straight into it. */
function donorsOf({ receiver, order }: Drainage): ReadonlyMap<number, readonly number[]> {
  const donors = new Map<number, number[]>();
  for (const node of order) {
    const to = receiver[node]!;
    if (to < 0) continue;
    const found = donors.get(to);
    if (found) found.push(node);
    else donors.set(to, [node]);
  }
  return donors;
}

/** The nodes above a dam that lie under its water; null where that is too much, or floods what is kept. */
function flooded(
  dam: number,
  metres: number,
  { height, isKept }: LakeSites,
  donors: ReadonlyMap<number, readonly number[]>,
  most: number,
): number[] | null {
  const level = height[dam]! + metres;
  const nodes = [dam];
  for (let at = 0; at < nodes.length; at++) {
    if (isKept[nodes[at]!] || nodes.length > most) return null;
    for (const donor of donors.get(nodes[at]!) ?? []) if (height[donor]! < level) nodes.push(donor);
  }
  return nodes;
}

/** Lakes that keep apart from each other, those on the greatest rivers first. */
export function lakesOf(sites: LakeSites): Lake[] {
  const { grid, drainage, nodeSqkm } = sites;
  const donors = donorsOf(drainage);
  const found: { dam: number; nodes: number[] }[] = [];
  for (const dam of drainage.order) {
    const catchment = drainage.flow[dam]! * nodeSqkm;
    if (catchment < DAMMED_SQKM[0] || catchment > DAMMED_SQKM[1]) continue;
    const nodes = flooded(dam, DAMS[dam % DAMS.length]!, sites, donors, SURFACE_SQKM[1] / nodeSqkm);
    if (nodes && nodes.length * nodeSqkm >= SURFACE_SQKM[0]) found.push({ dam, nodes });
  }
  found.sort((a, b) => drainage.flow[b.dam]! - drainage.flow[a.dam]! || a.dam - b.dam);
  const chosen: typeof found = [];
  for (const lake of found) {
    const [x, y] = positionOf(grid, lake.dam);
    const isApart = chosen.every(({ dam }) => {
      const [otherX, otherY] = positionOf(grid, dam);
      return Math.hypot(x - otherX, y - otherY) >= APART;
    });
    if (isApart && chosen.length < MOST) chosen.push(lake);
  }
  return chosen.map(({ nodes }) => ({
    nodes: nodes.toSorted((a, b) => a - b),
    sqkm: Math.round(nodes.length * nodeSqkm * 10) / 10,
  }));
}
