// Most benefit for the money: a knapsack with options, funds and floors, and what one more yuan would bring.

import { areWhole } from "./assign.ts";
import type { BudgetOutcome, BudgetPlan, BudgetProblem, Choice } from "./budget_problem.ts";
import { solveModel, type Solved } from "./highs.ts";
import type { Hooks } from "./hooks.ts";
import { tieSlack } from "./ties.ts";
import { knapsackModel, type KnapsackModel } from "./model/knapsack.ts";
import type { Conflict, Infeasibility } from "./plan.ts";

/** Columns up to which equally good and equally cheap plans are told apart by their ids. */
const MAX_TIED_COLUMNS = 120;

const benefitOf = ({ projects }: BudgetProblem, { payments }: KnapsackModel): number[] =>
  payments.map(({ project, option }) => projects[project]!.options[option]!.benefit);

const costsOf = ({ projects }: BudgetProblem, { payments }: KnapsackModel): number[] =>
  payments.map(({ project, option }) => projects[project]!.options[option]!.cost);

const dot = (a: readonly number[], values: ArrayLike<number>): number =>
  a.reduce((sum, value, at) => sum + (values[at]! > 0.5 ? value : 0), 0);

/** Values of the cheapest plan of this benefit, and of those the one whose ids come first. */
async function settleTies(
  problem: BudgetProblem,
  knapsack: KnapsackModel,
  solved: Solved,
): Promise<ArrayLike<number>> {
  const { model, payments } = knapsack;
  const { nodeLimit } = problem;
  const [benefits, costs] = [benefitOf(problem, knapsack), costsOf(problem, knapsack)];
  const columns = benefits.map((_, at) => at);
  const best = dot(benefits, solved.values);
  model.row(best - tieSlack(benefits, best), Infinity, columns, benefits);
  const minimise = async (): Promise<Solved> => {
    for (const column of columns) model.cost[column] = -costs[column]!;
    return solveModel(model, { nodeLimit, unit: areWhole(costs) ? 1 : 0 });
  };
  const cheapest = await minimise();
  // Benefits that are not whole may have come out a little lower.
  if (cheapest.status !== "optimal" || dot(benefits, cheapest.values) < best) return solved.values;
  const least = dot(costs, cheapest.values);
  let values: ArrayLike<number> = cheapest.values;
  if (columns.length > MAX_TIED_COLUMNS) return values;
  model.row(-Infinity, least + tieSlack(costs, least), columns, costs);
  model.cost.fill(0);
  const inOrder = columns
    .filter((column) => benefits[column]! > 0)
    .sort((a, b) => {
      const [first, second] = [
        problem.projects[payments[a]!.project]!.id,
        problem.projects[payments[b]!.project]!.id,
      ];
      return first < second ? -1 : first > second ? 1 : a - b;
    });
  for (const column of inOrder) {
    if (values[column]! <= 0.5) {
      model.lower[column] = 1;
      const tried = await solveModel(model, { nodeLimit });
      if (
        tried.status === "optimal" &&
        dot(benefits, tried.values) >= best &&
        dot(costs, tried.values) <= least
      )
        values = tried.values;
      else [model.lower[column], model.upper[column]] = [0, 0];
    } else model.lower[column] = 1;
  }
  return values;
}

/** What one more unit of money would bring, by fund: the dual of its row in the relaxation. */
async function marginalValues(problem: BudgetProblem): Promise<Map<string, number>> {
  const { model, fundRows } = knapsackModel(problem, { isInteger: false });
  const { status, rowDuals } = await solveModel(model, { nodeLimit: problem.nodeLimit });
  return new Map(
    [...fundRows].map(([fund, row]) => [fund, status === "optimal" ? Math.abs(rowDuals[row]!) : 0]),
  );
}

/** Benefit of a group if all that is listed for it were done. */
function listedBenefit({ projects }: BudgetProblem, group: string): number {
  return projects.reduce(
    (sum, project) =>
      sum + (project.group === group ? Math.max(...project.options.map(({ benefit }) => benefit)) : 0),
    0,
  );
}

/** Which floors are in each other's way, and the smallest budget that would do. */
async function explain(problem: BudgetProblem): Promise<Infeasibility> {
  const { floors, nodeLimit } = problem;
  const beyond = [...floors].filter(
    ([group, amount]) => listedBenefit(problem, group) < amount - 1e-9 * amount,
  );
  if (beyond.length > 0)
    return {
      conflict: beyond.map(([group, amount]) => ({
        constraint: "floor",
        group,
        amount,
        listed: listedBenefit(problem, group),
      })),
      needs: { budget: null },
    };
  const kept = new Map(floors);
  for (const [group, amount] of floors) {
    kept.delete(group);
    const { model } = knapsackModel({ ...problem, floors: kept });
    const without = await solveModel(model, { nodeLimit });
    if (without.status !== "infeasible") kept.set(group, amount);
  }
  const conflict: Conflict[] = [...kept].map(([group, amount]) => ({ constraint: "floor", group, amount }));
  for (const [fund, amount] of problem.budgets)
    conflict.push({ constraint: "budget", ...(fund && { fund }), amount });
  return { conflict, needs: await smallestBudget(problem) };
}

/** The least money with which all floors can be met; by fund too, where there are several, so that least is added in all. */
export async function smallestBudget(problem: BudgetProblem): Promise<Infeasibility["needs"]> {
  const knapsack = knapsackModel(problem, { isUnlimited: true });
  const { model, payments, fundRows } = knapsack;
  const costs = costsOf(problem, knapsack);
  for (const [column, cost] of costs.entries()) model.cost[column] = -cost;
  const solved = await solveModel(model, { nodeLimit: problem.nodeLimit, unit: areWhole(costs) ? 1 : 0 });
  if (solved.status !== "optimal") return { budget: null };
  const budget = dot(costs, solved.values);
  if (problem.budgets.size === 1) return { budget };
  // Money is added to the funds where it lacks: spent - added ≤ budget.
  model.cost.fill(0);
  const added = new Map<string, number>();
  for (const [fund, amount] of problem.budgets) {
    const column = model.column({ cost: -1, upper: Infinity });
    added.set(fund, column);
    const mine = payments
      .map((payment, at) => ({ payment, at }))
      .filter(({ payment }) => payment.fund === fund);
    model.row(
      -Infinity,
      amount,
      [...mine.map(({ at }) => at), column],
      [...mine.map(({ at }) => costs[at]!), -1],
    );
  }
  if (fundRows.size === 0) return { budget };
  const filled = await solveModel(model, { nodeLimit: problem.nodeLimit });
  if (filled.status !== "optimal") return { budget };
  const budgets = Object.fromEntries(
    [...problem.budgets].map(([fund, amount]) => [
      fund,
      amount + Math.round(filled.values[added.get(fund)!]! * 1e6) / 1e6,
    ]),
  );
  return { budget, budgets };
}

/** The plan of most benefit within the money, the cheapest of its kind; or which floors are in each other's way. */
export async function solveBudget(problem: BudgetProblem, hooks: Hooks = {}): Promise<BudgetOutcome> {
  const knapsack = knapsackModel(problem);
  const benefits = benefitOf(problem, knapsack);
  const solved = await solveModel(knapsack.model, {
    ...hooks,
    nodeLimit: problem.nodeLimit,
    unit: areWhole(benefits) ? 1 : 0,
  });
  if (solved.status === "infeasible") return explain(problem);
  if (solved.values.length === 0)
    throw new Error("no plan was found within the node limit: raise node_limit");
  const isProven = solved.status === "optimal";
  const values = isProven ? await settleTies(problem, knapsack, solved) : solved.values;
  return planOf(problem, knapsack, values, { ...solved, isProven, marginal: await marginalValues(problem) });
}

function planOf(
  { projects }: BudgetProblem,
  { payments }: KnapsackModel,
  values: ArrayLike<number>,
  {
    bound,
    nodes,
    isProven,
    marginal,
  }: Pick<Solved, "bound" | "nodes"> & Pick<BudgetPlan, "isProven" | "marginal">,
): BudgetPlan {
  const chosen: Choice[] = [];
  for (const [at, { project, option, fund }] of payments.entries()) {
    if (values[at]! <= 0.5) continue;
    const { id, options } = projects[project]!;
    chosen.push({ id, fund, ...options[option]! });
  }
  chosen.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const benefit = chosen.reduce((sum, choice) => sum + choice.benefit, 0);
  const cost = chosen.reduce((sum, choice) => sum + choice.cost, 0);
  return {
    chosen,
    benefit,
    cost,
    bound: isProven ? benefit : Math.max(bound, benefit),
    isProven,
    marginal,
    nodes,
  };
}
