import { describe, expect, test } from "vitest";
import { povertyIndices, sumGaps, wattsIndex } from "./foster_greer_thorbecke.ts";
import { gini, lorenzCurve } from "./inequality.ts";

// Eight records against a line of 4,000 yuan; exact rationals.
const INCOMES = [1200, 3999, 4000, 4001, 2000, 8000, 500, 3000];
const WEIGHTS = [4, 3, 5, 2, 6, 4, 1, 3];
const records = (incomes: readonly number[], weights?: readonly number[]) =>
  incomes.map((income, i) => ({ income, weight: weights?.[i] ?? 1 }));
const all = records(INCOMES, WEIGHTS);

test("P0, P1, P2 and the gap in yuan; an income equal to the line is not poor", () => {
  const sums = sumGaps(all, 4000);
  expect(sums).toMatchObject({ persons: 28, poorPersons: 17, gap: 29703 });
  const indices = povertyIndices(sums, 4000)!;
  expect(indices.p0).toBe(17 / 28);
  expect(indices.p1).toBe(29703 / 112000);
  expect(indices.p2).toBe(70610003 / 448000000);
  expect(indices.p1 * 4000 * sums.persons).toBeCloseTo(sums.gap, 9);
  expect(wattsIndex(all, 4000)).toBeCloseTo(0.4256432911951508, 14);
});

test("groups add up by population", () => {
  const inA = (_: unknown, i: number): boolean => [0, 1, 2, 6].includes(i);
  const a = sumGaps(all.filter(inA), 4000);
  const b = sumGaps(
    all.filter((r, i) => !inA(r, i)),
    4000,
  );
  expect(povertyIndices(a, 4000)).toMatchObject({ p0: 8 / 13, p1: 0.28275 });
  expect(povertyIndices(b, 4000)).toEqual({ p0: 0.6, p1: 0.25, p2: 0.1125 });
  expect(a.gap + b.gap).toBe(29703);
});

describe("the Gini index", () => {
  test.each([
    ["all equal", [5, 5, 5], undefined, 0],
    ["one has all", [0, 0, 0, 100], undefined, 3 / 4],
    ["simple", [1, 2, 3, 4, 10], undefined, 2 / 5],
    ["weighted", [1, 2, 3, 4, 10], [3, 1, 2, 2, 1], 104 / 261],
    ["with the line's data", INCOMES, WEIGHTS, 877927 / 2752372],
    ["of one person", [7], undefined, 0],
  ] as const)("%s", (_, incomes, weights, expected) => {
    expect(gini(records(incomes, weights))).toBeCloseTo(expected, 14);
  });

  test("is null without persons or income, and refuses negative incomes", () => {
    expect(gini([])).toBeNull();
    expect(gini(records([0, 0]))).toBeNull();
    expect(() => gini(records([5, -1]))).toThrow("income -1 is negative");
  });
});

test("the Lorenz curve runs from nothing to all", () => {
  const points = lorenzCurve(records([1, 2, 3, 4, 10]));
  expect(points.map(([, income]) => income)).toEqual([0, 0.05, 0.15, 0.3, 0.5, 1]);
  expect(points.map(([people]) => people)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});
