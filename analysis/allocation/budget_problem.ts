// Money over a list of candidate projects: what goes in, what comes out.

import type { Infeasibility } from "./plan.ts";

export interface ProjectOption {
  readonly cost: number;
  readonly benefit: number;
  /** Name of the option; null where the project is done in one way only. */
  readonly option: string | null;
}

export interface Project {
  readonly id: string;
  readonly group: string | null;
  /** The only fund that may pay; null where any may. */
  readonly fund: string | null;
  /** Ways of doing it, of which at most one is chosen. */
  readonly options: readonly ProjectOption[];
}

export interface BudgetProblem {
  readonly projects: readonly Project[];
  /** Money by fund; one fund named "" where there is a single budget. */
  readonly budgets: ReadonlyMap<string, number>;
  /** Least benefit that a group must get. */
  readonly floors: ReadonlyMap<string, number>;
  readonly nodeLimit: number | null;
}

export interface Choice {
  readonly id: string;
  readonly option: string | null;
  readonly fund: string;
  readonly cost: number;
  readonly benefit: number;
}

export interface BudgetPlan {
  /** In the order of the ids. */
  readonly chosen: readonly Choice[];
  readonly benefit: number;
  readonly cost: number;
  readonly bound: number;
  readonly isProven: boolean;
  /** What one more unit of money in a fund would add, by the dual of the relaxation. */
  readonly marginal: ReadonlyMap<string, number>;
  readonly nodes: number;
}

export type BudgetOutcome = BudgetPlan | Infeasibility;
