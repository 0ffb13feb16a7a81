// Coverage in which sites take only so many (Pirkul and Schilling 1991), cost money (Khuller, Moss and Naor 1999), or the group with the smallest share counts first.

import { areWhole, nearestOpen } from "#analysis/allocation/assign";
import { limitedFlows } from "#analysis/allocation/flows";
import { solveModel } from "#analysis/allocation/highs";
import type { Hooks } from "#analysis/allocation/hooks";
import { floorAmounts } from "#analysis/allocation/infeasible";
import { explainLimited } from "#analysis/allocation/limited_infeasible";
import { limitedModel } from "#analysis/allocation/limited_model";
import type { ModelBuilder } from "#analysis/allocation/model/linear";
import { pricesOf } from "#analysis/allocation/money";
import type { Outcome, Solution } from "#analysis/allocation/plan";
import { candidateSites, type LocationProblem } from "#analysis/allocation/problem";
import { largestSmallestShare, smallestShare } from "#analysis/allocation/shares";
import { firstOfModel, isSmall, tieSlack } from "#analysis/allocation/ties";

type Plan = Pick<Solution, "open" | "assign" | "flows"> & { readonly served: number };

/** Who is served by open sites, and how many. */
async function planOf(
  problem: LocationProblem,
  open: readonly number[],
  floors: ReadonlyMap<number, number>,
): Promise<Plan> {
  const assign = nearestOpen(problem, open, problem.radius!);
  if (!problem.capacity) {
    const served = assign.reduce((sum, site, i) => sum + (site >= 0 ? problem.demand[i]! : 0), 0);
    return { open, assign, served };
  }
  const flows = await limitedFlows(problem, open, floors);
  const most = new Float64Array(problem.points);
  for (const [i] of assign.entries()) if (problem.demand[i]! > 0) assign[i] = -1;
  for (const [i, site, amount] of flows) if (amount > most[i]!) [most[i], assign[i]] = [amount, site];
  return { open, assign, flows, served: flows.reduce((sum, [, , amount]) => sum + amount, 0) };
}

/** Of plans that serve as many, the one that takes least, and of those the one with the lowest sites; null where that takes too long. */
async function settleTies(
  model: ModelBuilder,
  problem: LocationProblem,
  served: number,
): Promise<Float64Array | null> {
  const { nodeLimit } = problem;
  const columns = [...model.cost.keys()].filter((column) => model.cost[column] !== 0);
  const weights = columns.map((column) => model.cost[column]!);
  if (columns.length > 0) model.row(served - tieSlack(weights, served), Infinity, columns, weights);
  model.cost.fill(0);
  const sites = candidateSites(problem);
  const prices = sites.map((site) => pricesOf(problem)[site]!);
  for (const [column, price] of prices.entries()) model.cost[column] = -price;
  const cheapest = await solveModel(model, { nodeLimit, unit: areWhole(prices) ? 1 : 0 });
  if (cheapest.status !== "optimal") return null;
  const least = prices.reduce((sum, price, at) => sum + (cheapest.values[at]! > 0.5 ? price : 0), 0);
  return (await firstOfModel(model, sites.length, -least, nodeLimit)) ?? cheapest.values;
}

async function solveCovering(
  problem: LocationProblem,
  floors: ReadonlyMap<number, number>,
  hooks: Hooks,
): Promise<Outcome> {
  const model = limitedModel(problem, { floors, objective: "weight" });
  const { nodeLimit, demand, capacity } = problem;
  const isWhole = areWhole(demand) && areWhole(capacity?.filter((value) => value < Infinity) ?? []);
  const solved = await solveModel(model, { ...hooks, nodeLimit, unit: isWhole ? 1 : 0 });
  if (solved.status === "infeasible") return explainLimited(problem, floors);
  if (solved.values.length === 0)
    throw new Error("no plan was found within the node limit: raise node_limit");
  const sites = candidateSites(problem);
  const openOf = (values: Float64Array): number[] => sites.filter((_, at) => values[at]! > 0.5);
  const isProven = solved.status === "optimal";
  let plan = await planOf(problem, openOf(solved.values), floors);
  if (isProven && isSmall(model.columns, sites.length)) {
    const tied = await settleTies(model, problem, plan.served);
    const other = tied && (await planOf(problem, openOf(tied), floors));
    if (other && other.served >= plan.served) plan = other;
  }
  const { served, ...rest } = plan;
  const dual = isWhole ? Math.floor(solved.bound + 1e-6) : solved.bound;
  return {
    ...rest,
    objective: served,
    bound: isProven ? served : Math.max(dual, served),
    isProven,
    nodes: solved.nodes,
    method: "branch and cut",
  };
}

/** The plan that serves most, or whose smallest share is largest and then serves most; or which floors are in each other's way. */
export async function solveLimited(problem: LocationProblem, hooks: Hooks): Promise<Outcome> {
  const floors = floorAmounts(problem);
  if (problem.kind !== "max_min_mclp") return solveCovering(problem, floors, hooks);
  const found = await largestSmallestShare(problem, floors, hooks);
  if (found === null) return explainLimited(problem, floors);
  const plan = await solveCovering(problem, found.floors, { ...hooks, onProgress: () => undefined });
  if (!("open" in plan)) throw new Error("the shares that were found cannot be kept");
  const objective = smallestShare(problem, plan.open);
  const isProven = found.isProven && plan.isProven;
  return { ...plan, objective, bound: isProven ? objective : Math.max(found.bound, objective), isProven };
}
