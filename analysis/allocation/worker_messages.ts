// What a run's thread is given and what it sends back.

import type { BudgetOutcome, BudgetProblem } from "./budget_problem.ts";
import type { Outcome } from "./plan.ts";
import type { LocationProblem } from "./problem.ts";

export type Task =
  | { readonly type: "location"; readonly problem: LocationProblem }
  | { readonly type: "budget"; readonly problem: BudgetProblem };

export interface ToWorker {
  readonly task: Task;
  /** Not 0 at its first number once the run is to end with the best plan so far. */
  readonly stop: SharedArrayBuffer;
  readonly memoryBytes: number;
  /** After which the run ends with the best plan so far; null for no such limit. */
  readonly seconds: number | null;
}

export type FromWorker =
  | { readonly type: "progress"; readonly objective: number; readonly bound: number; readonly nodes: number }
  | { readonly type: "location"; readonly outcome: Outcome }
  | { readonly type: "budget"; readonly outcome: BudgetOutcome };
