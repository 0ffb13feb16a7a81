// What may be said of the plan on the screen. "Best" only where it is proven and checked.

import type { PlanResult, PlanRun } from "#domain/contract/plan_runs";
import { isProvenBest } from "#domain/planning";

export type ShownStatus =
  "best" | "gap" | "quick" | "drawn" | "solving" | "queued" | "failed" | "cancelled" | "infeasible";

/** The status of a plan; `run` is the one that it comes from, null for a plan without the solver. */
export function statusOf(plan: PlanResult, run: Pick<PlanRun, "state"> | null): ShownStatus {
  if (run?.state === "queued") return "queued";
  if (run?.state === "running") return "solving";
  if (run?.state === "failed" || run?.state === "cancelled") return run.state;
  if (isProvenBest(plan)) return "best";
  if (plan.status === "infeasible") return "infeasible";
  if (plan.status === "drawn") return "drawn";
  return plan.gap === null ? "quick" : "gap";
}
