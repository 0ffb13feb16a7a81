// Looks for a plan that is better than a bound allows: all plans where they are few, all exchanges of one site otherwise. Like
// the checker, of which it is a part, it shares no code with models and solvers.

import type { Solution } from "./plan.ts";
import { mostServed } from "./most_served.ts";
import type { LocationProblem } from "./problem.ts";

/** Plans times points up to which every plan is looked at. */
const MAX_ENUMERATED = 4_000_000;
/** Exchanges times points up to which every exchange is looked at. */
const MAX_EXCHANGED = 200_000_000;

/** Kinds in which more is better. */
export const isMost = (kind: LocationProblem["kind"]): boolean => kind === "mclp" || AT_MOST.has(kind);

/** Kinds of coverage in which p is the most that open. */
const AT_MOST: ReadonlySet<string> = new Set(["capacitated_mclp", "budgeted_mclp", "max_min_mclp"]);

export interface Better {
  readonly open: readonly number[];
  readonly value: number;
}

/** Of the groups that sites could bring more, the smallest share that open ones reach; 1 where there is none. */
function smallestShareOf(problem: LocationProblem, open: readonly number[]): number {
  const { points, sites, cost, demand, radius, groups, forbidden } = problem;
  const of = new Map<number, { need: number; reached: number; most: number }>();
  for (let i = 0; i < points; i++) {
    if (!(demand[i]! > 0)) continue;
    const sums = of.get(groups![i]!) ?? { need: 0, reached: 0, most: 0 };
    of.set(groups![i]!, sums);
    sums.need += demand[i]!;
    let isNear = false;
    for (let j = 0; j < sites; j++) isNear ||= cost[i * sites + j]! <= radius! && !forbidden.includes(j);
    if (isNear) sums.most += demand[i]!;
    if (open.some((j) => cost[i * sites + j]! <= radius!)) sums.reached += demand[i]!;
  }
  return [...of.values()].reduce(
    (least, { need, reached, most }) => (reached < most ? Math.min(least, reached / need) : least),
    1,
  );
}

/** Value of a set of open sites; null where it is no plan, or where capacities meet floors, which only a model tells. */
export function valueOf(problem: LocationProblem, open: readonly number[]): number | null {
  const { siteCost, budget } = problem;
  if (siteCost && budget !== null && open.reduce((sum, j) => sum + siteCost[j]!, 0) > budget * (1 + 1e-12))
    return null;
  if (problem.capacity) return problem.floors.size > 0 ? null : mostServed(problem, open);
  const { kind, points, sites, cost, demand, weight, radius, groups, floors } = problem;
  const need = new Map<number, number>();
  const reached = new Map<number, number>();
  let [sum, worst] = [0, 0];
  for (let i = 0; i < points; i++) {
    let nearest = Infinity;
    for (const j of open) nearest = Math.min(nearest, cost[i * sites + j]!);
    const isCounted = demand[i]! + weight[i]! > 0;
    if (groups) {
      need.set(groups[i]!, (need.get(groups[i]!) ?? 0) + demand[i]!);
      if (radius !== null && nearest <= radius)
        reached.set(groups[i]!, (reached.get(groups[i]!) ?? 0) + demand[i]!);
    }
    if (isMost(kind)) sum += nearest <= radius! ? weight[i]! : 0;
    else if (kind === "lscp") {
      if (isCounted && nearest > radius!) return null;
    } else if (isCounted && nearest === Infinity) {
      if (isReachable(problem, i)) return null;
    } else if (isCounted) {
      sum += weight[i]! * nearest;
      worst = Math.max(worst, nearest);
    }
  }
  for (const [group, share] of floors) {
    const want = share * (need.get(group) ?? 0);
    if ((reached.get(group) ?? 0) < want * (1 - 1e-9)) return null;
  }
  if (kind === "max_min_mclp") return smallestShareOf(problem, open);
  return kind === "lscp" ? open.length : kind === "p_center" ? worst : sum;
}

function isReachable({ cost, sites, forbidden }: LocationProblem, i: number): boolean {
  for (let j = 0; j < sites; j++) if (cost[i * sites + j]! < Infinity && !forbidden.includes(j)) return true;
  return false;
}

/** Number of ways to choose k of n, at most `most`. */
function choose(n: number, k: number, most: number): number {
  let ways = 1;
  for (let at = 1; at <= Math.min(k, n - k) && ways <= most; at++) ways = (ways * (n - at + 1)) / at;
  return k > n ? 0 : ways;
}

function* subsets(of: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) return yield [];
  for (let at = from; at <= of.length - size; at++)
    for (const rest of subsets(of, size - 1, at + 1)) yield [of[at]!, ...rest];
}

/** Sets of open sites that a plan could have, of every size that counts; null where they are too many. */
export function allPlans(problem: LocationProblem): Iterable<readonly number[]> | null {
  const { kind, sites, p, fixed, forbidden, points } = problem;
  const free = Array.from({ length: sites }, (_, j) => j).filter(
    (j) => !forbidden.includes(j) && !fixed.includes(j),
  );
  const most = MAX_ENUMERATED / points;
  const sizes =
    kind === "lscp" || AT_MOST.has(kind) ? Array.from({ length: (p ?? sites) + 1 }, (_, size) => size) : [p!];
  const extra = sizes.map((size) => size - fixed.length).filter((size) => size >= 0 && size <= free.length);
  if (extra.reduce((sum, size) => sum + choose(free.length, size, most), 0) > most) return null;
  return (function* plans() {
    for (const size of extra) for (const chosen of subsets(free, size)) yield [...fixed, ...chosen];
  })();
}

/** The plan's neighbours: one open site exchanged for a closed one, for LSCP one site less, where p is a limit one more. */
function* neighbours(
  { sites, fixed, forbidden, kind, p }: LocationProblem,
  open: readonly number[],
): Generator<number[]> {
  if (AT_MOST.has(kind) && open.length < (p ?? sites))
    for (let to = 0; to < sites; to++) if (!open.includes(to) && !forbidden.includes(to)) yield [...open, to];
  for (const from of open) {
    if (fixed.includes(from)) continue;
    const rest = open.filter((site) => site !== from);
    if (kind === "lscp") {
      yield rest;
      continue;
    }
    for (let to = 0; to < sites; to++) if (!open.includes(to) && !forbidden.includes(to)) yield [...rest, to];
  }
}

/** A plan better than the bound, which is therefore wrong; null where none was found. */
export function refuteBound(problem: LocationProblem, { open, bound }: Solution): Better | null {
  const { kind, points, sites } = problem;
  if (kind === "capacitated_p_median") return null;
  const exchanges = (open.length + 1) * (kind === "lscp" ? 1 : sites - open.length);
  // Where capacities count, a plan takes a search of its own.
  const steps = problem.capacity ? 20 * points : points;
  const looked =
    allPlans(problem) ?? (exchanges * steps * open.length <= MAX_EXCHANGED ? neighbours(problem, open) : []);
  const slack = 1e-9 * Math.max(1, Math.abs(bound));
  for (const other of looked) {
    const value = valueOf(problem, other);
    if (value === null) continue;
    if (isMost(kind) ? value > bound + slack : value < bound - slack)
      return { open: [...other].sort((a, b) => a - b), value };
  }
  return null;
}
