// p-median where sites can take only so much: whole points to one site each, or points that are split.

import { areWhole, nearestOpen } from "#analysis/allocation/assign";
import { solveModel } from "#analysis/allocation/highs";
import type { Hooks } from "#analysis/allocation/hooks";
import { floorAmounts } from "#analysis/allocation/infeasible";
import {
  assignmentModel,
  type AssignedPoint,
  type AssignmentSpec,
} from "#analysis/allocation/model/assignment";
import { ModelBuilder } from "#analysis/allocation/model/linear";
import type { Conflict, Infeasibility, Outcome, Solution } from "#analysis/allocation/plan";
import {
  candidateSites,
  isPeopled,
  unreachablePoints,
  type LocationProblem,
} from "#analysis/allocation/problem";
import { firstOfModel, isSmall } from "#analysis/allocation/ties";

type Flow = readonly [point: number, site: number, amount: number];

interface Numbered extends AssignedPoint {
  readonly point: number;
}

function servedPoints(problem: LocationProblem): Numbered[] {
  const { points, sites, cost, weight, demand, groups, radius } = problem;
  const candidates = candidateSites(problem);
  const skip = new Set(unreachablePoints(problem));
  const served: Numbered[] = [];
  for (let i = 0; i < points; i++) {
    if (skip.has(i) || !isPeopled(problem, i)) continue;
    const reached = candidates.filter((j) => cost[i * sites + j]! < Infinity);
    served.push({
      point: i,
      sites: reached,
      costs: reached.map((j) => weight[i]! * cost[i * sites + j]!),
      demand: demand[i]!,
      group: groups?.[i] ?? null,
      isNear: (j) => radius !== null && cost[i * sites + j]! <= radius,
    });
  }
  return served;
}

function specOf(
  problem: LocationProblem,
  served: readonly Numbered[],
  objective: "cost" | "sites",
): AssignmentSpec {
  return {
    points: served,
    sites: candidateSites(problem),
    fixed: problem.fixed,
    p: problem.p!,
    capacity: problem.capacity!,
    isSingleSource: problem.isSingleSource,
    floors: floorAmounts(problem),
    objective,
  };
}

/** Total demand against the capacity of all sites and of the p largest; null where the capacity could do. */
function explainCapacity(problem: LocationProblem, served: readonly Numbered[]): Infeasibility | null {
  const demand = served.reduce((sum, point) => sum + point.demand, 0);
  const isFixed = new Set(problem.fixed);
  const capacities = candidateSites(problem)
    .sort(
      (a, b) =>
        Number(isFixed.has(b)) - Number(isFixed.has(a)) || problem.capacity![b]! - problem.capacity![a]!,
    )
    .map((site) => problem.capacity![site]!);
  const total = capacities.reduce((sum, capacity) => sum + capacity, 0);
  if (total < demand)
    return {
      conflict: [{ constraint: "capacity", demand, capacity: total, shortfall: demand - total }],
      needs: { p: null, capacity: demand },
    };
  return null;
}

/** What a plan lacks: the fewest sites with which it can be done, with and without floors. */
async function explain(problem: LocationProblem, served: readonly Numbered[]): Promise<Infeasibility> {
  const { nodeLimit, p, floors } = problem;
  const fewest = async (asked: LocationProblem): Promise<number | null> => {
    const { model } = assignmentModel(specOf(asked, served, "sites"));
    const solved = await solveModel(model, { nodeLimit, unit: 1 });
    return solved.status === "optimal" ? Math.round(solved.objective) : null;
  };
  const needed = await fewest(problem);
  const without = floors.size > 0 ? await fewest({ ...problem, floors: new Map() }) : needed;
  const isByFloors = floors.size > 0 && without !== null && without <= p!;
  const conflict: Conflict[] = [{ constraint: "p", value: p }, { constraint: "capacity" }];
  if (isByFloors) for (const [group, share] of floors) conflict.push({ constraint: "floor", group, share });
  return { conflict, needs: { p: needed } };
}

/** The cheapest way of sending all demand to the open sites within their capacities: whole amounts where all numbers are whole. */
async function sendFlows(
  problem: LocationProblem,
  served: readonly Numbered[],
  open: readonly number[],
): Promise<Flow[]> {
  const isOpen = new Set(open);
  const model = new ModelBuilder(false);
  const load = new Map(open.map((site) => [site, [] as number[]]));
  const near = new Map<number, number[]>();
  const columns: { point: number; site: number; column: number }[] = [];
  for (const { point, sites, costs, demand, group, isNear } of served) {
    if (demand === 0) continue;
    const mine: number[] = [];
    for (const [at, site] of sites.entries()) {
      if (!isOpen.has(site)) continue;
      const column = model.column({ cost: costs[at]! / demand, upper: demand });
      mine.push(column);
      load.get(site)!.push(column);
      if (group !== null && isNear(site)) near.set(group, [...(near.get(group) ?? []), column]);
      columns.push({ point, site, column });
    }
    model.row(demand, demand, mine, 1);
  }
  for (const [site, loaded] of load) model.row(-Infinity, problem.capacity![site]!, loaded, 1);
  for (const [group, amount] of floorAmounts(problem))
    if (amount > 0) model.row(amount, Infinity, near.get(group) ?? [], 1);
  if (model.columns === 0) return [];
  const solved = await solveModel(model, { nodeLimit: problem.nodeLimit });
  if (solved.status !== "optimal")
    throw new Error("the sites of the plan cannot take the demand that was assigned to them");
  const isWhole = areWhole(problem.demand) && areWhole(problem.capacity!);
  const tidy = (value: number): number =>
    isWhole && Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value;
  return columns
    .map(({ point, site, column }): Flow => [point, site, tidy(solved.values[column]!)])
    .filter(([, , amount]) => amount > 1e-9);
}

/** Where the points go: the site that takes most of each, and the nearest open one for points without demand. */
function assignBy(problem: LocationProblem, open: readonly number[], flows: readonly Flow[]): number[] {
  const assign = nearestOpen(problem, open);
  const most = new Map<number, number>();
  for (const [point, site, amount] of flows)
    if (amount > (most.get(point) ?? 0)) {
      most.set(point, amount);
      assign[point] = site;
    }
  return assign;
}

function flowCost(
  { sites, cost, weight, demand }: LocationProblem,
  assign: readonly number[],
  flows: readonly Flow[],
): number {
  let sum = 0;
  for (const [i, site] of assign.entries())
    if (site >= 0 && demand[i] === 0) sum += weight[i]! * cost[i * sites + site]!;
  for (const [point, site, amount] of flows)
    sum += (weight[point]! * cost[point * sites + site]! * amount) / demand[point]!;
  return sum;
}

type Plan = Pick<Solution, "open" | "assign" | "objective" | "flows">;

/** The plan that the values of the model's columns stand for. */
async function planOf(
  problem: LocationProblem,
  served: readonly Numbered[],
  starts: readonly number[],
  values: Float64Array,
): Promise<Plan> {
  const { weight, cost, sites } = problem;
  const open = candidateSites(problem).filter((_, at) => values[at]! > 0.5);
  if (!problem.isSingleSource) {
    const flows = await sendFlows(problem, served, open);
    const assign = assignBy(problem, open, flows);
    return { open, assign, flows, objective: flowCost(problem, assign, flows) };
  }
  const assign = nearestOpen(problem, open);
  for (const [k, { point, sites: reached }] of served.entries())
    assign[point] = reached.find((_, at) => values[starts[k]! + at]! > 0.5) ?? -1;
  const objective = assign.reduce(
    (sum, site, i) => sum + (site >= 0 ? weight[i]! * cost[i * sites + site]! : 0),
    0,
  );
  return { open, assign, objective };
}

/** The plan of least total cost within the capacities, or what is short. */
export async function solveCapacitated(problem: LocationProblem, hooks: Hooks): Promise<Outcome> {
  const served = servedPoints(problem);
  const short = explainCapacity(problem, served);
  if (short) return short;
  const spec = specOf(problem, served, "cost");
  const { model, starts } = assignmentModel(spec);
  const { isSingleSource, nodeLimit } = problem;
  const unit = isSingleSource && served.every((point) => areWhole(point.costs)) ? 1 : 0;
  const solved = await solveModel(model, { ...hooks, nodeLimit, unit });
  if (solved.status === "infeasible") return explain(problem, served);
  if (solved.values.length === 0)
    throw new Error("no plan was found within the node limit: raise node_limit");
  const isProven = solved.status === "optimal";
  let plan = await planOf(problem, served, starts, solved.values);
  if (isProven && isSmall(model.columns, spec.sites.length)) {
    const tied = await firstOfModel(model, spec.sites.length, plan.objective, nodeLimit);
    const other = tied && (await planOf(problem, served, starts, tied));
    if (other && other.objective <= plan.objective + 1e-9 * Math.max(1, plan.objective)) plan = other;
  }
  return {
    ...plan,
    bound: isProven ? plan.objective : Math.min(solved.bound, plan.objective),
    isProven,
    nodes: solved.nodes,
    method: "branch and cut",
  };
}
