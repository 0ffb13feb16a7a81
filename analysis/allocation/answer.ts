// A checked answer, as it is printed and kept.

import type { BudgetOutcome, BudgetProblem } from "./budget_problem.ts";
import { checkPlan } from "./check.ts";
import { checkBudget } from "./check_budget.ts";
import { checkShare } from "./check_share.ts";
import type { SharePlan, ShareProblem } from "./share_problem.ts";
import { SOLVER } from "./highs.ts";
import {
  gapOf,
  isSolution,
  type Infeasibility,
  type Outcome,
  type PlanStatus,
  type Solution,
} from "./plan.ts";
import { unreachablePoints, type LocationProblem } from "./problem.ts";
import { allPlans, isMost, valueOf } from "./refute.ts";

/** Gap up to which a plan without proof counts as an answer. */
export const GOOD_GAP = 0.01;

export interface Answer {
  readonly status: PlanStatus;
  readonly gap: number | null;
  readonly checked: boolean;
  readonly seconds: number;
  readonly [key: string]: unknown;
}

/** A plan that the checker refuses: an error of ours, never an answer. */
export class WrongPlanError extends Error {
  override readonly name = "WrongPlanError";
}

function refuse(wrong: readonly string[]): void {
  if (wrong.length > 0)
    throw new WrongPlanError(
      `the checker refuses the plan, which is an error of the solver: ${wrong.slice(0, 5).join("; ")}`,
    );
}

/** Three digits are enough for a duration. */
const rounded = (seconds: number): number => Math.round(seconds * 1e3) / 1e3;

function planPart(problem: LocationProblem, solution: Solution) {
  const { kind, demand, points, sites, siteCost } = problem;
  const unserved = solution.assign.flatMap((site, i) => (site < 0 ? [i] : []));
  return {
    open: solution.open,
    assign: solution.assign,
    ...(siteCost && { cost: solution.open.reduce((sum, site) => sum + siteCost[site]!, 0) }),
    ...(solution.flows && { flows: solution.flows }),
    ...(isMost(kind)
      ? { uncovered: unserved.length, total: problem.weight.reduce((sum, value) => sum + value, 0) }
      : { unreachable: unreachablePoints(problem) }),
    size: { points, sites, demand: demand.reduce((sum, value) => sum + value, 0) },
  };
}

/** Whether all plans were looked at and none holds, so that "infeasible" is checked too. */
function isRefuted(problem: LocationProblem): boolean {
  if (problem.capacity) return false;
  const plans = allPlans(problem);
  if (!plans) return false;
  for (const open of plans) if (valueOf(problem, open) !== null) return false;
  return true;
}

function infeasible({ conflict, needs }: Infeasibility, seconds: number) {
  return {
    status: "infeasible" as const,
    objective: null,
    bound: null,
    gap: null,
    conflict,
    needs,
    seconds: rounded(seconds),
  };
}

/** The answer to a location problem. Throws a WrongPlanError where the checker refuses the plan. */
export function locationAnswer(problem: LocationProblem, outcome: Outcome, seconds: number): Answer {
  if (!isSolution(outcome)) {
    const { partial } = outcome;
    return {
      ...infeasible(outcome, seconds),
      ...(partial
        ? { objective: partial.objective, ...planPart(problem, partial) }
        : { open: [], assign: [] }),
      checked: isRefuted(problem),
    };
  }
  refuse(checkPlan(problem, outcome));
  return {
    status: outcome.isProven ? "optimal" : "feasible",
    objective: outcome.objective,
    bound: outcome.bound,
    gap: gapOf(outcome),
    ...planPart(problem, outcome),
    method: outcome.method,
    solver: SOLVER,
    nodes: outcome.nodes,
    node_limit: problem.nodeLimit,
    seconds: rounded(seconds),
    checked: true,
  };
}

/** The answer to a budget. Throws a WrongPlanError where the checker refuses the plan. */
export function budgetAnswer(problem: BudgetProblem, outcome: BudgetOutcome, seconds: number): Answer {
  if (!("chosen" in outcome)) return { ...infeasible(outcome, seconds), chosen: [], checked: false };
  refuse(checkBudget(problem, outcome));
  const { chosen, benefit, cost, bound, isProven, marginal } = outcome;
  const isSingle = problem.budgets.size === 1 && problem.budgets.has("");
  return {
    status: isProven ? "optimal" : "feasible",
    objective: benefit,
    bound,
    gap: gapOf({ objective: benefit, bound, isProven }),
    chosen: chosen.map(({ id }) => id),
    benefit,
    cost,
    marginal_value: isSingle ? marginal.get("")! : Object.fromEntries(marginal),
    choices: chosen.map(({ fund, ...choice }) => ({ ...choice, ...(!isSingle && { fund }) })),
    floors: Object.fromEntries(problem.floors),
    solver: SOLVER,
    nodes: outcome.nodes,
    node_limit: problem.nodeLimit,
    seconds: rounded(seconds),
    checked: true,
  };
}

/** The answer of who is given how much by need. Throws a WrongPlanError where the checker refuses the plan. */
export function shareAnswer(problem: ShareProblem, plan: SharePlan, seconds: number): Answer {
  refuse(checkShare(problem, plan));
  return {
    status: "optimal",
    objective: plan.share,
    bound: plan.share,
    gap: 0,
    give: plan.give,
    left: plan.left,
    seconds: rounded(seconds),
    checked: true,
  };
}

/** Whether an answer is one to go by: checked, and proven or within a hundredth of the best possible. */
export const isAnswered = ({ status, checked, gap }: Answer): boolean =>
  checked && (status === "optimal" || (status === "feasible" && gap !== null && gap <= GOOD_GAP));
