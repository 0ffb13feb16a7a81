// Every planted error in a plan is found: a wrong assignment, a closed site in use, a broken floor, a wrong figure or bound.

import { describe, expect, it } from "vitest";
import { locationAnswer, WrongPlanError } from "./answer.ts";
import { checkPlan } from "./check.ts";
import { checkBudget } from "./check_budget.ts";
import type { BudgetPlan, BudgetProblem } from "./budget_problem.ts";
import { solveBudget } from "./budget.ts";
import { solveLocation } from "./location.ts";
import { isSolution, type Solution } from "./plan.ts";
import type { LocationKind, LocationProblem } from "./problem.ts";
import { randomProblem } from "./random_problem.ts";

async function planOf(problem: LocationProblem): Promise<Solution> {
  const outcome = await solveLocation(problem);
  if (!isSolution(outcome)) throw new Error(`infeasible: ${JSON.stringify(outcome)}`);
  return outcome;
}

const made = (kind: LocationKind, rest: Partial<LocationProblem> = {}): LocationProblem => ({
  ...randomProblem({ kind, points: 24, sites: 9, p: kind === "lscp" ? null : 3, radius: 0.45, seed: 5 }),
  ...rest,
});

const KINDS: readonly LocationKind[] = ["p_median", "p_center", "mclp", "lscp"];
/** The plan with one entry of its assignment changed. */
const reassigned = (plan: Solution, point: number, site: number): Solution => ({
  ...plan,
  assign: plan.assign.map((known, i) => (i === point ? site : known)),
});

describe.each(KINDS)("a plan of %s", (kind) => {
  const problem = made(kind);
  const closedOf = (plan: Solution): number =>
    Array.from({ length: 9 }, (_, j) => j).find((j) => !plan.open.includes(j))!;
  const served = (plan: Solution): number => plan.assign.findIndex((site) => site >= 0);

  it("holds as it is", async () => {
    expect(checkPlan(problem, await planOf(problem))).toEqual([]);
  });

  it("is refused with a point assigned to a closed site", async () => {
    const plan = await planOf(problem);
    const wrong = reassigned(plan, served(plan), closedOf(plan));
    expect(checkPlan(problem, wrong).join()).toMatch(/is assigned to site \d, which is closed/);
    expect(() => locationAnswer(problem, wrong, 0)).toThrow(WrongPlanError);
  });

  it("is refused with a point assigned to an open site that is not the nearest", async () => {
    const plan = await planOf(problem);
    const point = served(plan);
    const other = plan.open.find(
      (site) => problem.cost[point * 9 + site]! > problem.cost[point * 9 + plan.assign[point]!]!,
    )!;
    expect(checkPlan(problem, reassigned(plan, point, other)).join()).toMatch(
      /another open site|cannot reach/,
    );
  });

  it("is refused with a point left out", async () => {
    const plan = await planOf(problem);
    expect(checkPlan(problem, reassigned(plan, served(plan), -1))).toEqual([
      `point ${served(plan)} is assigned to nothing`,
    ]);
  });

  it("is refused with a wrong objective, and with a bound on the wrong side", async () => {
    const plan = await planOf(problem);
    const { objective } = plan;
    expect(checkPlan(problem, { ...plan, objective: objective + 1 }).join()).toMatch(/the objective is/);
    const beyond = kind === "mclp" ? objective - 1 : objective + 1;
    expect(checkPlan(problem, { ...plan, bound: beyond }).join()).toMatch(/wrong side/);
    const short = kind === "mclp" ? objective + 1 : objective - 1;
    expect(checkPlan(problem, { ...plan, bound: short }).join()).toMatch(/said to be proven/);
    expect(checkPlan(problem, { ...plan, bound: short, isProven: false })).toEqual([]);
  });

  it("is refused when a fixed site is closed, a forbidden one open, or the number is not p", async () => {
    const plan = await planOf(problem);
    const fixed = [closedOf(plan)];
    expect(checkPlan({ ...problem, fixed }, plan).join()).toMatch(/is fixed and not open/);
    expect(checkPlan({ ...problem, forbidden: [plan.open[0]!] }, plan).join()).toMatch(
      /is open and forbidden/,
    );
    const fewer = kind === "lscp" ? { ...problem, p: plan.open.length - 1 } : { ...problem, p: 2 };
    expect(checkPlan(fewer, plan).join()).toMatch(/sites are open/);
    expect(checkPlan(problem, { ...plan, open: [...plan.open, plan.open[0]!] }).join()).toMatch(
      /listed once/,
    );
  });

  it("is refused when a worse plan is said to be the best", async () => {
    const best = await planOf(problem);
    if (kind === "lscp") return;
    const worse = await planOf({ ...problem, forbidden: [best.open[0]!] });
    if (worse.objective === best.objective) return;
    expect(checkPlan(problem, worse).join()).toMatch(/the bound .* is wrong: sites/);
  });
});

it.each<LocationKind>(["p_median", "p_center", "mclp"])(
  "a plan of %s is refused with a broken floor",
  async (kind) => {
    const problem = made(kind, { radius: 150 });
    const plan = await planOf(problem);
    const groups = Int32Array.from({ length: 24 }, (_, i) => i % 3);
    const floors = new Map([[1, 1]]);
    expect(checkPlan({ ...problem, groups, floors }, plan).join()).toMatch(/the floor of group 1 is broken/);
  },
);

describe("a plan with capacities", () => {
  const capacity = Float64Array.from({ length: 9 }, () => 500);
  const problem = made("capacitated_p_median", { capacity, isSingleSource: true });

  it("is refused with a site over its capacity, and with flows to a closed site", async () => {
    const plan = await planOf(problem);
    expect(checkPlan(problem, plan)).toEqual([]);
    expect(checkPlan({ ...problem, capacity: capacity.map(() => 100) }, plan).join()).toMatch(
      /its capacity is 100/,
    );
    const split = { ...problem, isSingleSource: false };
    const flowing = await planOf(split);
    expect(checkPlan(split, flowing)).toEqual([]);
    const closed = Array.from({ length: 9 }, (_, j) => j).find((j) => !flowing.open.includes(j))!;
    const moved = flowing.flows!.map(([i, j, amount], at) => [i, at === 0 ? closed : j, amount] as const);
    expect(checkPlan(split, { ...flowing, flows: moved }).join()).toMatch(/which is closed/);
    expect(checkPlan(split, { ...flowing, flows: flowing.flows!.slice(1) }).join()).toMatch(/sends 0 of its/);
    expect(checkPlan(problem, { ...plan, flows: flowing.flows! }).join()).toMatch(/single_source/);
  });
});

describe("a plan within capacities and money", () => {
  const base = randomProblem({ kind: "capacitated_mclp", points: 24, sites: 9, p: 3, radius: 0.45, seed: 5 });
  const problem: LocationProblem = {
    ...base,
    capacity: Float64Array.from({ length: 9 }, (_, j) => (j === 0 ? Infinity : 120)),
    siteCost: Float64Array.from({ length: 9 }, (_, j) => (j === 0 ? 700 : 100 + 10 * j)),
    budget: 400,
  };
  const changed = (plan: Solution, at: number, flow: readonly [number, number, number]): Solution => ({
    ...plan,
    flows: plan.flows!.map((known, k) => (k === at ? flow : known)),
  });

  it("holds as it is, and each planted error is found", async () => {
    const plan = await planOf(problem);
    expect(checkPlan(problem, plan)).toEqual([]);
    const [i, j, amount] = plan.flows![0]!;
    const closed = Array.from({ length: 9 }, (_, site) => site).find((site) => !plan.open.includes(site))!;
    const wrongly = (other: Solution, asked = problem): string => checkPlan(asked, other).join();
    expect(wrongly(changed(plan, 0, [i, closed, amount]))).toMatch(/which is closed/);
    expect(wrongly(changed(plan, 0, [i, j, amount + 500]))).toMatch(/its capacity is 120|sends \d+ of its/);
    expect(wrongly(changed(plan, 0, [i, j, amount - 1]))).toMatch(/the objective is/);
    expect(wrongly(plan, { ...problem, budget: 150 })).toMatch(/the sites cost \d+: there is 150/);
    expect(wrongly(plan, { ...problem, p: 1 })).toMatch(/at most 1 were to be/);
    expect(wrongly({ ...plan, bound: plan.objective - 1 })).toMatch(/wrong side/);
    expect(wrongly({ ...plan, bound: plan.objective + 1 })).toMatch(/said to be proven/);
    const groups = Int32Array.from({ length: 24 }, (_, at) => at % 3);
    expect(wrongly(plan, { ...problem, groups, floors: new Map([[1, 1]]) })).toMatch(
      /the floor of group 1 is broken/,
    );
    const worse = await planOf({ ...problem, forbidden: [...plan.open].slice(0, 2) });
    expect(worse.objective).toBeLessThan(plan.objective);
    expect(wrongly(worse)).toMatch(/the bound .* is wrong: sites/);
  });

  it("is refused where a smaller share than the largest is said to be proven", async () => {
    const groups = Int32Array.from({ length: 24 }, (_, at) => at % 3);
    const fair: LocationProblem = { ...base, kind: "max_min_mclp", groups, radius: 250, p: 2 };
    const plan = await planOf(fair);
    expect(checkPlan(fair, plan)).toEqual([]);
    expect(plan.objective).toBeLessThan(1);
    expect(checkPlan(fair, { ...plan, objective: 0.99, bound: 0.99 }).join()).toMatch(/the objective is/);
    const worse = await planOf({ ...fair, p: 1 });
    expect(checkPlan(fair, worse).join()).toMatch(/the bound .* is wrong: sites/);
  });
});

describe("a plan for money", () => {
  const problem: BudgetProblem = {
    projects: [
      { id: "a", group: "g", fund: "roads", options: [{ option: null, cost: 5, benefit: 9 }] },
      {
        id: "b",
        group: "g",
        fund: null,
        options: [
          { option: "small", cost: 2, benefit: 3 },
          { option: "large", cost: 4, benefit: 7 },
        ],
      },
      { id: "c", group: "h", fund: "schools", options: [{ option: null, cost: 3, benefit: 2 }] },
    ],
    budgets: new Map([
      ["roads", 6],
      ["schools", 5],
    ]),
    floors: new Map([["h", 2]]),
    nodeLimit: null,
  };
  const solved = async (): Promise<BudgetPlan> => (await solveBudget(problem)) as BudgetPlan;

  it("chooses one option, pays from the fund that may, and meets the floor", async () => {
    const plan = await solved();
    expect(plan).toMatchObject({ benefit: 14, cost: 10, isProven: true });
    expect(plan.chosen.map(({ id, option, fund }) => [id, option, fund])).toEqual([
      ["a", null, "roads"],
      ["b", "small", "schools"],
      ["c", null, "schools"],
    ]);
    expect(checkBudget(problem, plan)).toEqual([]);
  });

  it.each<[string, (plan: BudgetPlan) => BudgetPlan, RegExp]>([
    [
      "overspent",
      (plan) => ({ ...plan, chosen: plan.chosen.map((choice) => ({ ...choice, fund: "roads" })) }),
      /fund "roads" pays 10/,
    ],
    [
      "paid by another fund",
      (plan) => ({
        ...plan,
        chosen: plan.chosen.map((choice) => (choice.id === "c" ? { ...choice, fund: "roads" } : choice)),
      }),
      /only schools may/,
    ],
    ["below a floor", (plan) => ({ ...plan, chosen: plan.chosen.slice(0, 2) }), /floor of group h/],
    ["with another benefit", (plan) => ({ ...plan, benefit: 15, bound: 15 }), /the benefit is not 15/],
    ["with a bound below", (plan) => ({ ...plan, bound: 13 }), /below the benefit/],
    ["proven too early", (plan) => ({ ...plan, bound: 20 }), /said to be proven/],
    [
      "with a project twice",
      (plan) => ({ ...plan, chosen: [...plan.chosen, plan.chosen[0]!] }),
      /chosen twice/,
    ],
    [
      "with a made-up cost",
      (plan) => ({ ...plan, chosen: plan.chosen.map((choice) => ({ ...choice, cost: 1 })) }),
      /costs 5 and brings 9/,
    ],
  ])("is refused when it is %s", async (_, change, message) => {
    expect(checkBudget(problem, change(await solved())).join("; ")).toMatch(message);
  });
});
