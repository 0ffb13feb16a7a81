// Small made-up problems, the same for the same seed: for tests and benchmarks.

import type { LocationKind, LocationProblem } from "./problem.ts";

export interface RandomSpec {
  readonly kind: LocationKind;
  readonly points: number;
  readonly sites: number;
  readonly p: number | null;
  /** Share of the side of the square that holds all points. */
  readonly radius?: number;
  readonly seed: number;
}

/** Side of the square, so that costs are whole numbers. */
const SIDE = 1_000;

/** Numbers from 0 to below 1: a linear congruential generator (Lewis, Goodman and Miller 1969). */
export function numbersOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

/** Points and sites spread evenly over a square, with whole demand from 1 to 100 and distances in whole numbers. */
export function randomProblem({ kind, points, sites, p, radius, seed }: RandomSpec): LocationProblem {
  const next = numbersOf(seed);
  const placesOf = (count: number) =>
    Array.from({ length: count }, () => [next() * SIDE, next() * SIDE] as const);
  const [from, to] = [placesOf(points), placesOf(sites)];
  const cost = new Float64Array(points * sites);
  for (const [i, [x, y]] of from.entries())
    for (const [j, [a, b]] of to.entries()) cost[i * sites + j] = Math.round(Math.hypot(x - a, y - b));
  const demand = Float64Array.from({ length: points }, () => 1 + Math.floor(next() * 100));
  return {
    kind,
    points,
    sites,
    cost,
    demand,
    weight: demand,
    p,
    radius: radius === undefined ? null : radius * SIDE,
    capacity: null,
    siteCost: null,
    budget: null,
    isSingleSource: false,
    fixed: [],
    forbidden: [],
    groups: null,
    floors: new Map(),
    nodeLimit: null,
  };
}
