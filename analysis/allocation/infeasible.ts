// Why a problem has no plan: which constraints are in each other's way, and the smallest value that would do.

import { solveModel } from "./highs.ts";
import { coverageModel } from "./model/coverage.ts";
import type { Conflict, Infeasibility } from "./plan.ts";
import { candidateSites, floorAmount, isLimited, type LocationProblem } from "./problem.ts";
import { coverClasses, minimalSets } from "./reduce.ts";

/** Floors up to which each is left out once, to find those that cannot hold together. */
const MAX_FLOORS = 60;

/** Least demand that must be reached, by group. */
export const floorAmounts = (problem: LocationProblem): Map<number, number> =>
  new Map([...problem.floors].map(([group, share]) => [group, floorAmount(problem, group, share)]));

/** Sets of sites of which at least one must open, so that every point of `among` is within the radius; smallest ones only. */
export function requiredSets(
  problem: LocationProblem,
  radius: number,
  among: (point: number) => boolean,
): (readonly number[])[] {
  return minimalSets(coverClasses(problem, radius, { byGroup: false, among }).map(({ sites }) => sites));
}

export interface FewestOptions {
  readonly required?: readonly (readonly number[])[];
  readonly floors?: ReadonlyMap<number, number>;
  /** Cost up to which a point counts in a floor. */
  readonly radius?: number;
  readonly most?: number;
}

/** The fewest sites that hit every required set and meet the floors; null where not even all sites do. */
export async function fewestSites(
  problem: LocationProblem,
  { required = [], floors = new Map(), radius = 0, most }: FewestOptions,
): Promise<{ readonly open: readonly number[]; readonly bound: number } | null> {
  const sites = candidateSites(problem);
  if (required.some((set) => set.length === 0)) return null;
  const classes =
    floors.size === 0
      ? []
      : coverClasses(problem, radius, { byGroup: true }).filter(
          ({ group }) => group !== null && floors.has(group),
        );
  const model = coverageModel({
    sites,
    fixed: problem.fixed,
    p: most ?? null,
    required,
    classes,
    floors,
    objective: "sites",
  });
  const solved = await solveModel(model, { nodeLimit: problem.nodeLimit, unit: 1 });
  if (solved.status === "infeasible") return null;
  if (solved.values.length === 0)
    throw new Error("no plan was found within the node limit: raise node_limit");
  return {
    open: sites.filter((_, at) => solved.values[at]! > 0.5),
    bound: Math.ceil(solved.bound - 1e-6),
  };
}

const floorConflict = (problem: LocationProblem, group: number): Conflict => ({
  constraint: "floor",
  group,
  share: problem.floors.get(group)!,
  amount: floorAmount(problem, group, problem.floors.get(group)!),
});

/** Demand of a group that the sites which may open reach within the radius. */
function reachable(problem: LocationProblem, group: number, radius: number): number {
  return coverClasses(problem, radius, { byGroup: true }).reduce(
    (sum, covered) => sum + (covered.group === group && covered.sites.length > 0 ? covered.demand : 0),
    0,
  );
}

/** Of floors that cannot hold together with at most p sites, some of which each is needed for that. */
async function conflictingFloors(problem: LocationProblem, radius: number): Promise<Conflict[]> {
  const amounts = floorAmounts(problem);
  const impossible = [...amounts].filter(([group, amount]) => reachable(problem, group, radius) < amount);
  if (impossible.length > 0)
    return impossible.map(([group]) => ({
      ...floorConflict(problem, group),
      reachable: reachable(problem, group, radius),
    }));
  const kept = new Map(amounts);
  if (kept.size <= MAX_FLOORS)
    for (const [group, amount] of amounts) {
      kept.delete(group);
      const without = await fewestSites(problem, { floors: kept, radius, most: problem.p! });
      if (without) kept.set(group, amount);
    }
  return [
    ...[...kept.keys()].map((group) => floorConflict(problem, group)),
    { constraint: "p", value: problem.p },
  ];
}

/** The smallest radius at which the floors can be met with p sites; null where none does. */
async function radiusForFloors(problem: LocationProblem, radius: number): Promise<number | null> {
  const { cost, p } = problem;
  const radii = [...new Set(cost.filter((value) => value > radius && value < Infinity))].sort(
    (a, b) => a - b,
  );
  const floors = floorAmounts(problem);
  let [low, high] = [0, radii.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (await fewestSites(problem, { floors, radius: radii[middle]!, most: p! })) high = middle;
    else low = middle + 1;
  }
  return radii[low] ?? null;
}

/** Which floors conflict, and the smallest number of sites or radius that would do. */
export async function explainFloors(problem: LocationProblem, radius: number): Promise<Infeasibility> {
  const floors = floorAmounts(problem);
  const fewest = await fewestSites(problem, { floors, radius });
  return {
    conflict: await conflictingFloors(problem, radius),
    needs: { p: fewest?.open.length ?? null, radius: await radiusForFloors(problem, radius) },
  };
}

/** What stands against opening p sites at all; null where nothing does. */
export function explainCount(problem: LocationProblem): Infeasibility | null {
  const { p, fixed } = problem;
  const count = candidateSites(problem).length;
  if (p === null) return null;
  if (fixed.length > p)
    return {
      conflict: [
        { constraint: "fixed", count: fixed.length },
        { constraint: "p", value: p },
      ],
      needs: { p: fixed.length },
    };
  if (count < p && !isLimited(problem.kind))
    return { conflict: [{ constraint: "p", value: p, sites: count }], needs: { sites: p } };
  return null;
}
