// A location problem solved in this thread: the kind decides how.

import type { Hooks } from "./hooks.ts";
import { explainCount } from "./infeasible.ts";
import { solveCapacitated } from "./kinds/capacitated.ts";
import { solveLscp, solvePCenter } from "./kinds/cover.ts";
import { quickCoverage, solveMclp } from "./kinds/mclp.ts";
import { quickPMedian, solvePMedian } from "./kinds/p_median.ts";
import type { Outcome } from "./plan.ts";
import type { LocationKind, LocationProblem } from "./problem.ts";

const KINDS: Readonly<Record<LocationKind, (problem: LocationProblem, hooks: Hooks) => Promise<Outcome>>> = {
  p_median: solvePMedian,
  p_center: solvePCenter,
  mclp: solveMclp,
  lscp: solveLscp,
  capacitated_p_median: solveCapacitated,
};

/** The best plan with its bound, not yet checked, or why there is none. */
export async function solveLocation(problem: LocationProblem, hooks: Hooks = {}): Promise<Outcome> {
  return explainCount(problem) ?? KINDS[problem.kind](problem, hooks);
}

/** Sites of a plan at once, without proof and without regard to floors and capacities: to draw while the exact one is made. */
export function quickPlan(problem: LocationProblem): number[] {
  return problem.kind === "mclp" ? quickCoverage(problem, problem.radius!) : quickPMedian(problem);
}
