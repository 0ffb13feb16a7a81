// From accumulated flow to rivers: each a chain of nodes from its spring to where it meets a greater one or the sea.

import type { Drainage } from "./drainage.ts";

/** Nodes from the spring on; the last one lies on the greater river, or at sea. */
export type Stream = readonly number[];

/** The rivers through whose nodes at least `spring` nodes drain, greatest first. */
export function streams({ receiver, order, flow }: Drainage, spring: number): Stream[] {
  // Of all that run into a node the greatest goes on in it.
  const above = new Int32Array(receiver.length).fill(-1);
  for (const node of order) {
    if (flow[node]! < spring) continue;
    const to = receiver[node]!;
    if (above[to]! < 0 || flow[node]! > flow[above[to]!]!) above[to] = node;
  }
  const found: number[][] = [];
  const isMouth = (node: number): boolean =>
    receiver[receiver[node]!]! < 0 || above[receiver[node]!] !== node;
  for (const node of order) {
    if (flow[node]! < spring || !isMouth(node)) continue;
    const stream = [receiver[node]!];
    for (let at = node; at >= 0; at = above[at]!) stream.push(at);
    found.push(stream.reverse());
  }
  return found.sort((a, b) => flow[b.at(-2)!]! - flow[a.at(-2)!]!);
}
