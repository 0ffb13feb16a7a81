// The two nearest facilities of every node, without a limit, by one search from all facilities at once.

import FlatQueue from "flatqueue";
import type { TimedGraph } from "./timed_graph.ts";

/** Stands for no facility. */
export const NOBODY = 0xffff_ffff;

export interface TwoNearest {
  /** Facility and minutes of rank r (0, 1) of node n at n × 2 + r; NOBODY where there is none. */
  readonly facility: Uint32Array;
  readonly minutes: Float64Array;
}

export interface FacilitySeed {
  readonly node: number;
  readonly minutes: number;
  readonly facility: number;
}

/** The nearest and the second nearest facility of every node. */
export function twoNearest(timed: TimedGraph, seeds: readonly FacilitySeed[]): TwoNearest {
  const { graph, arcStart, arcTail, arcMinutes } = timed;
  const facility = new Uint32Array(graph.nodeCount * 2).fill(NOBODY);
  const minutes = new Float64Array(graph.nodeCount * 2).fill(Infinity);
  const queue = new FlatQueue<number>();
  const [nodes, facilities]: [number[], number[]] = [[], []];
  const offer = (node: number, own: number, total: number): void => {
    const at = node * 2;
    if (facility[at] === own || facility[at + 1] !== NOBODY) return;
    queue.push(nodes.length, total);
    nodes.push(node);
    facilities.push(own);
  };
  for (const seed of seeds) offer(seed.node, seed.facility, seed.minutes);
  while (queue.length > 0) {
    const total = queue.peekValue()!;
    const label = queue.pop()!;
    const [node, own] = [nodes[label]!, facilities[label]!];
    const at = node * 2;
    if (facility[at] === own || facility[at + 1] !== NOBODY) continue;
    const rank = facility[at] === NOBODY ? 0 : 1;
    facility[at + rank] = own;
    minutes[at + rank] = total;
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++)
      offer(arcTail[arc]!, own, total + arcMinutes[arc]!);
  }
  return { facility, minutes };
}
