import { describe, expect, it } from "vitest";
import { alternativesTo } from "./alternatives.ts";
import { curveOf, kneeOf, priceOfFairness } from "./curve.ts";
import { solveLocation } from "./location.ts";
import { isSolution } from "./plan.ts";
import { randomProblem } from "./random_problem.ts";
import { allPlans, valueOf } from "./refute.ts";

const problem = randomProblem({ kind: "mclp", points: 40, sites: 12, p: 4, radius: 0.2, seed: 8 });
const solve = (asked: typeof problem) => solveLocation(asked);

describe("the curve", () => {
  it("rises with every site, and its marginal values add up", async () => {
    const points = await curveOf(problem, 6, solve);
    expect(points.map(({ p }) => p)).toEqual([1, 2, 3, 4, 5, 6]);
    const objectives = points.map(({ objective }) => objective!);
    expect(objectives).toEqual(objectives.toSorted((a, b) => a - b));
    const gained = points.reduce((sum, { marginal }) => sum + (marginal ?? 0), 0);
    expect(objectives[0]! + gained).toBe(objectives[5]);
  });

  it("bends where one site more brings much less", () => {
    const at = (p: number, objective: number | null) => ({ p, objective, gap: 0, open: [], marginal: null });
    expect(kneeOf([at(1, 10), at(2, 18), at(3, 20), at(4, 21)])).toBe(2);
    expect(kneeOf([at(1, 100), at(2, 40), at(3, 35), at(4, 30)])).toBe(2);
    expect(kneeOf([at(1, null), at(2, 1), at(3, 2)])).toBeNull();
    expect(kneeOf([at(1, 1), at(2, 2), at(3, 3)])).toBeNull();
  });
});

describe("the price of fairness", () => {
  it("is what the floors cost, and nothing without floors", async () => {
    const groups = Int32Array.from({ length: 40 }, (_, i) => (problem.cost[i * 12]! < 500 ? 0 : 1));
    const floors = new Map([
      [0, 0.5],
      [1, 0.5],
    ]);
    const { fair, free, price } = await priceOfFairness({ ...problem, groups, floors }, solve);
    if (!isSolution(fair) || !isSolution(free)) throw new Error("infeasible");
    expect(price).toBe(free.objective - fair.objective);
    expect(price).toBeGreaterThanOrEqual(0);
    expect((await priceOfFairness(problem, solve)).price).toBe(0);
  });
});

describe("alternatives", () => {
  it.each(["mclp", "p_median"] as const)(
    "of %s are the best of all plans that differ in two sites",
    async (kind) => {
      const asked = { ...problem, kind };
      const best = await solveLocation(asked);
      if (!isSolution(best)) throw new Error("infeasible");
      const share = 0.3;
      const found = await alternativesTo(asked, best, solve, share);
      expect(found.length).toBeGreaterThan(0);
      for (const plan of found) {
        expect(plan.open.filter((site) => !best.open.includes(site)).length).toBeGreaterThanOrEqual(2);
        expect(Math.abs(plan.objective - best.objective)).toBeLessThanOrEqual(share * best.objective);
      }
      const values = [...allPlans(asked)!]
        .filter((open) => open.filter((site) => !best.open.includes(site)).length >= 2)
        .map((open) => valueOf(asked, open)!);
      expect(found[0]!.objective).toBe(kind === "mclp" ? Math.max(...values) : Math.min(...values));
    },
  );
});
