// Which of some places are linked, and by which way: neighbours, without those that have a place between them.

import { spread, type Graph } from "#seeds/demo/graph";

export interface Link {
  /** Positions in the list of places. */
  readonly a: number;
  readonly b: number;
  readonly cost: number;
  /** Nodes from place a to place b. */
  readonly path: readonly number[];
}

/**
 * Links between places whose catchments touch, cheapest first. Left out is a link where some place is nearer to both its ends
 * than they are to each other (relative neighbourhood graph, Toussaint 1980), which keeps all connected that can be.
 */
export function linksBetween(graph: Graph, places: ArrayLike<number>): Link[] {
  const { cost, source, before } = spread(graph, places);
  interface Crossing {
    readonly from: number;
    readonly to: number;
    readonly cost: number;
  }
  const crossings = new Map<number, Crossing>();
  for (let node = 0; node + 1 < graph.start.length; node++) {
    const own = source[node]!;
    if (own < 0) continue;
    for (let edge = graph.start[node]!; edge < graph.start[node + 1]!; edge++) {
      const next = graph.to[edge]!;
      const other = source[next]!;
      if (other <= own) continue;
      const total = cost[node]! + graph.cost[edge]! + cost[next]!;
      const key = own * places.length + other;
      if (total < (crossings.get(key)?.cost ?? Infinity))
        crossings.set(key, { from: node, to: next, cost: total });
    }
  }
  const costs = new Map<number, Map<number, number>>();
  const note = (a: number, b: number, total: number): void => {
    costs.set(a, (costs.get(a) ?? new Map<number, number>()).set(b, total));
  };
  for (const [key, { cost: total }] of crossings) {
    note(Math.floor(key / places.length), key % places.length, total);
    note(key % places.length, Math.floor(key / places.length), total);
  }
  const hasPlaceBetween = (a: number, b: number, total: number): boolean => {
    for (const [place, toA] of costs.get(a)!)
      if (toA < total && (costs.get(b)!.get(place) ?? Infinity) < total) return true;
    return false;
  };
  const wayTo = (node: number): number[] => {
    const way = [node];
    for (let at = before[node]!; at >= 0; at = before[at]!) way.push(at);
    return way;
  };
  return [...crossings]
    .map(([key, crossing]) => ({
      ...crossing,
      a: Math.floor(key / places.length),
      b: key % places.length,
    }))
    .filter(({ a, b, cost: total }) => !hasPlaceBetween(a, b, total))
    .sort((p, q) => p.cost - q.cost || p.a - q.a || p.b - q.b)
    .map(({ a, b, cost: total, from, to }) => ({
      a,
      b,
      cost: total,
      path: [...wayTo(from).reverse(), ...wayTo(to)],
    }));
}
