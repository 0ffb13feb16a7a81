// Any small problem: the solver finds what enumeration finds, and more never makes it worse.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPlan } from "./check.ts";
import { solveLocation } from "./location.ts";
import { isSolution } from "./plan.ts";
import { isLimited, LIMITED_KINDS, type LocationKind, type LocationProblem } from "./problem.ts";
import { numbersOf, randomProblem } from "./random_problem.ts";
import { allPlans, isMost, valueOf } from "./refute.ts";

const RUNS = { numRuns: 25, seed: 14 };

interface Made {
  readonly problem: LocationProblem;
  readonly best: number | null;
}

/** The best value of all plans; null where there is none. */
function enumerate(problem: LocationProblem): number | null {
  let best: number | null = null;
  for (const open of allPlans(problem)!) {
    const value = valueOf(problem, open);
    if (value === null) continue;
    best = best === null ? value : isMost(problem.kind) ? Math.max(best, value) : Math.min(best, value);
  }
  return best;
}

/** A problem of a limited kind: capacities, prices, or groups of which the smallest share counts. */
function limited(problem: LocationProblem, kind: LocationKind): LocationProblem {
  if (!isLimited(kind)) return problem;
  const { sites, points, demand } = problem;
  const isFair = kind === "max_min_mclp";
  const whole = demand.map((value) => Math.ceil(value));
  const hasMoney = kind === "budgeted_mclp" || points % 2 === 0;
  return {
    ...problem,
    demand: isFair ? whole : demand,
    weight: isFair ? whole : demand,
    capacity:
      kind === "capacitated_mclp"
        ? Float64Array.from({ length: sites }, (_, j) => (j === 1 ? Infinity : 90))
        : null,
    siteCost: hasMoney ? Float64Array.from({ length: sites }, (_, j) => 3 + ((j * 7) % 5)) : null,
    budget: hasMoney ? 11 : null,
    groups: isFair ? Int32Array.from({ length: points }, (_, i) => i % 2) : problem.groups,
    // Floors beside capacities are a model's work, which enumeration does not do.
    floors: kind === "capacitated_mclp" ? new Map() : problem.floors,
  };
}

/** Problems with holes in their costs, points without people, fixed and forbidden sites, and floors. */
const problems = (kind: LocationKind): fc.Arbitrary<Made> =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: 1e6 }),
      points: fc.integer({ min: 1, max: 14 }),
      sites: fc.integer({ min: 3, max: 8 }),
      p: fc.integer({ min: 1, max: 3 }),
      radius: fc.double({ min: 0.1, max: 0.7, noNaN: true }),
      holes: fc.constantFrom(0, 0.2, 0.6),
      hasFloors: fc.boolean(),
      isFractional: fc.boolean(),
    })
    .map(({ seed, points, sites, p, radius, holes, hasFloors, isFractional }) => {
      const made = randomProblem({ kind, points, sites, p: kind === "lscp" ? null : p, radius, seed });
      const next = numbersOf(seed + 1);
      const demand = made.demand.map((value) => (next() < 0.1 ? 0 : isFractional ? value / 7 : value));
      const problem: LocationProblem = {
        ...made,
        cost: made.cost.map((value) => (next() < holes ? Infinity : isFractional ? value / 3 : value)),
        demand,
        weight:
          next() < 0.5
            ? demand
            : demand.map((value) => (value > 0 ? value * (1 + Math.floor(next() * 3)) : 0)),
        fixed: next() < 0.3 ? [1] : [],
        forbidden: next() < 0.3 ? [2] : [],
        groups: hasFloors ? Int32Array.from({ length: points }, (_, i) => i % 2) : null,
        floors: new Map(
          hasFloors ? ([[0, 0.3], ...(points > 1 ? [[1, 0.5] as const] : [])] as [number, number][]) : [],
        ),
      };
      const asked = limited(problem, kind);
      return { problem: asked, best: enumerate(asked) };
    });

describe.each<LocationKind>(["p_median", "p_center", "mclp", "lscp", ...LIMITED_KINDS])("%s", (kind) => {
  it("finds what enumeration finds, and says so where there is nothing to find", async () => {
    await fc.assert(
      fc.asyncProperty(problems(kind), async ({ problem, best }) => {
        const outcome = await solveLocation(problem);
        if (!isSolution(outcome)) {
          expect(best).toBeNull();
          expect(outcome.conflict.length).toBeGreaterThan(0);
          return;
        }
        expect(checkPlan(problem, outcome)).toEqual([]);
        expect(outcome.isProven).toBe(true);
        expect(best).not.toBeNull();
        expect(Math.abs(outcome.objective - best!)).toBeLessThanOrEqual(1e-6 * Math.max(1, best!));
      }),
      RUNS,
    );
  });

  it("is never worse with one site more", async () => {
    await fc.assert(
      fc.asyncProperty(problems(kind), async ({ problem }) => {
        if (problem.p === null || problem.p + 1 > problem.sites - problem.forbidden.length) return;
        const [less, more] = [
          await solveLocation(problem),
          await solveLocation({ ...problem, p: problem.p + 1 }),
        ];
        if (!isSolution(less)) return;
        if (!isSolution(more)) throw new Error("one site more has no plan, one less has");
        const slack = 1e-6 * Math.max(1, less.objective);
        if (isMost(kind)) expect(more.objective).toBeGreaterThanOrEqual(less.objective - slack);
        else expect(more.objective).toBeLessThanOrEqual(less.objective + slack);
      }),
      RUNS,
    );
  });
});

describe("what must not matter", () => {
  const problem = randomProblem({ kind: "p_median", points: 40, sites: 15, p: 4, radius: 0.3, seed: 3 });

  it.each<LocationKind>(["p_median", "mclp"])("%s scales with demand", async (kind) => {
    const [once, thrice] = await Promise.all(
      [1, 3].map((factor) => {
        const demand = problem.demand.map((value) => value * factor);
        return solveLocation({ ...problem, kind, demand, weight: demand });
      }),
    );
    if (!isSolution(once!) || !isSolution(thrice!)) throw new Error("infeasible");
    expect(thrice.objective).toBe(once.objective * 3);
    expect(thrice.open).toEqual(once.open);
  });

  it("a site that nobody reaches changes nothing", async () => {
    const sites = problem.sites + 1;
    const cost = Float64Array.from({ length: problem.points * sites }, (_, at) => {
      const j = at % sites;
      return j === problem.sites ? Infinity : problem.cost[Math.floor(at / sites) * problem.sites + j]!;
    });
    const [plain, wider] = [await solveLocation(problem), await solveLocation({ ...problem, sites, cost })];
    if (!isSolution(plain) || !isSolution(wider)) throw new Error("infeasible");
    expect(wider.open).toEqual(plain.open);
    expect(wider.objective).toBe(plain.objective);
  });
});
