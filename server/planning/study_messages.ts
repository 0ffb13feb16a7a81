// What the thread that studies a question beside its answer is given, and what it sends back.

import type { LocationProblem } from "#analysis/allocation/problem";
import type { Solution } from "#analysis/allocation/plan";

export interface StudyInput {
  readonly problem: LocationProblem;
  /** Sites that are open in every plan beside those that are asked for: what is there already. */
  readonly standing: number;
  /** Most sites of the curve. */
  readonly most: number;
  /** Amounts of money of the curve, in fen; null where the number of sites limits the plan. */
  readonly budgets: readonly number[] | null;
  readonly best: Pick<Solution, "open" | "objective">;
  readonly memoryBytes: number;
}

export interface CurveValue {
  /** The money for it, in fen; null where the number of sites limits the plan. */
  readonly fen: number | null;
  readonly sites: number;
  /** Null where so few sites have no plan. */
  readonly objective: number | null;
  readonly isProven: boolean;
}

export type StudyMessage =
  | { readonly type: "fair" | "free"; readonly value: CurveValue }
  | { readonly type: "knee"; readonly sites: number | null }
  | { readonly type: "alternatives"; readonly plans: readonly Pick<Solution, "open" | "objective">[] }
  | { readonly type: "done" };
