// LSCP: the fewest sites that reach everybody (Toregas and others 1971). p-center: the least radius at which p sites do (Hakimi 1964).

import { fillUp, nearestOpen } from "#analysis/allocation/assign";
import { solveModel } from "#analysis/allocation/highs";
import type { Hooks } from "#analysis/allocation/hooks";
import { explainFloors, floorAmounts, requiredSets } from "#analysis/allocation/infeasible";
import { coverageModel, type CoverageSpec } from "#analysis/allocation/model/coverage";
import type { Outcome, Solution } from "#analysis/allocation/plan";
import {
  candidateSites,
  isPeopled,
  unreachablePoints,
  type LocationProblem,
} from "#analysis/allocation/problem";
import { coverClasses } from "#analysis/allocation/reduce";
import { firstOfModel, isSmall } from "#analysis/allocation/ties";
import { quickPMedian, servingSites } from "./p_median.ts";

/** The largest cost of a point with people to its site; 0 where there is none. */
export function worstCost(problem: LocationProblem, assign: readonly number[]): number {
  let worst = 0;
  for (const [i, site] of assign.entries())
    if (site >= 0 && isPeopled(problem, i)) worst = Math.max(worst, problem.cost[i * problem.sites + site]!);
  return worst;
}

/** Everybody of `served` within the radius, floors met: the model of the fewest sites. */
function coverSpec(
  problem: LocationProblem,
  radius: number,
  served: (i: number) => boolean,
  p: number | null,
): CoverageSpec {
  return {
    sites: candidateSites(problem),
    fixed: problem.fixed,
    p,
    required: requiredSets(problem, radius, served),
    classes: problem.floors.size > 0 ? coverClasses(problem, problem.radius!, { byGroup: true }) : [],
    floors: floorAmounts(problem),
    objective: "sites",
  };
}

interface Cover {
  readonly status: "optimal" | "limit" | "infeasible";
  readonly open: readonly number[];
  readonly bound: number;
  readonly nodes: number;
}

/** The fewest sites of a specification; of equally few the lowest, where `doTies` is set and the model is small. */
async function fewest(
  spec: CoverageSpec,
  nodeLimit: number | null,
  hooks: Hooks,
  doTies: boolean,
): Promise<Cover> {
  if (spec.required.some((set) => set.length === 0))
    return { status: "infeasible", open: [], bound: NaN, nodes: 0 };
  const model = coverageModel(spec);
  const solved = await solveModel(model, { ...hooks, nodeLimit, unit: 1 });
  const openOf = (values: Float64Array): number[] => spec.sites.filter((_, at) => values[at]! > 0.5);
  let open = openOf(solved.values);
  if (
    doTies &&
    solved.status === "optimal" &&
    isSmall(spec.sites.length, spec.required.length + spec.classes.length)
  ) {
    const first = await firstOfModel(model, spec.sites.length, open.length, nodeLimit);
    if (first) open = openOf(first);
  }
  return { status: solved.status, open, bound: Math.ceil(solved.bound - 1e-6), nodes: solved.nodes };
}

/** The fewest sites so that every point lies within the radius of one; or which points no site reaches. */
export async function solveLscp(problem: LocationProblem, hooks: Hooks): Promise<Outcome> {
  const radius = problem.radius!;
  const { points, sites, cost, p } = problem;
  const candidates = candidateSites(problem);
  const uncoverable = Array.from({ length: points }, (_, i) => i).filter(
    (i) => isPeopled(problem, i) && candidates.every((j) => cost[i * sites + j]! > radius),
  );
  const none = new Set(uncoverable);
  const spec = coverSpec(
    { ...problem, floors: new Map() },
    radius,
    (i) => isPeopled(problem, i) && !none.has(i),
    null,
  );
  const found = await fewest(spec, problem.nodeLimit, hooks, true);
  if (found.open.length === 0 && found.status === "limit")
    throw new Error("no plan was found within the node limit: raise node_limit");
  const isProven = found.status === "optimal";
  const solution: Solution = {
    open: found.open,
    assign: nearestOpen(problem, found.open, radius),
    objective: found.open.length,
    bound: isProven ? found.open.length : found.bound,
    isProven,
    nodes: found.nodes,
    method: "branch and cut",
  };
  if (uncoverable.length > 0) {
    const least = uncoverable.map((i) =>
      candidates.reduce((best, j) => Math.min(best, cost[i * sites + j]!), Infinity),
    );
    const reach = Math.max(...least);
    return {
      conflict: uncoverable.map((point) => ({ constraint: "point", point, radius })),
      needs: { radius: reach < Infinity ? reach : null },
      partial: solution,
    };
  }
  if (p !== null && found.open.length > p)
    return {
      conflict: [
        { constraint: "p", value: p },
        { constraint: "radius", value: radius },
      ],
      needs: { p: found.open.length },
    };
  return solution;
}

/** The least radius at which p sites reach everybody, by bisection over the costs that occur; or why there is no plan. */
export async function solvePCenter(problem: LocationProblem, hooks: Hooks): Promise<Outcome> {
  const p = problem.p!;
  const skip = new Set(unreachablePoints(problem));
  const serving = await servingSites(problem, skip);
  if ("conflict" in serving) return serving;
  const served = (i: number): boolean => isPeopled(problem, i) && !skip.has(i);
  const radii = costsThatMatter(problem, served);
  const candidates = candidateSites(problem);
  // Without floors the quick plan is a plan, and no larger radius need be looked at.
  const quick =
    problem.floors.size === 0 && serving.length === 0
      ? worstCost(problem, nearestOpen(problem, quickPMedian(problem)))
      : Infinity;
  let [low, high] = [0, radii.length - 1];
  while (low < high && radii[high - 1]! >= quick) high--;
  let best: Cover | null = null;
  let nodes = 0;
  let proven = low;
  while (low < high || best === null) {
    const middle = (low + high) >> 1;
    const found = await fewest(
      coverSpec(problem, radii[middle]!, served, p),
      problem.nodeLimit,
      { ...(hooks.isStopped && { isStopped: hooks.isStopped }) },
      false,
    );
    nodes += found.nodes;
    if (found.open.length > 0) {
      best = found;
      high = middle;
    } else if (middle === radii.length - 1) break;
    else {
      if (found.status === "infeasible" && proven === low) proven = middle + 1;
      low = middle + 1;
      high = Math.max(high, low);
    }
    hooks.onProgress?.(radii[high]!, radii[proven]!, nodes);
  }
  if (!best) return explainFloors(problem, problem.radius!);
  const isProven = proven >= high;
  const spec = coverSpec(problem, radii[high]!, served, p);
  const open = fillUp(
    (isProven ? await fewestFirst(spec, p, problem.nodeLimit) : null) ?? best.open,
    candidates,
    p,
  );
  const assign = nearestOpen(problem, open);
  const objective = worstCost(problem, assign);
  return {
    open,
    assign,
    objective,
    bound: isProven ? objective : radii[proven]!,
    isProven,
    nodes,
    method: "bisection over set covers",
  };
}

/** The lowest p sites that reach everybody; null where the model is too large to ask. */
async function fewestFirst(
  spec: CoverageSpec,
  p: number,
  nodeLimit: number | null,
): Promise<number[] | null> {
  if (!isSmall(spec.sites.length, spec.required.length + spec.classes.length)) return null;
  const model = coverageModel(spec);
  // Exactly p of them: a longer list of low sites comes before a shorter one.
  model.rowLower[0] = Math.min(p, spec.sites.length);
  model.cost.fill(0);
  const first = await firstOfModel(model, spec.sites.length, 0, nodeLimit);
  return first && spec.sites.filter((_, at) => first[at]! > 0.5);
}

/** Costs that can be the answer, ascending: none below what the worst-placed point needs in any case. */
function costsThatMatter(problem: LocationProblem, served: (i: number) => boolean): number[] {
  const { points, sites, cost } = problem;
  const candidates = candidateSites(problem);
  const found = new Set<number>();
  let least = 0;
  for (let i = 0; i < points; i++) {
    if (!served(i)) continue;
    let nearest = Infinity;
    for (const j of candidates) {
      const along = cost[i * sites + j]!;
      nearest = Math.min(nearest, along);
      if (along < Infinity) found.add(along);
    }
    least = Math.max(least, nearest);
  }
  const radii = [...found].filter((radius) => radius >= least).sort((a, b) => a - b);
  return radii.length > 0 ? radii : [0];
}
