// Who goes where once the sites are known.

import type { LocationProblem } from "./problem.ts";

/** The cheapest open site of every point within `limit`, -1 where there is none; ties go to the lower site. */
export function nearestOpen(
  { points, sites, cost }: LocationProblem,
  open: readonly number[],
  limit = Number.MAX_VALUE,
): number[] {
  return Array.from({ length: points }, (_, i) => {
    let best = -1;
    for (const j of open) {
      const along = cost[i * sites + j]!;
      if (along <= limit && (best < 0 || along < cost[i * sites + best]!)) best = j;
    }
    return best;
  });
}

/** Open sites filled up to `count` with the lowest that may open: more never hurts where nothing has to be paid for it. */
export function fillUp(open: readonly number[], candidates: readonly number[], count: number): number[] {
  const filled = new Set(open);
  for (const site of candidates) {
    if (filled.size >= count) break;
    filled.add(site);
  }
  return [...filled].sort((a, b) => a - b);
}

/** Whether all numbers are whole, so that sums are exact and plans differ by one at least. */
export const areWhole = (numbers: Iterable<number>): boolean => {
  for (const value of numbers) if (!Number.isSafeInteger(value)) return false;
  return true;
};
