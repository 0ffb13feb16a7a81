// Of plans that are equally good, the one whose list of sites comes first: so that every run gives the same.

import { areWhole } from "./assign.ts";
import { branchAndBound } from "./branch.ts";
import { solveModel } from "./highs.ts";
import type { ModelBuilder } from "./model/linear.ts";
import { hasWholeCosts, type Service } from "./service.ts";

/** Columns times rows up to which a model is solved again for the sake of ties. */
const MAX_CELLS = 60_000;
/** Sites that are decided at once: their order is kept by powers of two. */
const CHUNK = 16;
/** Sites of which some best plan may open one, up to which a search by branching asks for each. */
const MAX_CANDIDATES = 40;
const NODES_A_QUESTION = 200;

export const isSmall = (columns: number, rows: number): boolean => columns * rows <= MAX_CELLS;

/**
 * By how much a row that holds the objective at its best value is relaxed: half a unit where all is whole, else well above the
 * tolerance of the solver, so that what it finds may be a little worse and has to be compared.
 */
export const tieSlack = (costs: readonly number[], objective: number): number =>
  areWhole(costs) ? 0.5 : 1e-5 * Math.max(1, Math.abs(objective));

/**
 * Values of the model's first `sites` columns in the plan of the given objective that opens the lowest sites; null where the
 * search would take too long. The model is spent afterwards.
 */
export async function firstOfModel(
  model: ModelBuilder,
  sites: number,
  objective: number,
  nodeLimit: number | null,
): Promise<Float64Array | null> {
  const columns = [...model.cost.keys()].filter((column) => model.cost[column] !== 0);
  const costs = columns.map((column) => model.cost[column]!);
  const slack = tieSlack(costs, objective);
  if (columns.length > 0)
    model.row(
      model.isMaximum ? objective - slack : -Infinity,
      model.isMaximum ? Infinity : objective + slack,
      columns,
      costs,
    );
  model.cost.fill(0);
  let values: Float64Array | null = null;
  for (let from = 0; from < sites; from += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, sites - from) }, (_, at) => from + at);
    for (const [at, column] of chunk.entries())
      model.cost[column] = 2 ** (chunk.length - 1 - at) * (model.isMaximum ? 1 : -1);
    const solved = await solveModel(model, { nodeLimit, unit: 1 });
    if (solved.status !== "optimal") return null;
    values = solved.values;
    for (const column of chunk) {
      model.cost[column] = 0;
      model.lower[column] = model.upper[column] = Math.round(values[column]!);
    }
  }
  return values;
}

/** The plan of the given cost that opens the lowest sites; `open` where too many sites might be in one. */
export function firstOfService(
  service: Service,
  open: readonly number[],
  cost: number,
  candidates: readonly number[],
): readonly number[] {
  if (candidates.length - open.length > MAX_CANDIDATES) return open;
  const below = cost + (hasWholeCosts(service) ? 1 : 1e-9 * Math.max(1, Math.abs(cost)));
  const possible = new Set(candidates);
  const forbidden = new Set(
    Array.from({ length: service.sites }, (_, j) => j).filter((j) => !possible.has(j)),
  );
  const chosen = new Set(service.fixed);
  let plan = open;
  for (const site of candidates) {
    if (chosen.size >= service.p) break;
    if (chosen.has(site)) continue;
    chosen.add(site);
    if (plan.includes(site)) continue;
    const found = branchAndBound(
      { ...service, fixed: [...chosen], forbidden: [...forbidden] },
      { nodeLimit: NODES_A_QUESTION, below },
    );
    if (found.open) plan = found.open;
    else {
      chosen.delete(site);
      forbidden.add(site);
    }
  }
  return plan;
}
