import { describe, expect, it } from "vitest";
import { InputError } from "#analysis/problem";
import { readBudgetProblem } from "./budget_input.ts";
import { readLocationProblem } from "./input.ts";

const GOOD = {
  problem: "p_median",
  demand: [1, 2],
  sites: 2,
  cost: [
    [0, 1],
    [1, null],
  ],
  p: 1,
};

describe("a location problem in a file", () => {
  it("is read with null as no way, and with the demand as weight", () => {
    const problem = readLocationProblem(GOOD);
    expect([...problem.cost]).toEqual([0, 1, 1, Infinity]);
    expect([...problem.weight]).toEqual([1, 2]);
  });

  it("is read from edges, of which a repeated one overrides the earlier", () => {
    const { cost, sites } = readLocationProblem({
      problem: "p_median",
      demand: [1, 1, 1],
      nodes: 3,
      edges: [
        [0, 1, 2],
        [1, 2, 2],
        [1, 0, 9],
      ],
      p: 1,
    });
    expect(sites).toBe(3);
    expect([...cost]).toEqual([0, 9, 11, 9, 0, 2, 11, 2, 0]);
  });

  it.each<[string, Record<string, unknown>, string | RegExp]>([
    ["an unknown key", { colour: 1 }, /unknown key "colour": known are problem, demand, sites/],
    ["a ragged row", { cost: [[0, 1], [1]] }, "cost[1] has 1 numbers: there are 2 sites"],
    ["a missing row", { cost: [[0, 1]] }, "cost has 1 rows: there are 2 points"],
    [
      "a negative cost",
      {
        cost: [
          [0, 1],
          [-1, 2],
        ],
      },
      "cost[1][0] is -1: a number of 0 or more, or null for no way",
    ],
    [
      "text for a cost",
      {
        cost: [
          [0, 1],
          ["1", 2],
        ],
      },
      'cost[1][0] is "1": a number of 0 or more',
    ],
    ["a negative demand", { demand: [1, -2] }, "demand[1] is -2: a number of 0 or more"],
    ["a demand beyond exact sums", { demand: [1, 1e308] }, "demand[1] is 1e+308: at most 1000000000000000"],
    [
      "a cost that stands for no way",
      {
        cost: [
          [0, 1],
          [1e300, 2],
        ],
      },
      "cost[1][0] is 1e+300: at most 1000000000000000, or null for no way",
    ],
    ["no demand", { demand: undefined }, "demand is missing"],
    ["a ragged weight", { weight: [1] }, "weight has 1 numbers: there are 2 points"],
    ["p of 0", { p: 0 }, "p is 0: "],
    ["p of 1.5", { p: 1.5 }, "p is 1.5: "],
    ["p beyond the sites", { p: 3 }, "p is 3: there are 2 sites"],
    ["no p", { p: undefined }, "p is missing"],
    ["no radius", { problem: "mclp" }, "radius is missing"],
    ["no capacity", { problem: "capacitated_p_median" }, "capacity is missing"],
    ["a negative capacity", { problem: "capacitated_p_median", capacity: [1, -1] }, "capacity[1] is -1"],
    ["a capacity of no use", { capacity: [1, 1] }, "capacity is of no use in p_median"],
    ["money of no use", { budget: 5, site_cost: [1, 1] }, "site_cost is of no use in p_median"],
    ["a budget without prices", { problem: "budgeted_mclp", radius: 1, budget: 5 }, "site_cost is missing"],
    [
      "prices without a budget",
      { problem: "budgeted_mclp", radius: 1, site_cost: [1, 1] },
      "budget is missing",
    ],
    ["no budget", { problem: "budgeted_mclp", radius: 1 }, "budget is missing: the money for all sites"],
    [
      "nothing that limits",
      { problem: "max_min_mclp", p: undefined, radius: 1, groups: [0, 1] },
      "p is missing",
    ],
    ["no groups", { problem: "max_min_mclp", radius: 1 }, "groups is missing"],
    [
      "half a pupil",
      { problem: "max_min_mclp", radius: 1, groups: [0, 1], demand: [1, 1.5] },
      "demand[1] is 1.5: a whole number",
    ],
    [
      "weight beside demand",
      { problem: "capacitated_mclp", radius: 1, capacity: [1, null], weight: [1, 1] },
      "weight is of no use in capacitated_mclp",
    ],
    [
      "no number as capacity",
      { problem: "capacitated_mclp", radius: 1, capacity: [1, "x"] },
      'capacity[1] is "x": a number of 0 or more',
    ],
    ["a fixed site that is none", { fixed: [0, 2] }, "fixed[1] is 2: a site from 0 to 1"],
    ["a site fixed twice", { fixed: [0, 0] }, "fixed[1] is 0, which is there already"],
    [
      "a site fixed and forbidden",
      { fixed: [0], forbidden: [0] },
      "site 0 is both in fixed and in forbidden",
    ],
    ["floors without groups", { radius: 1, floors: { 0: 0.5 } }, "floors need groups"],
    [
      "a floor of no group",
      { radius: 1, groups: [0, 1], floors: { 2: 0.5 } },
      "floors.2 is no group: known are 0, 1",
    ],
    ["a floor above 1", { radius: 1, groups: [0, 1], floors: { 1: 1.5 } }, "floors.1 is 1.5: "],
    ["floors without a radius", { groups: [0, 1], floors: { 1: 0.5 } }, "floors need radius"],
    ["edges beside costs", { edges: [[0, 1, 1]], nodes: 2 }, "either cost or edges"],
    [
      "an edge to nowhere",
      {
        cost: undefined,
        sites: undefined,
        nodes: 2,
        edges: [
          [0, 1, 1],
          [0, 2, 1],
        ],
      },
      "edges[1][1] is 2: a node from 0 to 1",
    ],
    [
      "a negative edge",
      { cost: undefined, sites: undefined, nodes: 2, edges: [[0, 1, -1]] },
      "edges[0][2] is -1: a number of 0 or more",
    ],
  ])("is refused with %s", (_, change, message) => {
    const content = Object.fromEntries(
      Object.entries({ ...GOOD, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(() => readLocationProblem(content)).toThrow(InputError);
    expect(() => readLocationProblem(content)).toThrow(message);
  });
});

describe("a budget in a file", () => {
  const good = { problem: "budget", projects: [{ id: "a", cost: 1, benefit: 2, group: "g" }], budget: 1 };

  it.each<[string, Record<string, unknown>, string]>([
    ["a negative cost", { projects: [{ id: "a", cost: -1, benefit: 2 }] }, "projects[0].cost is -1: "],
    [
      "a cost that is no number",
      { projects: [{ id: "a", cost: null, benefit: 2 }] },
      "projects[0].cost is null: ",
    ],
    ["no benefit", { projects: [{ id: "a", cost: 1 }] }, "projects[0].benefit is missing"],
    [
      "an unknown key",
      { projects: [{ id: "a", cost: 1, benefit: 1, colour: 1 }] },
      'unknown key "colour" of projects[0]',
    ],
    [
      "an id twice",
      { projects: [good.projects[0], good.projects[0]] },
      'projects[1].id is "a", which is the id of projects[0] too',
    ],
    ["a cost beyond exact sums", { projects: [{ id: "a", cost: 1e16, benefit: 2 }] }, "projects[0].cost is "],
    [
      "a benefit beyond exact sums",
      { projects: [{ id: "a", cost: 1, benefit: 1e16 }] },
      "projects[0].benefit is ",
    ],
    ["a budget beyond exact sums", { budget: 1e16 }, "budget is 10000000000000000: "],
    ["a need beyond exact sums", { need: { g: 1e16 } }, "need.g is "],
    ["no project", { projects: [] }, "projects is []: there is no project to choose from"],
    ["no money", { budget: undefined }, "either budget or budgets"],
    [
      "an unknown fund",
      {
        budget: undefined,
        budgets: { roads: 1 },
        projects: [{ id: "a", cost: 1, benefit: 1, fund: "schools" }],
      },
      'projects[0].fund is "schools": known are roads',
    ],
    ["a floor of no group", { floors: { h: 1 } }, "floors.h is no group: known are g"],
  ])("is refused with %s", (_, change, message) => {
    const content = Object.fromEntries(
      Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(() => readBudgetProblem(content)).toThrow(message);
  });
});
