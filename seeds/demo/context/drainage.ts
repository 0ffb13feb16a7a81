// Where water runs on a grid of heights: priority flood (Barnes et al. 2014), D8 receivers, accumulated flow.

import FlatQueue from "flatqueue";
import type { Grid } from "./grid.ts";

export interface Drainage {
  /** By node: the node that its water runs to; −1 at sea. */
  readonly receiver: Int32Array;
  /** Nodes on land, each after the one it runs to. */
  readonly order: Int32Array;
  /** By node: how many nodes drain through it, itself included. */
  readonly flow: Float32Array;
}

/** Drains every land node to the sea along the lowest way out. */
export function drain(height: Float32Array, isLand: Uint8Array, { columns, rows }: Grid): Drainage {
  const count = height.length;
  const receiver = new Int32Array(count).fill(-1);
  const seen = new Uint8Array(count);
  const order = new Int32Array(count);
  const around = [-1, 1, -columns, columns, -columns - 1, -columns + 1, columns - 1, columns + 1];
  const queue = new FlatQueue<number>();
  for (let node = 0; node < count; node++) {
    const column = node % columns;
    const isEdge = column === 0 || column === columns - 1 || node < columns || node >= count - columns;
    if (isLand[node] && !isEdge) continue;
    seen[node] = 1;
    queue.push(node, 0);
  }
  if (rows < 3) throw new RangeError(`a grid of ${rows} rows drains nowhere`);
  let land = 0;
  while (queue.length > 0) {
    const level = queue.peekValue()!;
    const node = queue.pop()!;
    if (isLand[node]) order[land++] = node;
    // Straight neighbours first, so that on a plain water runs straight.
    for (const by of around) {
      const next = node + by;
      if (next < 0 || next >= count || seen[next]) continue;
      seen[next] = 1;
      receiver[next] = node;
      queue.push(next, Math.max(height[next]!, level + 1e-3));
    }
  }
  const flow = new Float32Array(count).fill(1);
  for (let at = land - 1; at >= 0; at--) {
    const to = receiver[order[at]!]!;
    if (to >= 0) flow[to]! += flow[order[at]!]!;
  }
  return { receiver, order: order.subarray(0, land), flow };
}
