import { expect, test } from "vitest";
import { INDICATORS, divide, formatTerm, indicatorSchema, measuresOf } from "./indicators.ts";
import type { Term } from "./indicators.ts";
import { LENSES } from "./lenses.ts";
import { MEASURES, measureSchema } from "./measures.ts";

const measureIds = new Set(MEASURES.map(({ id }) => id));
const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));
const sum = (term: Term, counts: Record<string, number>): number =>
  Object.entries(term).reduce((total, [measure, weight]) => total + weight * counts[measure]!, 0);

test("every row of the registry keeps its schema, has both languages and uses known measures", () => {
  for (const measure of MEASURES) expect(() => measureSchema.parse(measure)).not.toThrow();
  for (const indicator of INDICATORS) {
    expect(() => indicatorSchema.parse(indicator)).not.toThrow();
    expect(Object.keys(indicator.label).sort()).toEqual(["en", "zh"]);
    for (const measure of measuresOf(indicator)) expect(measureIds, indicator.id).toContain(measure);
    if (indicator.partOf) expect(byId.has(indicator.partOf)).toBe(true);
  }
  expect(byId.size).toBe(INDICATORS.length);
});

test("every lens has its default indicator in the registry", () => {
  for (const [id, lens] of Object.entries(LENSES)) expect(byId.get(lens.defaultIndicator)?.lens).toBe(id);
});

// Four households with 0, 2, 2 and 3 of 4 deprivations: H = 3/4, A = 7/12, M0 = 7/16.
test("H, A and M0 come from counts by number of deprivations, and M0 = H × A", () => {
  const counts = {
    households_deprived_0: 1,
    households_deprived_1: 0,
    households_deprived_2: 2,
    households_deprived_3: 1,
    households_deprived_4: 0,
  };
  const value = (id: string): number => {
    const indicator = byId.get(id)!;
    return divide(sum(indicator.numerator, counts), sum(indicator.denominator!, counts)).value;
  };
  expect(value("multidimensional_headcount_ratio")).toBe(3 / 4);
  expect(value("intensity")).toBe(7 / 12);
  expect(value("mpi")).toBe(7 / 16);
});

test("nothing over nothing does not apply, zero over something is zero", () => {
  expect(divide(0, 0).status).toBe(3);
  expect(divide(0, 5)).toEqual({ value: 0, status: 0 });
  expect(divide(7, null)).toEqual({ value: 7, status: 0 });
});

test("a term is written as people write it", () => {
  expect(formatTerm({ a: 1, b: 2, c: -1 })).toBe("a + 2 × b − c");
});
