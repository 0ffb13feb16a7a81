// MCLP: p sites so that most weight lies within the radius of one (Church and ReVelle 1974), with floors by group.

import { areWhole, fillUp, nearestOpen } from "#analysis/allocation/assign";
import { greedyOrder, interchange } from "#analysis/allocation/greedy";
import { solveModel } from "#analysis/allocation/highs";
import type { Hooks } from "#analysis/allocation/hooks";
import { explainFloors, floorAmounts } from "#analysis/allocation/infeasible";
import { coverageModel, type CoverageSpec } from "#analysis/allocation/model/coverage";
import type { Outcome } from "#analysis/allocation/plan";
import { candidateSites, type LocationProblem } from "#analysis/allocation/problem";
import { coverClasses, outdoneSites } from "#analysis/allocation/reduce";
import { coverageService } from "#analysis/allocation/services";
import { firstOfModel, isSmall } from "#analysis/allocation/ties";

/** Weight within the radius of an open site. */
export function coveredWeight({ weight }: LocationProblem, assign: readonly number[]): number {
  return assign.reduce((sum, site, i) => sum + (site >= 0 ? weight[i]! : 0), 0);
}

/** Sites that greedy and interchange open, without regard to floors. */
export function quickCoverage(problem: LocationProblem, radius: number): number[] {
  const service = coverageService(problem, radius);
  return interchange(service, greedyOrder(service)).sort((a, b) => a - b);
}

/** Values of all columns of a coverage model for a set of open sites. */
function startValues(spec: CoverageSpec, columns: number, open: readonly number[]): number[] {
  const isOpen = new Set(open);
  const values = spec.sites.map((site) => (isOpen.has(site) ? 1 : 0));
  for (const { sites, weight, group, demand } of spec.classes) {
    const hasColumn = weight > 0 || (group !== null && spec.floors.has(group) && demand > 0);
    if (hasColumn && sites.some((site) => spec.sites.includes(site)))
      values.push(sites.some((site) => isOpen.has(site)) ? 1 : 0);
  }
  if (values.length !== columns) throw new Error(`a start of ${values.length} values for ${columns} columns`);
  return values;
}

/** The plan that covers most, or which floors are in each other's way. */
export async function solveMclp(problem: LocationProblem, hooks: Hooks): Promise<Outcome> {
  const { fixed, floors, weight } = problem;
  const [p, radius] = [problem.p!, problem.radius!];
  const candidates = candidateSites(problem);
  const classes = coverClasses(problem, radius, { byGroup: floors.size > 0 }).filter(
    (covered) => covered.sites.length > 0,
  );
  const sets = classes.map(({ sites }) => sites);
  const doTies = isSmall(candidates.length, classes.length);
  const outdone = doTies ? new Set<number>() : outdoneSites(sets, candidates, new Set(fixed));
  const sites = candidates.filter((site) => !outdone.has(site));
  const spec: CoverageSpec = {
    sites,
    fixed,
    p,
    required: [],
    classes:
      outdone.size === 0
        ? classes
        : classes.map((covered) => ({
            ...covered,
            sites: covered.sites.filter((site) => !outdone.has(site)),
          })),
    floors: floorAmounts(problem),
    objective: "weight",
  };
  const unit = areWhole(weight) ? 1 : 0;
  const model = coverageModel(spec);
  const quick = quickCoverage({ ...problem, forbidden: [...problem.forbidden, ...outdone] }, radius);
  const solved = await solveModel(model, {
    ...hooks,
    nodeLimit: problem.nodeLimit,
    unit,
    ...(floors.size === 0 && { start: startValues(spec, model.columns, quick) }),
  });
  if (solved.status === "infeasible") return explainFloors(problem, radius);
  if (solved.values.length === 0)
    throw new Error("no plan was found within the node limit: raise node_limit");
  const openOf = (values: Float64Array): number[] =>
    fillUp(
      sites.filter((_, at) => values[at]! > 0.5),
      candidates,
      p,
    );
  let open = openOf(solved.values);
  const isProven = solved.status === "optimal";
  const objective = coveredWeight(problem, nearestOpen(problem, open, radius));
  if (isProven && doTies) {
    const first = await firstOfModel(model, sites.length, objective, problem.nodeLimit);
    if (first && coveredWeight(problem, nearestOpen(problem, openOf(first), radius)) >= objective)
      open = openOf(first);
  }
  const assign = nearestOpen(problem, open, radius);
  const bound = unit > 0 ? Math.floor(solved.bound + 1e-6 * unit) : solved.bound;
  return {
    open,
    assign,
    objective: coveredWeight(problem, assign),
    bound: isProven ? coveredWeight(problem, assign) : Math.max(bound, objective),
    isProven,
    nodes: solved.nodes,
    method: "branch and cut",
  };
}
