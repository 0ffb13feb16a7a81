// The model of projects, options, funds and floors (multiple-choice knapsack with earmarks).

import type { BudgetProblem } from "#analysis/allocation/budget_problem";
import { ModelBuilder } from "./linear.ts";

/** A column: this option of this project, paid by this fund. */
export interface Payment {
  readonly project: number;
  readonly option: number;
  readonly fund: string;
}

export interface KnapsackModel {
  readonly model: ModelBuilder;
  readonly payments: readonly Payment[];
  /** Row of each fund. */
  readonly fundRows: ReadonlyMap<string, number>;
}

export interface KnapsackOptions {
  readonly isInteger?: boolean;
  /** Without a limit of money, as for the smallest budget. */
  readonly isUnlimited?: boolean;
}

/** The model of most benefit; columns are payments, in the order of projects, options and funds. */
export function knapsackModel(
  { projects, budgets, floors }: BudgetProblem,
  { isInteger = true, isUnlimited = false }: KnapsackOptions = {},
): KnapsackModel {
  const model = new ModelBuilder(true);
  const payments: Payment[] = [];
  const byFund = new Map<string, { columns: number[]; costs: number[] }>(
    [...budgets.keys()].map((fund) => [fund, { columns: [], costs: [] }]),
  );
  const byGroup = new Map<string, { columns: number[]; benefits: number[] }>();
  for (const [at, project] of projects.entries()) {
    const mine: number[] = [];
    for (const [option, { cost, benefit }] of project.options.entries())
      for (const fund of project.fund === null ? budgets.keys() : [project.fund]) {
        const column = model.column({ cost: benefit, isInteger });
        payments.push({ project: at, option, fund });
        mine.push(column);
        byFund.get(fund)!.columns.push(column);
        byFund.get(fund)!.costs.push(cost);
        if (project.group === null) continue;
        const group = byGroup.get(project.group) ?? { columns: [], benefits: [] };
        byGroup.set(project.group, group);
        group.columns.push(column);
        group.benefits.push(benefit);
      }
    model.row(-Infinity, 1, mine, 1);
  }
  const fundRows = new Map<string, number>();
  for (const [fund, { columns, costs }] of byFund)
    fundRows.set(fund, model.row(-Infinity, isUnlimited ? Infinity : budgets.get(fund)!, columns, costs));
  for (const [group, amount] of floors) {
    const { columns, benefits } = byGroup.get(group) ?? { columns: [], benefits: [] };
    // Whole benefits reach a floor at the next whole number: no plan hangs on a rounding error.
    const isWhole = benefits.every((benefit) => Number.isSafeInteger(benefit));
    const least = isWhole ? Math.ceil(amount - 1e-9 * Math.max(1, amount)) : amount;
    if (least > 0) model.row(least, Infinity, columns, benefits);
  }
  return { model, payments, fundRows };
}
