// p-median: p sites so that weight × cost to the nearest one is least (Hakimi 1964; ReVelle and Swain 1970), with floors by group.

import { nearestOpen } from "#analysis/allocation/assign";
import { branchAndBound, type Branched } from "#analysis/allocation/branch";
import { greedyOrder, interchange } from "#analysis/allocation/greedy";
import type { Hooks } from "#analysis/allocation/hooks";
import { explainFloors, fewestSites, floorAmounts, requiredSets } from "#analysis/allocation/infeasible";
import type { Infeasibility, Outcome, Solution } from "#analysis/allocation/plan";
import {
  candidateSites,
  isPeopled,
  unreachablePoints,
  type LocationProblem,
} from "#analysis/allocation/problem";
import type { Service } from "#analysis/allocation/service";
import { medianService } from "#analysis/allocation/services";
import { firstOfService } from "#analysis/allocation/ties";
import { solveMedianWithFloors } from "./p_median_floors.ts";

/** Σ weight × cost of the points that are served. */
export function medianObjective({ sites, cost, weight }: LocationProblem, assign: readonly number[]): number {
  return assign.reduce((sum, site, i) => sum + (site >= 0 ? weight[i]! * cost[i * sites + site]! : 0), 0);
}

/** Sites from which every point is reached, where not every site reaches all; or why p are too few. */
export async function servingSites(
  problem: LocationProblem,
  skip: ReadonlySet<number>,
): Promise<readonly number[] | Infeasibility> {
  const count = candidateSites(problem).length;
  const required = requiredSets(
    problem,
    Number.MAX_VALUE,
    (i) => !skip.has(i) && isPeopled(problem, i),
  ).filter((set) => set.length < count);
  if (required.length === 0) return [];
  const fewest = await fewestSites(problem, { required });
  if (fewest && fewest.open.length <= problem.p!) return fewest.open;
  return {
    conflict: [
      { constraint: "p", value: problem.p },
      { constraint: "point", reason: "not every point can be reached from so few sites" },
    ],
    needs: { p: fewest?.open.length ?? null },
  };
}

/** A plan of greedy and interchange around sites that must be among the open ones for everybody to be reached. */
function quickMedian(service: Service, serving: readonly number[]): number[] {
  const around = new Set([...service.fixed, ...serving]);
  return interchange(service, greedyOrder({ ...service, fixed: [...around] }));
}

/** Sites that greedy and interchange open; without proof. */
export function quickPMedian(problem: LocationProblem): number[] {
  const service = medianService(problem, new Set(unreachablePoints(problem)));
  return interchange(service, greedyOrder(service)).sort((a, b) => a - b);
}

function solutionOf(
  problem: LocationProblem,
  service: Service,
  { open, cost, bound, nodes, candidates }: Branched,
): Solution {
  const isProven = bound >= cost;
  const sites = isProven ? firstOfService(service, open!, cost, candidates) : open!;
  const assign = nearestOpen(problem, sites);
  const objective = medianObjective(problem, assign);
  return {
    open: sites,
    assign,
    objective,
    bound: isProven ? objective : bound,
    isProven,
    nodes,
    method: "Lagrangian branch and bound",
  };
}

/** The plan of least total cost, or why there is none. */
export async function solvePMedian(problem: LocationProblem, hooks: Hooks): Promise<Outcome> {
  const skip = new Set(unreachablePoints(problem));
  const serving = await servingSites(problem, skip);
  if ("conflict" in serving) return serving;
  const service = medianService(problem, skip);
  const plan = quickMedian(service, serving);
  const free = branchAndBound(service, { ...hooks, nodeLimit: problem.nodeLimit, start: plan });
  const solution = solutionOf(problem, service, free);
  if (problem.floors.size === 0) return solution;
  const radius = problem.radius!;
  const floors = floorAmounts(problem);
  if (meetsFloors(problem, solution.assign, floors)) return solution;
  if (!(await fewestSites(problem, { floors, radius, most: problem.p! })))
    return explainFloors(problem, radius);
  return solveMedianWithFloors(problem, service, skip, hooks);
}

/** Whether every group has its share of demand within the radius. */
function meetsFloors(
  { sites, cost, demand, groups, radius }: LocationProblem,
  assign: readonly number[],
  floors: ReadonlyMap<number, number>,
): boolean {
  const reached = new Map<number, number>();
  for (const [i, site] of assign.entries())
    if (site >= 0 && cost[i * sites + site]! <= radius!)
      reached.set(groups![i]!, (reached.get(groups![i]!) ?? 0) + demand[i]!);
  return [...floors].every(
    ([group, amount]) => (reached.get(group) ?? 0) >= amount - 1e-9 * Math.max(1, amount),
  );
}
