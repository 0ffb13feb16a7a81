// Shortest ways between all nodes of a small network, for problems that are stated by their edges.

import FlatQueue from "flatqueue";

export type Edge = readonly [from: number, to: number, cost: number];

/**
 * Costs of the shortest ways between all pairs of nodes, from i to j at i * nodes + j; Infinity where there is none. Edges go both
 * ways, and a repeated edge overrides the earlier one, as in the OR-Library (Beasley 1985).
 */
export function allPairs(nodes: number, edges: readonly Edge[]): Float64Array {
  const links = Array.from({ length: nodes }, () => new Map<number, number>());
  for (const [from, to, cost] of edges) {
    links[from]!.set(to, cost);
    links[to]!.set(from, cost);
  }
  const costs = new Float64Array(nodes * nodes).fill(Infinity);
  const queue = new FlatQueue<number>();
  for (let source = 0; source < nodes; source++) {
    const row = costs.subarray(source * nodes, (source + 1) * nodes);
    row[source] = 0;
    queue.push(source, 0);
    while (queue.length > 0) {
      const reached = queue.peekValue()!;
      const node = queue.pop()!;
      if (reached > row[node]!) continue;
      for (const [to, cost] of links[node]!) {
        const along = reached + cost;
        if (along >= row[to]!) continue;
        row[to] = along;
        queue.push(to, along);
      }
    }
  }
  return costs;
}
