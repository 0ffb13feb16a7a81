// Why coverage with capacities or money has no plan: which floors are in each other's way, and what would do.

import { solveModel } from "./highs.ts";
import { limitedModel } from "./limited_model.ts";
import { pricesOf, priceUnit } from "./money.ts";
import type { Conflict, Infeasibility } from "./plan.ts";
import { candidateSites, type LocationProblem } from "./problem.ts";

/** Floors up to which each is left out once, to find those that cannot hold together. */
const MAX_FLOORS = 60;

/** The least Σ of prices that keeps the floors without any limit of money or number; null where no plan does. */
async function leastPrice(
  problem: LocationProblem,
  floors: ReadonlyMap<number, number>,
  by: "money" | "sites",
): Promise<number | null> {
  const priced = by === "money" ? problem : { ...problem, siteCost: null, budget: null };
  const model = limitedModel(priced, { floors, objective: "price" });
  const solved = await solveModel(model, { nodeLimit: problem.nodeLimit, unit: by === "sites" ? 1 : 0 });
  if (solved.values.length === 0) return null;
  const prices = pricesOf(priced);
  const total = candidateSites(problem).reduce(
    (sum, site, at) => sum + (solved.values[at]! > 0.5 ? prices[site]! : 0),
    0,
  );
  return by === "money" ? total * priceUnit(problem.siteCost!) : total;
}

/** Which floors conflict within p and the budget, and the least money and the fewest sites that would do. */
export async function explainLimited(
  problem: LocationProblem,
  floors: ReadonlyMap<number, number>,
): Promise<Infeasibility> {
  const { p, budget, nodeLimit } = problem;
  const isFeasible = async (kept: ReadonlyMap<number, number>): Promise<boolean> => {
    const model = limitedModel(problem, { floors: kept, objective: "weight" });
    model.cost.fill(0);
    return (await solveModel(model, { nodeLimit })).status !== "infeasible";
  };
  const kept = new Map(floors);
  if (kept.size <= MAX_FLOORS)
    for (const [group, amount] of floors) {
      kept.delete(group);
      if (await isFeasible(kept)) kept.set(group, amount);
    }
  const conflict: Conflict[] = [...kept].map(([group, amount]) => ({
    constraint: "floor",
    group,
    amount,
    ...(problem.floors.has(group) && { share: problem.floors.get(group)! }),
  }));
  if (p !== null) conflict.push({ constraint: "p", value: p });
  if (budget !== null) conflict.push({ constraint: "budget", amount: budget });
  return {
    conflict,
    needs: {
      ...(p !== null && { p: await leastPrice(problem, floors, "sites") }),
      ...(budget !== null && { budget: await leastPrice(problem, floors, "money") }),
    },
  };
}
