// A plan at once, without proof: to look at while the solver works.

import { quickPlan } from "#analysis/allocation/location";
import type { LocationProblem } from "#analysis/allocation/problem";

/** Sites of the fewest that reach all, each taking the one that reaches most of what is left. */
function quickCover({ points, sites, cost, demand, radius, fixed, forbidden }: LocationProblem): number[] {
  const open = new Set(fixed);
  const isIn = (i: number, j: number): boolean => cost[i * sites + j]! <= radius!;
  const left = new Set(
    Array.from({ length: points }, (_, i) => i).filter((i) => !fixed.some((j) => isIn(i, j))),
  );
  while (left.size > 0) {
    let [best, most] = [-1, 0];
    for (let j = 0; j < sites; j++) {
      if (open.has(j) || forbidden.includes(j)) continue;
      let reach = 0;
      for (const i of left) if (isIn(i, j)) reach += demand[i]!;
      if (reach > most) [best, most] = [j, reach];
    }
    if (best < 0) break;
    open.add(best);
    for (const i of left) if (isIn(i, best)) left.delete(i);
  }
  return [...open].sort((a, b) => a - b);
}

/** Open sites of a plan that is good but not proven; floors are not looked at. */
export const quickSites = (problem: LocationProblem): number[] =>
  problem.kind === "lscp" ? quickCover(problem) : quickPlan(problem);
