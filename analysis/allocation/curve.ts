// What 1 … n sites reach, where the curve bends, what one site more is worth, what fairness costs, and which other plans there are.

import { gapOf, isSolution, type Infeasibility, type Outcome, type Solution } from "./plan.ts";
import type { LocationProblem } from "./problem.ts";

/** Solves a location problem: in this thread, or in one of its own. */
export type SolveLocation = (problem: LocationProblem) => Promise<Outcome>;

export interface CurvePoint {
  readonly p: number;
  /** Null where so few sites have no plan. */
  readonly objective: number | null;
  readonly gap: number | null;
  readonly open: readonly number[];
  /** By how much this number of sites is better than one site less; null at the first plan. */
  readonly marginal: number | null;
}

/** The best of 1 … `most` sites, each a run of its own. */
export async function curveOf(
  problem: LocationProblem,
  most: number,
  solve: SolveLocation,
  onPoint?: (point: CurvePoint) => void,
): Promise<CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (let p = Math.max(1, problem.fixed.length); p <= most; p++) {
    const outcome = await solve({ ...problem, p });
    const before = points.at(-1)?.objective ?? null;
    const point: CurvePoint = isSolution(outcome)
      ? {
          p,
          objective: outcome.objective,
          gap: gapOf(outcome),
          open: outcome.open,
          marginal: before === null ? null : Math.abs(outcome.objective - before),
        }
      : { p, objective: null, gap: null, open: [], marginal: null };
    points.push(point);
    onPoint?.(point);
  }
  return points;
}

/** The best for each amount of money, each a run of its own. */
export async function moneyCurve(
  problem: LocationProblem,
  budgets: readonly number[],
  solve: SolveLocation,
  onPoint: (budget: number, plan: Solution | null) => void,
): Promise<void> {
  for (const budget of budgets) {
    const outcome = await solve({ ...problem, budget });
    onPoint(budget, isSolution(outcome) ? outcome : null);
  }
}

/**
 * Number of sites at the knee: the point farthest from the line between the ends of the curve (Satopää and others 2011); null where
 * fewer than three numbers of sites have a plan or the curve is a line.
 */
export function kneeOf(points: readonly CurvePoint[]): number | null {
  const known = points.filter((point) => point.objective !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 3 || first.objective === last.objective) return null;
  let [knee, farthest] = [null as number | null, 1e-9];
  for (const point of known) {
    const along = (point.p - first.p) / (last.p - first.p);
    const done = (point.objective! - first.objective!) / (last.objective! - first.objective!);
    if (done - along > farthest) [knee, farthest] = [point.p, done - along];
  }
  return knee;
}

export interface PriceOfFairness {
  readonly fair: Solution | Infeasibility;
  readonly free: Solution | Infeasibility;
  /** What the floors cost in the objective; null where one of the two has no plan. */
  readonly price: number | null;
}

/** The best plan with the floors and without, and what the floors cost. */
export async function priceOfFairness(
  problem: LocationProblem,
  solve: SolveLocation,
): Promise<PriceOfFairness> {
  const fair = await solve(problem);
  const free = problem.floors.size === 0 ? fair : await solve({ ...problem, floors: new Map() });
  const price = isSolution(fair) && isSolution(free) ? Math.abs(free.objective - fair.objective) : null;
  return { fair, free, price };
}
