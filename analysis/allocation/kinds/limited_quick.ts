// A plan at once where sites take only so many or cost money: each time the site that serves most for its price.

import { candidateSites, type LocationProblem } from "#analysis/allocation/problem";

/** Open sites of a plan that is good but not proven; floors and shares are not looked at. */
export function quickLimited(problem: LocationProblem): number[] {
  const { points, sites, cost, demand, radius, capacity, siteCost, budget, p, fixed } = problem;
  const left = Float64Array.from(demand);
  const open = new Set<number>();
  let money = budget ?? Infinity;
  const near = (j: number): number[] =>
    Array.from({ length: points }, (_, i) => i).filter(
      (i) => left[i]! > 0 && cost[i * sites + j]! <= radius!,
    );
  const gainOf = (j: number): number =>
    Math.min(
      near(j).reduce((sum, i) => sum + left[i]!, 0),
      capacity?.[j] ?? Infinity,
    );
  const take = (j: number): void => {
    open.add(j);
    money -= siteCost?.[j] ?? 0;
    let room = capacity?.[j] ?? Infinity;
    for (const i of near(j)) {
      const served = Math.min(left[i]!, room);
      left[i]! -= served;
      room -= served;
    }
  };
  for (const j of fixed) take(j);
  const candidates = candidateSites(problem);
  while (open.size < (p ?? sites)) {
    let [best, most] = [-1, 0];
    for (const j of candidates) {
      const price = siteCost?.[j] ?? 1;
      if (open.has(j) || (siteCost && price > money)) continue;
      const worth = gainOf(j) / Math.max(price, 1e-9);
      if (worth > most) [best, most] = [j, worth];
    }
    if (best < 0) break;
    take(best);
  }
  return [...open].sort((a, b) => a - b);
}
