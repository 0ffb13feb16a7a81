// Location problems in the form that greedy, interchange and branching work on.

import { coverClasses } from "./reduce.ts";
import { candidateSites, isPeopled, type LocationProblem } from "./problem.ts";
import { serviceOf, type Service } from "./service.ts";

const restOf = ({ sites, p, fixed, forbidden }: LocationProblem) => ({
  sites,
  p: p ?? sites,
  fixed,
  forbidden,
});

/** p-median: weight × cost to the nearest open site. `skip` are points that nothing reaches. */
export function medianService(problem: LocationProblem, skip: ReadonlySet<number>): Service {
  const { points, sites, cost, weight } = problem;
  const candidates = candidateSites(problem);
  function* rows() {
    for (let i = 0; i < points; i++) {
      if (skip.has(i) || !isPeopled(problem, i)) continue;
      const reached = candidates.filter((j) => cost[i * sites + j]! < Infinity);
      const costs = reached.map((j) => weight[i]! * cost[i * sites + j]!);
      yield { sites: reached, costs, outside: Infinity };
    }
  }
  return serviceOf(rows(), restOf(problem));
}

/** MCLP: the weight of what is not within the radius of an open site. */
export function coverageService(problem: LocationProblem, radius: number): Service {
  const classes = coverClasses(problem, radius, { byGroup: false });
  const rows = classes
    .filter((covered) => covered.sites.length > 0 && covered.weight > 0)
    .map((covered) => ({
      sites: covered.sites,
      costs: covered.sites.map(() => 0),
      outside: covered.weight,
    }));
  return serviceOf(rows, restOf(problem));
}
