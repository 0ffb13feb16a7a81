// MCLP: p sites so that most weight lies within the radius of one (Church and ReVelle 1974), with floors by group.

import { areWhole, fillUp, nearestOpen } from "#analysis/allocation/assign";
import { branchAndBound, type Branched } from "#analysis/allocation/branch";
import { greedyOrder, interchange } from "#analysis/allocation/greedy";
import { solveModel } from "#analysis/allocation/highs";
import type { Hooks } from "#analysis/allocation/hooks";
import { explainFloors, floorAmounts } from "#analysis/allocation/infeasible";
import { coverageModel, type CoverageSpec } from "#analysis/allocation/model/coverage";
import { searchAround } from "#analysis/allocation/neighbourhood";
import type { Outcome, Solution } from "#analysis/allocation/plan";
import { candidateSites, type LocationProblem } from "#analysis/allocation/problem";
import { coverClasses, outdoneSites, type CoverClass } from "#analysis/allocation/reduce";
import type { Service } from "#analysis/allocation/service";
import { coverageService } from "#analysis/allocation/services";
import { firstOfModel, firstOfService, isSmall } from "#analysis/allocation/ties";

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

/** Nodes of the search that finds a plan to start from, and often proves it. */
const FIRST_NODES = 60;
/** Turns of the search around the first plan, where the root does not prove it. */
const TURNS = 1_000;

/** What is known of a coverage problem before the model is solved: a good plan, a bound, sites that no best plan opens. */
function firstSearch(service: Service, { isStopped, deadline }: Hooks): Branched {
  const limits = { ...(isStopped && { isStopped }), ...(deadline !== undefined && { deadline }) };
  const root = branchAndBound(service, { ...limits, nodeLimit: 1 });
  if (root.bound >= root.cost || !root.open) return root;
  const isOver = (): boolean => isStopped?.() === true || performance.now() >= (deadline ?? Infinity);
  const start = searchAround(service, root.open, TURNS, isOver);
  return branchAndBound(service, { ...limits, nodeLimit: FIRST_NODES, start });
}

/** Most weight without floors: a short search by Lagrangian bound, then the model over the sites that it leaves. */
async function solveWithoutFloors(problem: LocationProblem, hooks: Hooks): Promise<Solution> {
  const [p, radius] = [problem.p!, problem.radius!];
  const service = coverageService(problem, radius);
  const first = firstSearch(service, hooks);
  const candidates = candidateSites(problem);
  const solutionOf = (
    open: readonly number[],
    rest: Pick<Solution, "isProven" | "bound" | "nodes" | "method">,
  ): Solution => {
    const assign = nearestOpen(problem, open, radius);
    const objective = coveredWeight(problem, assign);
    return {
      open,
      assign,
      objective,
      ...rest,
      bound: rest.isProven ? objective : Math.max(rest.bound, objective),
    };
  };
  const classes = coverClasses(problem, radius, { byGroup: false }).filter(
    (covered) => covered.sites.length > 0,
  );
  const coverable = classes.reduce((sum, { weight }) => sum + weight, 0);
  const bound = coverable - first.bound;
  if (first.bound >= first.cost) {
    const open = firstOfService(coverageService(problem, radius), first.open!, first.cost, first.candidates);
    return solutionOf(open, {
      isProven: true,
      bound,
      nodes: first.nodes,
      method: "Lagrangian branch and bound",
    });
  }
  const doTies = isSmall(first.candidates.length, classes.length);
  const spec = coverageSpec(problem, classes, first.candidates, doTies);
  const model = coverageModel(spec);
  const unit = areWhole(problem.weight) ? 1 : 0;
  const { onProgress } = hooks;
  const solved = await solveModel(model, {
    ...hooks,
    ...(onProgress && {
      onProgress: (objective, dual, nodes) => onProgress(objective, Math.min(dual, bound), nodes),
    }),
    nodeLimit: problem.nodeLimit,
    unit,
    start: startValues(spec, model.columns, first.open!),
  });
  const openOf = (values: Float64Array): number[] =>
    fillUp(
      spec.sites.filter((_, at) => values[at]! > 0.5),
      candidates,
      p,
    );
  const isProven = solved.status === "optimal";
  let best = solved.values.length > 0 ? openOf(solved.values) : first.open!;
  const weightOf = (open: readonly number[]): number =>
    coveredWeight(problem, nearestOpen(problem, open, radius));
  if (!isProven && weightOf(first.open!) > weightOf(best)) best = [...first.open!];
  if (isProven && doTies) {
    const tied = await firstOfModel(model, spec.sites.length, weightOf(best), problem.nodeLimit);
    if (tied && weightOf(openOf(tied)) >= weightOf(best)) best = openOf(tied);
  }
  const dual = Number.isFinite(solved.bound) ? Math.min(solved.bound, bound) : bound;
  return solutionOf(best, {
    isProven,
    bound: unit > 0 ? Math.floor(dual + 1e-6) : dual,
    nodes: first.nodes + solved.nodes,
    method: "branch and cut",
  });
}

/** The model's sites and classes; sites that another one outdoes are left out unless ties are to be settled by number. */
function coverageSpec(
  problem: LocationProblem,
  classes: readonly CoverClass[],
  candidates: readonly number[],
  doTies: boolean,
): CoverageSpec {
  const possible = new Set(candidates);
  const within = classes.map((covered) => ({
    ...covered,
    sites: covered.sites.filter((site) => possible.has(site)),
  }));
  const outdone = doTies
    ? new Set<number>()
    : outdoneSites(
        within.map(({ sites }) => sites),
        candidates,
        new Set(problem.fixed),
      );
  return {
    sites: candidates.filter((site) => !outdone.has(site)),
    fixed: problem.fixed,
    p: problem.p,
    required: [],
    classes: within.map((covered) => ({
      ...covered,
      sites: covered.sites.filter((site) => !outdone.has(site)),
    })),
    floors: floorAmounts(problem),
    objective: "weight",
  };
}

/** Most weight with floors by group; or which floors are in each other's way. */
async function solveWithFloors(problem: LocationProblem, hooks: Hooks): Promise<Outcome> {
  const [p, radius] = [problem.p!, problem.radius!];
  const candidates = candidateSites(problem);
  const classes = coverClasses(problem, radius, { byGroup: true }).filter(
    (covered) => covered.sites.length > 0,
  );
  const doTies = isSmall(candidates.length, classes.length);
  const spec = coverageSpec(problem, classes, candidates, doTies);
  const model = coverageModel(spec);
  const unit = areWhole(problem.weight) ? 1 : 0;
  const solved = await solveModel(model, { ...hooks, nodeLimit: problem.nodeLimit, unit });
  if (solved.status === "infeasible") return explainFloors(problem, radius);
  if (solved.values.length === 0) throw new Error("no plan was found within the limits: raise node_limit");
  const openOf = (values: Float64Array): number[] =>
    fillUp(
      spec.sites.filter((_, at) => values[at]! > 0.5),
      candidates,
      p,
    );
  const weightOf = (open: readonly number[]): number =>
    coveredWeight(problem, nearestOpen(problem, open, radius));
  const isProven = solved.status === "optimal";
  let open = openOf(solved.values);
  if (isProven && doTies) {
    const tied = await firstOfModel(model, spec.sites.length, weightOf(open), problem.nodeLimit);
    if (tied && weightOf(openOf(tied)) >= weightOf(open)) open = openOf(tied);
  }
  const objective = weightOf(open);
  const bound = unit > 0 ? Math.floor(solved.bound + 1e-6) : solved.bound;
  return {
    open,
    assign: nearestOpen(problem, open, radius),
    objective,
    bound: isProven ? objective : Math.max(bound, objective),
    isProven,
    nodes: solved.nodes,
    method: "branch and cut",
  };
}

/** The plan that covers most, or which floors are in each other's way. */
export const solveMclp = async (problem: LocationProblem, hooks: Hooks): Promise<Outcome> =>
  problem.floors.size > 0 ? solveWithFloors(problem, hooks) : solveWithoutFloors(problem, hooks);
