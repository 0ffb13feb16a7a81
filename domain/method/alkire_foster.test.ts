import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accumulate, deprivationScheme, shapleyChange } from "./alkire_foster.ts";
import {
  addAccumulators,
  gapMeasure,
  multidimensionalPoverty,
} from "#domain/method/reference/multidimensional_poverty";
import type { Household } from "./alkire_foster.ts";
import { GOLDEN_COUNTY, GOLDEN_WEIGHTS } from "./fixtures/golden_county.ts";

// Alkire & Foster (2011), the 4 × 4 example: deprived when x < z, equal weights. Exact rationals.
const ACHIEVEMENTS = [
  [13.1, 14, 4, 1],
  [15.2, 7, 5, 0],
  [12.5, 10, 1, 0],
  [20, 11, 3, 1],
];
const LINES = [13, 12, 3, 1];
const people: Household[] = ACHIEVEMENTS.map((row) => ({
  persons: 1,
  deprived: row.map((x, j) => x < LINES[j]!),
}));

describe("the 4 × 4 example", () => {
  const cases = [
    {
      k: 1,
      h: 3 / 4,
      a: 7 / 12,
      m0: 7 / 16,
      m1: 263 / 1248,
      m2: 32297 / 194688,
      phi: [1 / 7, 3 / 7, 1 / 7, 2 / 7],
    },
    {
      k: 2,
      h: 1 / 2,
      a: 3 / 4,
      m0: 3 / 8,
      m1: 171 / 832,
      m2: 21475 / 129792,
      phi: [1 / 6, 1 / 3, 1 / 6, 1 / 3],
    },
    { k: 3, h: 1 / 4, a: 1, m0: 1 / 4, m1: 73 / 624, m2: 4483 / 48672, phi: [1 / 4, 1 / 4, 1 / 4, 1 / 4] },
    { k: 4, h: 1 / 4, a: 1, m0: 1 / 4, m1: 73 / 624, m2: 4483 / 48672, phi: [1 / 4, 1 / 4, 1 / 4, 1 / 4] },
  ];
  for (const { k, h, a, m0, m1, m2, phi } of cases) {
    test(`with k = ${k}/4`, () => {
      const scheme = deprivationScheme([1, 1, 1, 1], 4, k);
      const result = multidimensionalPoverty(accumulate(people, scheme), scheme);
      expect(result).toMatchObject({ headcountRatio: h, intensity: a, mpi: m0, contributions: phi });
      expect(result.rawHeadcounts).toEqual([1 / 4, 3 / 4, 1 / 4, 1 / 2]);
      expect(gapMeasure(ACHIEVEMENTS, LINES, k, 1)).toBeCloseTo(m1, 14);
      expect(gapMeasure(ACHIEVEMENTS, LINES, k, 2)).toBeCloseTo(m2, 14);
    });
  }
});

// Fifteen households of five villages; exact rationals.
const scheme18 = deprivationScheme(GOLDEN_WEIGHTS, 18, 6);
const village = (id: string) =>
  accumulate(
    GOLDEN_COUNTY.filter(([v]) => v === id).map(([, persons, bits]) => ({
      persons,
      deprived: [...bits].map((b) => b === "1"),
    })),
    scheme18,
  );

test("villages add up to the county to the last person, and are divided once", () => {
  const villages = ["V1", "V2", "V3", "V4", "V5"].map(village);
  const county = addAccumulators(villages, scheme18);
  expect(county).toEqual({
    persons: 55,
    incomplete: 0,
    poorPersons: 29,
    censoredScore: 238,
    raw: [16, 11, 15, 19, 10, 21],
    censored: [16, 8, 13, 15, 8, 12],
  });
  const { mpi, intensity } = multidimensionalPoverty(county, scheme18);
  expect(mpi).toBe(238 / (18 * 55));
  expect(intensity).toBe(238 / (18 * 29));
});

test("the mean of village M0 and the mean of village A are not the county's", () => {
  const each = ["V1", "V2", "V3", "V4", "V5"].map((id) => multidimensionalPoverty(village(id), scheme18));
  const mean = (values: readonly (number | null)[]): number => {
    const numbers = values.filter((value) => value !== null);
    return numbers.reduce((a, b) => a + b, 0) / numbers.length;
  };
  const county = multidimensionalPoverty(
    addAccumulators(["V1", "V2", "V3", "V4", "V5"].map(village), scheme18),
    scheme18,
  );
  expect(mean(each.map(({ mpi }) => mpi))).toBeCloseTo(0.2535, 4);
  expect(county.mpi).toBeCloseTo(0.2404, 4);
  expect(mean(each.map(({ intensity }) => intensity))).toBeCloseTo(0.4815, 4);
  expect(county.intensity).toBeCloseTo(0.4559, 4);
});

test("a score equal to the cut-off is poor, and one below is not", () => {
  const exact = (bits: string) =>
    accumulate([{ persons: 1, deprived: [...bits].map((b) => b === "1") }], scheme18).poorPersons;
  expect(exact("000101")).toBe(1);
  expect(exact("000100")).toBe(0);
});

test("nobody poor gives A null and M0 zero, nobody at all gives null throughout", () => {
  expect(multidimensionalPoverty(village("V4"), scheme18)).toMatchObject({
    headcountRatio: 0,
    mpi: 0,
    intensity: null,
    contributions: null,
  });
  expect(multidimensionalPoverty(accumulate([], scheme18), scheme18)).toMatchObject({
    headcountRatio: null,
    mpi: null,
    intensity: null,
  });
});

test("a household with anything unknown is left out and counted", () => {
  const sums = accumulate([{ persons: 4, deprived: [true, null, false, false, false, false] }], scheme18);
  expect(sums).toMatchObject({ persons: 0, incomplete: 4, poorPersons: 0 });
});

test("weights that do not sum to the whole are refused", () => {
  expect(() => deprivationScheme([6, 2, 2, 4, 2, 1], 18, 6)).toThrow("weights sum to 17, expected 18");
  expect(() => deprivationScheme([0.5, 0.5], 1, 1)).toThrow("weight 0.5 is not a positive integer");
});

test("however households are split into areas, the areas add up to the whole", () => {
  const household = fc.record({
    persons: fc.integer({ min: 1, max: 12 }),
    deprived: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(household, { maxLength: 20 }), { maxLength: 8 }), (areas) => {
      const parts = areas.map((households) => accumulate(households, scheme18));
      expect(addAccumulators(parts, scheme18)).toEqual(accumulate(areas.flat(), scheme18));
    }),
  );
});

test("incidence and intensity split a change of M0 without rest", () => {
  const split = shapleyChange(
    { headcountRatio: 0.5, intensity: 0.75 },
    { headcountRatio: 0.25, intensity: 0.5 },
  );
  expect(split).toEqual({ incidence: -0.15625, intensity: -0.09375 });
  expect(split.incidence + split.intensity).toBe(0.25 * 0.5 - 0.5 * 0.75);
});
