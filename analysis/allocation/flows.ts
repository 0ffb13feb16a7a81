// Who goes where once the sites are known and take only so many: as many as can be served, with the least cost in all.

import { areWhole } from "./assign.ts";
import { solveModel } from "./highs.ts";
import { ModelBuilder } from "./model/linear.ts";
import type { LocationProblem } from "./problem.ts";

export type Flow = readonly [point: number, site: number, amount: number];

/** Demand by point and open site within the radius: the most in all, the floors kept, then the least cost. */
export async function limitedFlows(
  problem: LocationProblem,
  open: readonly number[],
  floors: ReadonlyMap<number, number>,
): Promise<Flow[]> {
  const { points, sites, cost, demand, radius, groups, capacity, nodeLimit } = problem;
  const model = new ModelBuilder(true);
  const load = new Map(open.map((site) => [site, [] as number[]]));
  const served = new Map<number, number[]>();
  const pairs: { point: number; site: number }[] = [];
  for (let i = 0; i < points; i++) {
    if (demand[i] === 0) continue;
    const mine: number[] = [];
    for (const site of open) {
      if (!(cost[i * sites + site]! <= radius!)) continue;
      mine.push(model.column({ cost: 1, upper: demand[i]! }));
      load.get(site)!.push(mine.at(-1)!);
      pairs.push({ point: i, site });
    }
    if (mine.length > 1) model.row(-Infinity, demand[i]!, mine, 1);
    if (groups) served.set(groups[i]!, [...(served.get(groups[i]!) ?? []), ...mine]);
  }
  if (model.columns === 0) return [];
  for (const [site, columns] of load)
    if (capacity![site]! < Infinity && columns.length > 0) model.row(-Infinity, capacity![site]!, columns, 1);
  for (const [group, amount] of floors)
    if (amount > 0) model.row(amount, Infinity, served.get(group) ?? [], 1);
  const isWhole = areWhole(demand) && areWhole(capacity!.filter((value) => value < Infinity));
  const most = await solveModel(model, { nodeLimit });
  if (most.status !== "optimal")
    throw new Error("the sites of the plan cannot serve what the floors ask for");
  const total = isWhole ? Math.round(most.objective) : most.objective;
  model.row(total, Infinity, [...model.cost.keys()], 1);
  for (const [column, { point, site }] of pairs.entries()) model.cost[column] = -cost[point * sites + site]!;
  const cheapest = await solveModel(model, { nodeLimit });
  const { values } = cheapest.status === "optimal" ? cheapest : most;
  const tidy = (value: number): number =>
    isWhole && Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value;
  return pairs
    .map(({ point, site }, column): Flow => [point, site, tidy(values[column]!)])
    .filter(([, , amount]) => amount > 1e-9);
}
