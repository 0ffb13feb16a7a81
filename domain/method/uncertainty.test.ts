import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankIntervals, variationClassOf, wilsonInterval } from "./uncertainty.ts";
import { surveyRatio } from "#domain/method/reference/survey_ratio";
import type { SampledUnit } from "#domain/method/reference/survey_ratio";

describe("the Wilson interval", () => {
  // Newcombe (1998), Statistics in Medicine 17:857-872, Table I, method 3.
  test.each([
    [81, 263, 0.2552885198782743, 0.3662095769828001],
    [15, 148, 0.0623863995307363, 0.160487241723308],
    [0, 20, 0, 0.1611251580528193],
    [1, 29, 0.006113214292762653, 0.17175521879320282],
    [29, 29, 0.8830302015002593, 1],
    [0, 1, 0, 0.7934506856227626],
    [1, 1, 0.20654931437723745, 1],
    [5, 10, 0.23659309051256405, 0.763406909487436],
    [3, 7, 0.1582198552514697, 0.7495416354723428],
    [2, 200, 0.0027466581335444384, 0.035721761716176796],
  ])("of %i in %i", (k, n, low, high) => {
    const interval = wilsonInterval(k, n)!;
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  test("narrows for a finite village, and a full count has none", () => {
    expect(wilsonInterval(5, 10, 20)!.low).toBeCloseTo(0.29495169834121027, 12);
    expect(wilsonInterval(3, 30, 60)!.low).toBeCloseTo(0.04635225181047488, 12);
    expect(wilsonInterval(3, 30, 60)!.high).toBeCloseTo(0.20255124461095586, 12);
    expect(wilsonInterval(0, 10, 12)!.low).toBe(0);
    expect(wilsonInterval(0, 10, 12)!.high).toBeCloseTo(0.06528490111708635, 12);
    expect(wilsonInterval(5, 10, 10)).toBeNull();
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  test("refuses what is no proportion", () => {
    expect(() => wilsonInterval(3, 2)).toThrow("3 of 2 is not a proportion");
    expect(() => wilsonInterval(1, 30, 20)).toThrow("sample 30 is larger than its population 20");
  });

  test("holds the estimate, whatever the counts", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const k = Math.round(n * share);
          const { low, high } = wilsonInterval(k, n)!;
          expect(low).toBeLessThanOrEqual(k / n);
          expect(high).toBeGreaterThanOrEqual(k / n);
        },
      ),
    );
  });
});

test("reliability follows the coefficient of variation, and an estimate of 0 has none", () => {
  const se = (p: number, n: number): number => Math.sqrt((p * (1 - p)) / n);
  expect(variationClassOf(0.1, se(0.1, 900))).toBe("publish");
  expect(variationClassOf(0.1, se(0.1, 225))).toBe("caution");
  expect(variationClassOf(0.1, se(0.1, 50))).toBe("unreliable");
  expect(variationClassOf(0, 0)).toBe("undefined");
});

test("ranks are ranges where intervals overlap", () => {
  const intervals = [
    { low: 0.38, high: 0.42 },
    { low: 0.36, high: 0.4 },
    { low: 0.1, high: 0.2 },
    { low: 0.05, high: 0.09 },
  ];
  expect(rankIntervals(intervals)).toEqual([
    { first: 1, last: 2 },
    { first: 1, last: 2 },
    { first: 3, last: 3 },
    { first: 4, last: 4 },
  ]);
});

// 8 clusters in 2 strata; scores over 18, poor from 6. Reference: R survey, Taylor linearisation.
const CLUSTERS: readonly (readonly [
  stratum: number,
  psu: number,
  weight: number,
  scores: readonly number[],
])[] = [
  [1, 1, 10, [0, 6, 9, 3, 0, 12]],
  [1, 2, 12, [6, 6, 0, 2, 9, 0]],
  [1, 3, 8, [18, 6, 8, 0, 3, 1]],
  [1, 4, 11, [0, 0, 2, 6, 4, 0]],
  [2, 5, 9, [9, 12, 6, 6, 0, 8]],
  [2, 6, 14, [0, 3, 2, 6, 0, 0]],
  [2, 7, 7, [6, 0, 0, 15, 9, 6]],
  [2, 8, 13, [2, 0, 0, 6, 3, 0]],
];
const sample = (
  numerator: (score: number) => number,
  denominator: (score: number) => number,
): SampledUnit[] =>
  CLUSTERS.flatMap(([stratum, psu, weight, scores]) =>
    scores.map((score) => ({
      stratum,
      psu,
      weight,
      numerator: numerator(score),
      denominator: denominator(score),
    })),
  );
const isPoor = (score: number): number => (score >= 6 ? 1 : 0);
const censored = (score: number): number => isPoor(score) * (score / 18);

test.each([
  ["H", isPoor, () => 1, 0.398809523809524, 0.0952753290052982],
  ["M0", censored, () => 1, 0.1793430335097, 0.0498661147880824],
  ["A", censored, isPoor, 0.449695964621338, 0.0295089079855981],
] as const)(
  "standard error of %s in a stratified cluster sample",
  (_, numerator, denominator, ratio, standardError) => {
    const result = surveyRatio(sample(numerator, denominator))!;
    expect(Math.abs(result.ratio / ratio - 1)).toBeLessThan(1e-9);
    expect(Math.abs(result.standardError / standardError - 1)).toBeLessThan(1e-9);
    expect(result.degreesOfFreedom).toBe(6);
  },
);

test("a stratum with one cluster is refused", () => {
  expect(() => surveyRatio([{ stratum: "a", psu: 1, weight: 1, numerator: 1, denominator: 1 }])).toThrow(
    "stratum a has one cluster",
  );
});
