// A lattice over the land with what it takes to build a road from one node to the next; settled places are nodes.

import type { Graph } from "#seeds/demo/graph";
import type { Land } from "#seeds/demo/land";
import { mix, uniform } from "#seeds/demo/random";

export interface Lattice {
  /** x, y of every node, in the plane of the terrain. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Steps between neighbours on land, both ways. */
  readonly graph: Graph;
  /** By cell: the node that lies at its site. */
  readonly nodeOf: Uint32Array;
}

/** Spacing beside the typical distance of two villages. */
const SPACING = 0.26;
/** How far nodes leave the corners of a square grid, so that roads do not follow it; a share of the spacing. */
const SHIFT = 0.32;
/** A road climbs as much height, of 0 to 1, as it is long in degrees, for this many times its length. */
const CLIMB = 1.1;
const HEIGHT = 1.4;
/** Bridging a great river costs as much as so many degrees of road. */
const BRIDGE = 0.05;

/** The lattice of `land`. */
export function latticeOf(land: Land): Lattice {
  const { terrain, mesh, seed } = land;
  const step = SPACING * Math.sqrt(terrain.area / mesh.cells);
  const columns = Math.ceil((2 * terrain.halfWidth) / step) + 1;
  const rows = Math.ceil((2 * terrain.halfHeight) / step) + 1;
  const x = new Float64Array(columns * rows);
  const y = new Float64Array(columns * rows);
  const salt = mix(seed, 110);
  for (let node = 0; node < x.length; node++) {
    const [column, row] = [node % columns, Math.floor(node / columns)];
    x[node] = (column + SHIFT * (2 * uniform(salt, node, 0) - 1)) * step - terrain.halfWidth;
    y[node] = (row + SHIFT * (2 * uniform(salt, node, 1) - 1)) * step - terrain.halfHeight;
  }
  const isLand = Uint8Array.from(x, (_, node) => Number(terrain.inland(x[node]!, y[node]!) > 0));
  const nodeOf = settle(land, { x, y, isLand, columns, rows, step });
  return { x, y, graph: stepsOf(land, { x, y, isLand, columns, rows, step }), nodeOf };
}

interface Grid {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly isLand: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  readonly step: number;
}

/** Moves the nearest free node to the site of every cell, town or village; it is on land wherever it was. */
function settle({ mesh, terrain }: Land, { x, y, isLand, columns, rows, step }: Grid): Uint32Array {
  const taken = new Uint8Array(x.length);
  return Uint32Array.from({ length: mesh.cells }, (_, cell) => {
    const [siteX, siteY] = [mesh.sites[2 * cell]!, mesh.sites[2 * cell + 1]!];
    const column = Math.round((siteX + terrain.halfWidth) / step);
    const row = Math.round((siteY + terrain.halfHeight) / step);
    let best = -1;
    let nearest = Infinity;
    for (let reach = 0; best < 0; reach++)
      for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++)
        for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
          const node = r * columns + c;
          const away = (x[node]! - siteX) ** 2 + (y[node]! - siteY) ** 2;
          if (taken[node] || away >= nearest) continue;
          best = node;
          nearest = away;
        }
    taken[best] = 1;
    isLand[best] = 1;
    x[best] = siteX;
    y[best] = siteY;
    return best;
  });
}

function stepsOf({ terrain }: Land, { x, y, isLand, columns, rows }: Grid): Graph {
  const height = x.map((_, node) => (isLand[node] ? terrain.elevation(x[node]!, y[node]!) || 0 : 0));
  const river = x.map((_, node) => (isLand[node] ? terrain.river(x[node]!, y[node]!) || 0 : 0));
  const start = new Uint32Array(x.length + 1);
  const to = new Uint32Array(8 * x.length);
  const cost = new Float32Array(8 * x.length);
  let edges = 0;
  for (let row = 0, node = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, node++) {
      start[node] = edges;
      if (!isLand[node]) continue;
      for (let up = -1; up <= 1; up++)
        for (let across = -1; across <= 1; across++) {
          const next = node + up * columns + across;
          if (next === node || column + across < 0 || column + across >= columns) continue;
          if (row + up < 0 || row + up >= rows || !isLand[next]) continue;
          const length = Math.hypot(x[next]! - x[node]!, y[next]! - y[node]!);
          const [here, there] = [height[node]!, height[next]!];
          to[edges] = next;
          cost[edges++] =
            length * (1 + HEIGHT * Math.max(here, there)) +
            CLIMB * Math.abs(there - here) * Math.min(1, length / 0.01) * 0.5 +
            BRIDGE * Math.abs(river[next]! - river[node]!);
        }
    }
  start[x.length] = edges;
  return { start, to: to.slice(0, edges), cost: cost.slice(0, edges) };
}
