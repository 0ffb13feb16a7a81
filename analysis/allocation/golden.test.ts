// Published and enumerated optima: ../shared/golden, and OR-Library's pmed1 (Beasley 1985), which is read and never copied.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { budgetAnswer, locationAnswer } from "./answer.ts";
import { readBudgetProblem } from "./budget_input.ts";
import { solveBudget } from "./budget.ts";
import { greedyOrder, interchange } from "./greedy.ts";
import { readLocationProblem } from "./input.ts";
import { solveLocation } from "./location.ts";
import { medianService, coverageService } from "./services.ts";
import { costOf } from "./service.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../shared/golden/${name}`, import.meta.url), "utf8");

interface Optimum {
  readonly objective: number;
  readonly optimal_sets: readonly (readonly number[])[];
}

interface Toy {
  readonly pupils: readonly number[];
  readonly minutes: readonly (readonly number[])[];
  readonly pmedian: Readonly<Record<string, Optimum>>;
  readonly pcenter: Readonly<Record<string, Optimum>>;
  readonly mclp: Readonly<Record<string, Readonly<Record<string, Optimum>>>>;
  readonly lscp: Readonly<
    Record<
      string,
      {
        readonly villages_no_site_can_cover: readonly number[];
        readonly min_sites_for_coverable: number;
        readonly optimal_sets: readonly (readonly number[])[];
      }
    >
  >;
  readonly pmedian_with_existing: Optimum & {
    readonly existing: readonly number[];
    readonly p_total: number;
  };
  readonly greedy: {
    readonly pmedian: Readonly<
      Record<string, { readonly order: readonly number[]; readonly objective: number }>
    >;
    readonly mclp_r20: Readonly<
      Record<string, { readonly order: readonly number[]; readonly objective: number }>
    >;
  };
  readonly capacitated_single_source: {
    readonly capacity: readonly number[];
    readonly by_p: Readonly<
      Record<
        string,
        {
          readonly infeasible?: boolean;
          readonly objective?: number;
          readonly open?: readonly number[];
          readonly assign?: readonly number[];
        }
      >
    >;
  };
  readonly capacitated_split: Readonly<
    Record<string, { readonly objective: number; readonly open: readonly number[] }>
  >;
}

const { toy_12x6: toy, greedy_trap_mclp: trap } = JSON.parse(read("location_allocation.json")) as {
  toy_12x6: Toy;
  greedy_trap_mclp: {
    weights: number[];
    covers: Record<string, number[]>;
    p: number;
    greedy: number;
    optimum: number;
  };
};

const BASE = { demand: toy.pupils, sites: 6, cost: toy.minutes };

async function solve(content: Record<string, unknown>) {
  const problem = readLocationProblem(content);
  return locationAnswer(problem, await solveLocation(problem), 0);
}

describe("the enumerated toy of 12 villages and 6 sites", () => {
  it.each(Object.entries(toy.pmedian))("p-median, p = %s", async (p, expected) => {
    const answer = await solve({ problem: "p_median", ...BASE, p: Number(p) });
    expect(answer).toMatchObject({
      status: "optimal",
      objective: expected.objective,
      bound: expected.objective,
      gap: 0,
      checked: true,
    });
    expect(answer["open"]).toEqual(expected.optimal_sets[0]);
  });

  it.each(Object.entries(toy.pcenter))("p-center, p = %s", async (p, expected) => {
    const answer = await solve({ problem: "p_center", ...BASE, p: Number(p) });
    expect(answer).toMatchObject({
      status: "optimal",
      objective: expected.objective,
      open: expected.optimal_sets[0],
    });
  });

  it.each(
    Object.entries(toy.mclp).flatMap(([radius, byP]) =>
      Object.entries(byP).map(([p, expected]) => [radius, p, expected] as const),
    ),
  )("MCLP, radius %s, p = %s, the first of equally good sets", async (radius, p, expected) => {
    const answer = await solve({ problem: "mclp", ...BASE, p: Number(p), radius: Number(radius) });
    expect(answer).toMatchObject({
      status: "optimal",
      objective: expected.objective,
      open: expected.optimal_sets[0],
    });
  });

  it.each(Object.entries(toy.lscp))(
    "LSCP, radius %s: names the villages that no site reaches",
    async (radius, expected) => {
      const answer = await solve({ problem: "lscp", ...BASE, radius: Number(radius) });
      expect(answer).toMatchObject({
        status: "infeasible",
        objective: expected.min_sites_for_coverable,
        open: expected.optimal_sets[0],
        conflict: expected.villages_no_site_can_cover.map((point) => ({ constraint: "point", point })),
        needs: { radius: 58 },
        checked: true,
      });
      const coverable = toy.pupils.map((pupils, i) =>
        expected.villages_no_site_can_cover.includes(i) ? 0 : pupils,
      );
      expect(
        await solve({ problem: "lscp", ...BASE, demand: coverable, radius: Number(radius) }),
      ).toMatchObject({
        status: "optimal",
        objective: expected.min_sites_for_coverable,
      });
    },
  );

  it("keeps existing sites open", async () => {
    const { existing, p_total: p, objective, optimal_sets: sets } = toy.pmedian_with_existing;
    expect(await solve({ problem: "p_median", ...BASE, p, fixed: existing })).toMatchObject({
      objective,
      open: sets[0],
    });
  });

  it("fills whole villages into capacities", async () => {
    const { capacity, by_p: byP } = toy.capacitated_single_source;
    for (const [p, expected] of Object.entries(byP)) {
      const answer = await solve({
        problem: "capacitated_p_median",
        ...BASE,
        p: Number(p),
        capacity,
        single_source: true,
      });
      if (expected.infeasible) expect(answer).toMatchObject({ status: "infeasible", needs: { p: 3 } });
      else
        expect(answer).toMatchObject({
          status: "optimal",
          objective: expected.objective,
          open: expected.open,
          assign: expected.assign,
        });
    }
  });

  it("splits villages over capacities for less", async () => {
    const { capacity } = toy.capacitated_single_source;
    for (const [p, expected] of Object.entries(toy.capacitated_split))
      expect(
        await solve({
          problem: "capacitated_p_median",
          ...BASE,
          p: Number(p),
          capacity,
          single_source: false,
        }),
      ).toMatchObject({
        status: "optimal",
        ...expected,
      });
  });

  it("adds sites greedily in the stated order", () => {
    for (const [p, { order, objective }] of Object.entries(toy.greedy.pmedian)) {
      const service = medianService(
        readLocationProblem({ problem: "p_median", ...BASE, p: Number(p) }),
        new Set(),
      );
      expect(greedyOrder(service)).toEqual(order);
      expect(costOf(service, openOf(order))).toBe(objective);
    }
    for (const [p, { order, objective }] of Object.entries(toy.greedy.mclp_r20)) {
      const service = coverageService(
        readLocationProblem({ problem: "mclp", ...BASE, p: Number(p), radius: 20 }),
        20,
      );
      expect(greedyOrder(service)).toEqual(order);
      expect(service.outside.reduce((sum, value) => sum + value, 0) - costOf(service, openOf(order))).toBe(
        objective,
      );
    }
  });
});

const openOf = (sites: readonly number[]): Uint8Array => {
  const isOpen = new Uint8Array(6);
  for (const site of sites) isOpen[site] = 1;
  return isOpen;
};

describe("the trap of the greedy heuristic", () => {
  it("is not fallen into: 10 of 10, where greedy reaches 8", async () => {
    const covers = Object.values(trap.covers);
    const cost = trap.weights.map((_, i) => covers.map((points) => (points.includes(i) ? 0 : 2)));
    const content = { problem: "mclp", demand: trap.weights, sites: 3, cost, p: trap.p, radius: 1 };
    const service = coverageService(readLocationProblem(content), 1);
    const greedy = greedyOrder(service);
    expect(10 - costOf(service, openOf(greedy))).toBe(trap.greedy);
    expect(await solve(content)).toMatchObject({ status: "optimal", objective: trap.optimum, open: [1, 2] });
  });
});

describe("pmed1 of the OR-Library", () => {
  const lines = read("third_party/pmed1.txt")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const [nodes = 0, , p = 0] = lines[0]!;
  const edges = lines.slice(1).map(([from = 0, to = 0, cost = 0]) => [from - 1, to - 1, cost]);
  const content = { demand: Array.from({ length: nodes }, () => 1), nodes, edges, p };

  it("has a p-median of 5819, since a repeated edge overrides the earlier one", async () => {
    expect(await solve({ problem: "p_median", ...content })).toMatchObject({
      status: "optimal",
      objective: 5819,
      bound: 5819,
      open: [6, 12, 64, 90, 98],
    });
  });

  it("takes 5891 by greedy and 5819 after interchange", () => {
    const service = medianService(readLocationProblem({ problem: "p_median", ...content }), new Set());
    const cost = (sites: readonly number[]): number => {
      const isOpen = new Uint8Array(nodes);
      for (const site of sites) isOpen[site] = 1;
      return costOf(service, isOpen);
    };
    const greedy = greedyOrder(service);
    expect(cost(greedy)).toBe(5891);
    expect(cost(interchange(service, greedy))).toBe(5819);
  });

  it("has a p-center of 127", async () => {
    expect(await solve({ problem: "p_center", ...content })).toMatchObject({
      status: "optimal",
      objective: 127,
    });
  });
});

interface Knapsack {
  readonly name: string;
  readonly capacity: number;
  readonly weight: readonly number[];
  readonly profit: readonly number[];
  readonly optimum: number;
}

const budgets = JSON.parse(read("budget_allocation.json")) as {
  knapsack: readonly Knapsack[];
  equity: {
    budget: number;
    projects: readonly { id: string; township: string; cost: number; benefit_persons: number }[];
    need_persons: Readonly<Record<string, number>>;
    utilitarian: { benefit: number; cost: number; projects: readonly string[] };
    floor_15pct_of_need_each_township: { benefit: number; cost: number; projects: readonly string[] };
    min_budget_for_floor: Readonly<Record<string, number | null>>;
  };
};

async function allocate(content: Record<string, unknown>) {
  const problem = readBudgetProblem({ problem: "budget", ...content });
  return budgetAnswer(problem, await solveBudget(problem), 0);
}

describe("budgets", () => {
  it.each(budgets.knapsack)("knapsack $name", async ({ capacity, weight, profit, optimum }) => {
    const projects = weight.map((cost, at) => ({ id: `p${at}`, cost, benefit: profit[at] }));
    expect(await allocate({ projects, budget: capacity })).toMatchObject({
      status: "optimal",
      benefit: optimum,
      checked: true,
    });
  });

  const { equity } = budgets;
  const projects = equity.projects.map(({ id, township, cost, benefit_persons: benefit }) => ({
    id,
    group: township,
    cost,
    benefit,
  }));
  const floorsOf = (share: number) =>
    Object.fromEntries(Object.keys(equity.need_persons).map((group) => [group, share]));

  it("buys most benefit, and less of it with a floor for each township", async () => {
    const free = await allocate({ projects, budget: equity.budget });
    expect(free).toMatchObject({
      benefit: equity.utilitarian.benefit,
      cost: equity.utilitarian.cost,
      chosen: equity.utilitarian.projects.toSorted(),
    });
    const { benefit, cost, projects: chosen } = equity.floor_15pct_of_need_each_township;
    expect(
      await allocate({ projects, budget: equity.budget, floors: floorsOf(0.15), need: equity.need_persons }),
    ).toMatchObject({ benefit, cost, chosen });
    const amounts = Object.fromEntries(
      Object.entries(equity.need_persons).map(([group, need]) => [group, need * 0.15]),
    );
    expect(await allocate({ projects, budget: equity.budget, floors: amounts })).toMatchObject({
      benefit,
      cost,
      chosen,
    });
  });

  it.each(Object.entries(equity.min_budget_for_floor))(
    "a floor of %s needs a budget of %s",
    async (share, budget) => {
      const input = { projects, floors: floorsOf(Number(share)), need: equity.need_persons };
      const answer = await allocate({ ...input, budget: (budget ?? equity.budget) - 1 });
      expect(answer).toMatchObject({ status: "infeasible", needs: { budget } });
      expect((answer["conflict"] as unknown[]).length).toBeGreaterThan(0);
      if (budget !== null) expect(await allocate({ ...input, budget })).toMatchObject({ status: "optimal" });
    },
  );
});
