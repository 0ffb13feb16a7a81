// Checks a plan for money from the list of projects. It shares no code with the model and the solver.

import type { BudgetPlan, BudgetProblem } from "./budget_problem.ts";

/** Choices of projects up to which all are looked at, to test the bound. */
const MAX_PROJECTS = 18;

const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** What is wrong with a plan, in words that name the place; empty where all of it holds. */
export function checkBudget(problem: BudgetProblem, plan: BudgetPlan): string[] {
  const wrong = [...checkChoices(problem, plan)];
  if (
    !isClose(
      plan.chosen.reduce((sum, { cost }) => sum + cost, 0),
      plan.cost,
    )
  )
    wrong.push(`the cost is not ${plan.cost}`);
  if (
    !isClose(
      plan.chosen.reduce((sum, { benefit }) => sum + benefit, 0),
      plan.benefit,
    )
  )
    wrong.push(`the benefit is not ${plan.benefit}`);
  for (const [fund, amount] of problem.budgets) {
    const spent = plan.chosen
      .filter((choice) => choice.fund === fund)
      .reduce((sum, { cost }) => sum + cost, 0);
    if (spent > amount && !isClose(spent, amount))
      wrong.push(`fund "${fund}" pays ${spent}: it has ${amount}`);
  }
  for (const [group, amount] of problem.floors) {
    const ids = new Set(problem.projects.filter((project) => project.group === group).map(({ id }) => id));
    const got = plan.chosen.filter(({ id }) => ids.has(id)).reduce((sum, { benefit }) => sum + benefit, 0);
    if (got < amount && !isClose(got, amount))
      wrong.push(`the floor of group ${group} is broken: ${got} of ${amount}`);
  }
  if (plan.bound < plan.benefit && !isClose(plan.bound, plan.benefit))
    wrong.push(`the bound ${plan.bound} is below the benefit ${plan.benefit}`);
  if (plan.isProven && !isClose(plan.bound, plan.benefit))
    wrong.push(
      `the plan is said to be proven, and its bound ${plan.bound} is not its benefit ${plan.benefit}`,
    );
  const better = bestOfAll(problem);
  if (better !== null && better > plan.bound && !isClose(better, plan.bound))
    wrong.push(`the bound ${plan.bound} is wrong: ${better} can be had`);
  return wrong;
}

function* checkChoices({ projects, budgets }: BudgetProblem, { chosen }: BudgetPlan): Generator<string> {
  const seen = new Set<string>();
  for (const { id, option, fund, cost, benefit } of chosen) {
    const project = projects.find((known) => known.id === id);
    if (!project) {
      yield `"${id}" is no project`;
      continue;
    }
    if (seen.has(id)) yield `project ${id} is chosen twice`;
    seen.add(id);
    const way = project.options.find((known) => known.option === option);
    if (!way) yield `project ${id} has no option ${option}`;
    else if (way.cost !== cost || way.benefit !== benefit)
      yield `project ${id} costs ${way.cost} and brings ${way.benefit}, not ${cost} and ${benefit}`;
    if (!budgets.has(fund)) yield `project ${id} is paid by "${fund}", which is no fund`;
    if (project.fund !== null && project.fund !== fund)
      yield `project ${id} is paid by ${fund}: only ${project.fund} may`;
  }
}

/** The most benefit of all choices; null where they are too many to look at. */
function bestOfAll({ projects, budgets, floors }: BudgetProblem): number | null {
  if (
    budgets.size > 1 ||
    projects.length > MAX_PROJECTS ||
    projects.some(({ options }) => options.length > 1)
  )
    return null;
  const [budget] = [...budgets.values()];
  let best = -Infinity;
  for (let mask = 0; mask < 2 ** projects.length; mask++) {
    let [cost, benefit] = [0, 0];
    const got = new Map<string, number>();
    for (const [at, project] of projects.entries()) {
      if ((mask & (1 << at)) === 0) continue;
      const way = project.options[0]!;
      cost += way.cost;
      benefit += way.benefit;
      if (project.group !== null) got.set(project.group, (got.get(project.group) ?? 0) + way.benefit);
    }
    if (cost > budget! || benefit <= best) continue;
    if ([...floors].every(([group, amount]) => (got.get(group) ?? 0) >= amount * (1 - 1e-9))) best = benefit;
  }
  return best;
}
