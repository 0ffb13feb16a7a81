// Other plans that are nearly as good: politics needs choices.

import type { SolveLocation } from "./curve.ts";
import { isSolution, type Solution } from "./plan.ts";
import { isMost, type LocationProblem } from "./problem.ts";

/** How much worse than the best an alternative may be. */
export const NEARLY = 0.01;

/** Whether a value is within the share of the best. */
const isNear = (best: number, value: number, share: number): boolean =>
  Math.abs(value - best) <= share * Math.abs(best) + 1e-9;

/**
 * Plans within `share` of a plan that differ from it in at least two sites, the best first. Such a plan does without two of the
 * plan's sites, so the best plan without each pair is solved for; a site that cannot be missed within the share rules out its pairs.
 */
export async function alternativesTo(
  problem: LocationProblem,
  { open, objective }: Pick<Solution, "open" | "objective">,
  solve: SolveLocation,
  share = NEARLY,
): Promise<Solution[]> {
  const without = async (sites: readonly number[]): Promise<Solution | null> => {
    const forbidden = [...problem.forbidden, ...sites].sort((a, b) => a - b);
    const outcome = await solve({ ...problem, forbidden });
    return isSolution(outcome) && isNear(objective, outcome.objective, share) ? outcome : null;
  };
  const movable: number[] = [];
  for (const site of open)
    if (!problem.fixed.includes(site) && (await without([site])) !== null) movable.push(site);
  const found = new Map<string, Solution>();
  for (const [at, first] of movable.entries())
    for (const second of movable.slice(at + 1)) {
      const plan = await without([first, second]);
      if (plan) found.set(plan.open.join(), plan);
    }
  const sign = isMost(problem.kind) ? -1 : 1;
  return [...found.values()].sort(
    (a, b) => sign * (a.objective - b.objective) || (a.open.join() < b.open.join() ? -1 : 1),
  );
}
