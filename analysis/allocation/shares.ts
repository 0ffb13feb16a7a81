// The largest smallest share: of each group the share that is reached, and the highest that the group behind all others can have.

import { solveModel } from "./highs.ts";
import type { Hooks } from "./hooks.ts";
import { limitedModel } from "./limited_model.ts";
import { nearestOpen } from "./assign.ts";
import { candidateSites, type LocationProblem } from "./problem.ts";

/** Demand by group of points of which `isCounted` holds. */
function demandBy({ demand, groups }: LocationProblem, isCounted: (point: number) => boolean) {
  const sums = new Map<number, number>();
  for (const [i, value] of demand.entries())
    if (value > 0) sums.set(groups![i]!, (sums.get(groups![i]!) ?? 0) + (isCounted(i) ? value : 0));
  return sums;
}

const reachedBy = (problem: LocationProblem, open: readonly number[]): Map<number, number> => {
  const assign = nearestOpen(problem, open, problem.radius!);
  return demandBy(problem, (i) => assign[i]! >= 0);
};

/**
 * Of the groups that sites could still bring more, the smallest share; 1 where all have what all sites together would bring.
 */
export function smallestShare(problem: LocationProblem, open: readonly number[]): number {
  const need = demandBy(problem, () => true);
  const most = reachedBy(problem, candidateSites(problem));
  let least = 1;
  for (const [group, reached] of reachedBy(problem, open))
    if (reached < most.get(group)!) least = Math.min(least, reached / need.get(group)!);
  return least;
}

export interface FoundShare {
  /** Least demand by group with which the share is kept. */
  readonly floors: ReadonlyMap<number, number>;
  readonly isProven: boolean;
  /** No plan has a larger smallest share. */
  readonly bound: number;
}

/** The largest share that all groups can have at once, each as far as all sites together could bring it; null where not even the given floors can be kept. */
export async function largestSmallestShare(
  problem: LocationProblem,
  floors: ReadonlyMap<number, number>,
  { onProgress, isStopped, deadline }: Hooks,
): Promise<FoundShare | null> {
  const need = demandBy(problem, () => true);
  const most = reachedBy(problem, candidateSites(problem));
  const levels = [
    ...new Set([...need].flatMap(([, all]) => Array.from({ length: all }, (_, k) => (k + 1) / all))),
  ].sort((a, b) => a - b);
  /** Every group at the level, or at the most that it can have. */
  const floorsAt = (level: number): Map<number, number> => {
    const amounts = new Map(floors);
    for (const [group, all] of need) {
      const amount = Math.min(Math.ceil(level * all - 1e-9 * all), most.get(group)!);
      if (amount > (amounts.get(group) ?? 0)) amounts.set(group, amount);
    }
    return amounts;
  };
  let isProven = true;
  let nodes = 0;
  const holds = async (amounts: ReadonlyMap<number, number>): Promise<boolean> => {
    const model = limitedModel(problem, { floors: amounts, objective: "weight" });
    model.cost.fill(0);
    const solved = await solveModel(model, { nodeLimit: problem.nodeLimit, ...(isStopped && { isStopped }) });
    nodes += solved.nodes;
    if (solved.status === "limit" && solved.values.length === 0) isProven = false;
    return solved.values.length > 0;
  };
  if (!(await holds(floors))) return null;
  // The highest level that holds: at `low` − 1 it does, at `high` it does not.
  let [low, high] = [0, levels.length];
  const isOver = (): boolean => isStopped?.() === true || performance.now() >= (deadline ?? Infinity);
  while (low < high && !isOver()) {
    const middle = (low + high) >> 1;
    if (await holds(floorsAt(levels[middle]!))) low = middle + 1;
    else high = middle;
    onProgress?.(levels[low - 1] ?? 0, levels[high - 1] ?? 0, nodes);
  }
  return {
    floors: low === 0 ? floors : floorsAt(levels[low - 1]!),
    isProven: isProven && low === high,
    bound: isProven ? (levels[high - 1] ?? 0) : 1,
  };
}
