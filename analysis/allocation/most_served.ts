// The most demand that open sites can serve within their capacities, by augmenting paths (Ford and Fulkerson 1956). A part of the checker: it shares no code with models and solvers.

import type { LocationProblem } from "./problem.ts";

/** Demand that open sites serve within the radius at most, where a point may be split. */
export function mostServed(
  { points, sites, cost, demand, radius, capacity }: LocationProblem,
  open: readonly number[],
): number {
  const near = open.map((j) =>
    Array.from({ length: points }, (_, i) => i).filter(
      (i) => demand[i]! > 0 && cost[i * sites + j]! <= radius!,
    ),
  );
  const sitesOf = Array.from({ length: points }, (): number[] => []);
  for (const [at, list] of near.entries()) for (const i of list) sitesOf[i]!.push(at);
  const room = open.map((j) => capacity?.[j] ?? Infinity);
  const left = Float64Array.from(demand);
  /** By open site what each point sends there. */
  const sent = open.map(() => new Map<number, number>());
  let total = 0;
  const give = (i: number, at: number, amount: number): void => {
    sent[at]!.set(i, (sent[at]!.get(i) ?? 0) + amount);
  };
  for (let i = 0; i < points; i++) {
    while (left[i]! > 1e-9) {
      const path = roomFor(i, sitesOf, sent, room);
      if (!path) break;
      // The last site has room; each before it hands on what another point sends there.
      let amount = Math.min(left[i]!, room[path.at(-1)!.at]!);
      for (const [k, { moved }] of path.entries())
        if (moved >= 0) amount = Math.min(amount, sent[path[k - 1]!.at]!.get(moved)!);
      for (const [k, { at, moved }] of path.entries()) {
        if (moved >= 0) give(moved, path[k - 1]!.at, -amount);
        give(moved >= 0 ? moved : i, at, amount);
      }
      room[path.at(-1)!.at]! -= amount;
      left[i]! -= amount;
      total += amount;
    }
  }
  return total;
}

interface Step {
  readonly at: number;
  /** Point that moves to this site from the one before; −1 for the first. */
  readonly moved: number;
}

/** Sites from one near the point to one with room, by breadth; null where there is none. */
function roomFor(
  point: number,
  sitesOf: readonly (readonly number[])[],
  sent: readonly ReadonlyMap<number, number>[],
  room: readonly number[],
): Step[] | null {
  const from = new Map<number, Step & { readonly before: number }>();
  for (const at of sitesOf[point] ?? []) from.set(at, { at, moved: -1, before: -1 });
  for (const at of from.keys()) {
    if (room[at]! > 1e-9) {
      const path: Step[] = [];
      for (let step = from.get(at); step; step = from.get(step.before)) path.unshift(step);
      return path;
    }
    for (const [moved, amount] of sent[at]!) {
      if (!(amount > 1e-9)) continue;
      for (const other of sitesOf[moved]!)
        if (!from.has(other)) from.set(other, { at: other, moved, before: at });
    }
  }
  return null;
}
