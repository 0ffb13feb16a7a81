// p-median where every group must have a share of its demand within the radius.

import { areWhole, fillUp, nearestOpen } from "#analysis/allocation/assign";
import { solveModel } from "#analysis/allocation/highs";
import type { Hooks } from "#analysis/allocation/hooks";
import { explainFloors, floorAmounts, requiredSets } from "#analysis/allocation/infeasible";
import { assignmentModel } from "#analysis/allocation/model/assignment";
import { coverageModel } from "#analysis/allocation/model/coverage";
import type { Outcome } from "#analysis/allocation/plan";
import { candidateSites, isPeopled, type LocationProblem } from "#analysis/allocation/problem";
import { coverClasses } from "#analysis/allocation/reduce";
import { firstMultipliers, relax, FREE, OPEN, CLOSED } from "#analysis/allocation/relaxation";
import { costOf, hasWholeCosts, type Service } from "#analysis/allocation/service";
import { firstOfModel, isSmall } from "#analysis/allocation/ties";

/** Pairs of point and site that a model may hold. */
const MAX_PAIRS = 120_000;
/** Turns of moving multipliers and solving for the sites with floors. */
const TURNS = 3;

interface Priced {
  readonly open: readonly number[];
  readonly cost: number;
  readonly bound: number;
}

/**
 * A bound and a plan from the relaxation in which the floors stay: L(u) = Σ u + min { Σ ρ_j y_j : p sites that meet all floors },
 * which is a small covering model. The sites that it opens are a plan, and meet the floors.
 */
async function priceSites(
  problem: LocationProblem,
  service: Service,
  skip: ReadonlySet<number>,
): Promise<Priced | null> {
  const sites = candidateSites(problem);
  const floors = floorAmounts(problem);
  const classes = coverClasses(problem, problem.radius!, { byGroup: true });
  const required = requiredSets(
    problem,
    Number.MAX_VALUE,
    (i) => !skip.has(i) && isPeopled(problem, i),
  ).filter((set) => set.length < sites.length);
  const state = new Uint8Array(service.sites).fill(FREE);
  for (const j of service.forbidden) state[j] = CLOSED;
  for (const j of service.fixed) state[j] = OPEN;
  let best: Priced | null = null as Priced | null;
  let multipliers = firstMultipliers(service, sites.slice(0, service.p));
  for (let turn = 0; turn < TURNS; turn++) {
    const relaxed = relax(
      service,
      state,
      multipliers,
      best?.cost ?? costOf(service, new Uint8Array(service.sites).fill(1)) * 4,
      {
        iterations: 800,
        step: 1,
        patience: 20,
        target: Infinity,
      },
    );
    multipliers = relaxed.multipliers;
    const model = coverageModel({
      sites,
      fixed: problem.fixed,
      p: service.p,
      required,
      classes,
      floors,
      objective: { prices: relaxed.reduced },
    });
    const solved = await solveModel(model, { nodeLimit: problem.nodeLimit });
    if (solved.values.length === 0) return best;
    const base = multipliers.reduce((sum, value) => sum + value, 0);
    const open = fillUp(
      sites.filter((_, at) => solved.values[at]! > 0.5),
      sites,
      service.p,
    );
    const isOpen = new Uint8Array(service.sites);
    for (const j of open) isOpen[j] = 1;
    const cost = costOf(service, isOpen);
    const keep: Priced = best ?? { open, cost, bound: -Infinity };
    best = {
      open: cost < keep.cost ? open : keep.open,
      cost: Math.min(cost, keep.cost),
      bound: Math.max(keep.bound, base + solved.bound),
    };
  }
  return best;
}

/** Points with the sites that reach them. */
function reachedPairs(problem: LocationProblem, skip: ReadonlySet<number>) {
  const { points, sites, cost, weight, demand, groups, radius } = problem;
  const candidates = candidateSites(problem);
  return Array.from({ length: points }, (_, i) => i)
    .filter((i) => !skip.has(i) && isPeopled(problem, i))
    .map((i) => {
      const reached = candidates.filter((j) => cost[i * sites + j]! < Infinity);
      return {
        sites: reached,
        costs: reached.map((j) => weight[i]! * cost[i * sites + j]!),
        demand: demand[i]!,
        group: groups?.[i] ?? null,
        isNear: (j: number) => cost[i * sites + j]! <= radius!,
      };
    });
}

/** The plan of least total cost that meets the floors: by the whole model where it is small, else with the bound of a relaxation. */
export async function solveMedianWithFloors(
  problem: LocationProblem,
  service: Service,
  skip: ReadonlySet<number>,
  hooks: Hooks,
): Promise<Outcome> {
  const sites = candidateSites(problem);
  const objectiveOf = (open: readonly number[]): number =>
    nearestOpen(problem, open).reduce(
      (sum, site, i) => sum + (site >= 0 ? problem.weight[i]! * problem.cost[i * problem.sites + site]! : 0),
      0,
    );
  if (service.site.length > MAX_PAIRS) {
    const priced = await priceSites(problem, service, skip);
    if (!priced) throw new Error("no plan was found within the node limit: raise node_limit");
    const objective = objectiveOf(priced.open);
    const bound = Math.min(priced.bound, objective);
    return {
      open: priced.open,
      assign: nearestOpen(problem, priced.open),
      objective,
      bound,
      isProven: objective - bound <= 1e-9 * Math.max(1, objective),
      nodes: 0,
      method: "Lagrangian relaxation with floors",
    };
  }
  const { model } = assignmentModel({
    points: reachedPairs(problem, skip),
    sites,
    fixed: problem.fixed,
    p: problem.p!,
    capacity: null,
    isSingleSource: false,
    floors: floorAmounts(problem),
    objective: "cost",
  });
  const unit = hasWholeCosts(service) && areWhole(problem.weight) ? 1 : 0;
  const solved = await solveModel(model, { ...hooks, nodeLimit: problem.nodeLimit, unit });
  if (solved.status === "infeasible") return explainFloors(problem, problem.radius!);
  if (solved.values.length === 0)
    throw new Error("no plan was found within the node limit: raise node_limit");
  const openOf = (values: Float64Array): number[] => sites.filter((_, at) => values[at]! > 0.5);
  let open = openOf(solved.values);
  const isProven = solved.status === "optimal";
  const objective = objectiveOf(open);
  if (isProven && isSmall(model.columns, 20)) {
    const first = await firstOfModel(model, sites.length, objective, problem.nodeLimit);
    if (first && objectiveOf(openOf(first)) <= objective) open = openOf(first);
  }
  return {
    open,
    assign: nearestOpen(problem, open),
    objective: objectiveOf(open),
    bound: isProven ? objectiveOf(open) : Math.min(solved.bound, objective),
    isProven,
    nodes: solved.nodes,
    method: "branch and cut",
  };
}
