// A location problem solved in this thread: the kind decides how.

import type { Hooks } from "./hooks.ts";
import { explainCount } from "./infeasible.ts";
import { solveCapacitated } from "./kinds/capacitated.ts";
import { solveLscp, solvePCenter } from "./kinds/cover.ts";
import { solveLimited } from "./kinds/limited_coverage.ts";
import { quickLimited } from "./kinds/limited_quick.ts";
import { quickCoverage, solveMclp } from "./kinds/mclp.ts";
import { quickPMedian, solvePMedian } from "./kinds/p_median.ts";
import type { Outcome } from "./plan.ts";
import { isLimited, type LocationKind, type LocationProblem } from "./problem.ts";

const KINDS: Readonly<Record<LocationKind, (problem: LocationProblem, hooks: Hooks) => Promise<Outcome>>> = {
  p_median: solvePMedian,
  p_center: solvePCenter,
  mclp: solveMclp,
  lscp: solveLscp,
  capacitated_p_median: solveCapacitated,
  capacitated_mclp: solveLimited,
  budgeted_mclp: solveLimited,
  max_min_mclp: solveLimited,
};

/** The best plan with its bound, not yet checked, or why there is none. */
export async function solveLocation(problem: LocationProblem, hooks: Hooks = {}): Promise<Outcome> {
  return explainCount(problem) ?? KINDS[problem.kind](problem, hooks);
}

/** Sites of a plan at once, without proof and without regard to floors and capacities: to draw while the exact one is made. */
export function quickPlan(problem: LocationProblem): number[] {
  if (isLimited(problem.kind)) return quickLimited(problem);
  return problem.kind === "mclp" ? quickCoverage(problem, problem.radius!) : quickPMedian(problem);
}
