// Money of a location problem for a model: whole prices are divided by what divides them all, since solvers count to a millionth.

import type { Money } from "./model/coverage.ts";
import type { LocationProblem } from "./problem.ts";

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** By what prices are divided: the greatest common divisor of whole ones, else 1. */
export function priceUnit(prices: Float64Array): number {
  let unit = 0;
  for (const price of prices) {
    if (!Number.isSafeInteger(price)) return 1;
    unit = divisor(price, unit);
  }
  return unit === 0 ? 1 : unit;
}

/** Prices and budget in units; null where sites cost nothing. */
export function moneyOf({ siteCost, budget }: LocationProblem): Money | null {
  if (siteCost === null || budget === null) return null;
  const unit = priceUnit(siteCost);
  const amount = budget / unit;
  return { prices: siteCost.map((price) => price / unit), amount: unit === 1 ? amount : Math.floor(amount) };
}

/** What opening a site counts as where plans are compared by what they take: its price, or one. */
export const pricesOf = (problem: LocationProblem): ArrayLike<number> =>
  moneyOf(problem)?.prices ?? new Float64Array(problem.sites).fill(1);
