// Carves valleys into given land: rounds of stream-power erosion (Braun and Willett 2013), each pulled back a little to that land.

import { drain } from "./drainage.ts";
import type { Grid } from "./grid.ts";

const ROUNDS = 26;
/** Exponent of the flow in the stream-power law. */
const FLOW_EXPONENT = 0.45;
const ERODIBILITY = 0.03;
/** Share by which every round goes back to the given land, in place of uplift. */
const PULL = 0.06;
/** Share by which a node goes to the mean of its neighbours, as soil creeps. */
const CREEP = 0.08;

/** The given heights with valleys carved into them. */
export function erode(given: Float32Array, isLand: Uint8Array, grid: Grid): Float32Array {
  const { columns } = grid;
  const height = given.slice();
  for (let round = 0; round < ROUNDS; round++) {
    const { receiver, order, flow } = drain(height, isLand, grid);
    for (const node of order) {
      const to = receiver[node]!;
      const length = Math.abs(node - to) === 1 || Math.abs(node - to) === columns ? 1 : Math.SQRT2;
      const power = (ERODIBILITY * flow[node]! ** FLOW_EXPONENT) / length;
      const lowest = height[to]!;
      if (height[node]! > lowest) height[node] = (height[node]! + power * lowest) / (1 + power);
    }
    const before = height.slice();
    for (const node of order) {
      const mean =
        (before[node - 1]! + before[node + 1]! + before[node - columns]! + before[node + columns]!) / 4;
      height[node] = before[node]! + CREEP * (mean - before[node]!) + PULL * (given[node]! - before[node]!);
    }
  }
  return height;
}
