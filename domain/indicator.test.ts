import { expect, test } from "vitest";
import { divide, findIndicator, formatTerm, indicatorSchema, isAboveWhole, measuresOf } from "./indicator.ts";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import type { Term } from "./indicator.ts";
import { LENSES } from "./lens.ts";
import { measureSchema } from "./measure.ts";
import { DEPRIVATIONS, DEPRIVATION_TOTAL, POVERTY_CUTOFF } from "#domain/registry/multidimensional";
import { deprivationScheme } from "./method/alkire_foster.ts";
import { languagesOf } from "./text.ts";

const measureIds = new Set(MEASURES.map(({ id }) => id));
const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));
const sum = (term: Term, counts: Record<string, number>): number =>
  Object.entries(term).reduce((total, [measure, weight]) => total + weight * counts[measure]!, 0);

test("every row of the registry keeps its schema, has both languages and uses known measures", () => {
  for (const measure of MEASURES) expect(() => measureSchema.parse(measure)).not.toThrow();
  for (const indicator of INDICATORS) {
    expect(() => indicatorSchema.parse(indicator)).not.toThrow();
    expect(languagesOf(indicator.label)).toEqual(["en", "zh"]);
    for (const measure of measuresOf(indicator)) expect(measureIds, indicator.id).toContain(measure);
    if (indicator.partOf) expect(byId.has(indicator.partOf)).toBe(true);
  }
  expect(byId.size).toBe(INDICATORS.length);
});

test("a former id leads to one indicator, and an id of today is never a former one", () => {
  const former = INDICATORS.flatMap(({ formerly = [] }) => formerly);
  expect(new Set(former).size).toBe(former.length);
  expect(former.filter((id) => byId.has(id))).toEqual([]);
  // The ids of the first registry that are no more.
  for (const [was, is] of [
    ["contribution_schooling", "contribution_years_of_schooling"],
    ["contribution_health", "contribution_long_illness"],
    ["contribution_work", "contribution_labour"],
    ["mpi", "mpi"],
  ])
    expect(findIndicator(INDICATORS, was!)?.id).toBe(is);
  expect(findIndicator(INDICATORS, "schooling")).toBeUndefined();
});

test("every lens has its default indicator in the registry", () => {
  for (const [id, lens] of Object.entries(LENSES)) expect(byId.get(lens.defaultIndicator)?.lens).toBe(id);
});

// 30 people known, 10 poor: 7 without schooling (3), 6 ill (3), 4 without insurance (3), 5 without safe water (2):
// S = 3 × 17 + 2 × 5 = 61, H = 1/3, A = 61/180, M0 = 61/540.
test("H, A and M0 come from people and weighted deprivations, M0 = H × A, and contributions sum to 1", () => {
  const counts: Record<string, number> = {
    ...Object.fromEntries(DEPRIVATIONS.map(({ id }) => [`poor_persons_deprived_in_${id}`, 0])),
    deprivation_scored_persons: 30,
    multidimensionally_poor_persons: 10,
    poor_persons_deprived_in_years_of_schooling: 7,
    poor_persons_deprived_in_long_illness: 6,
    poor_persons_deprived_in_medical_insurance: 4,
    poor_persons_deprived_in_safe_water: 5,
  };
  const value = (id: string): number => {
    const indicator = byId.get(id)!;
    return divide(sum(indicator.numerator, counts), sum(indicator.denominator!, counts)).value;
  };
  expect(value("multidimensional_headcount_ratio")).toBe(1 / 3);
  expect(value("intensity")).toBe(61 / 180);
  expect(value("mpi")).toBe(61 / 540);
  const parts = INDICATORS.filter(({ partOf }) => partOf === "mpi");
  expect(parts).toHaveLength(DEPRIVATIONS.length);
  expect(parts.reduce((total, { numerator }) => total + sum(numerator, counts), 0)).toBe(61);
  for (const { denominator } of parts) expect(sum(denominator!, counts)).toBe(61);
});

test("the weights are a deprivation scheme in three equal dimensions, and k is one of them", () => {
  const weights: number[] = DEPRIVATIONS.map(({ weight }) => weight);
  expect(deprivationScheme(weights, DEPRIVATION_TOTAL, POVERTY_CUTOFF)).toMatchObject({
    total: 18,
    cutoff: 6,
  });
  expect(
    [weights.slice(0, 2), weights.slice(2, 4), weights.slice(4)].map((of) => of.reduce((a, b) => a + b)),
  ).toEqual([6, 6, 6]);
});

test("nothing over nothing does not apply, zero over something is zero", () => {
  expect(divide(0, 0).status).toBe(3);
  expect(divide(0, 5)).toEqual({ value: 0, status: 0 });
  expect(divide(7, null)).toEqual({ value: 7, status: 0 });
});

test("a term is written as people write it", () => {
  expect(formatTerm({ a: 1, b: 2, c: -1 })).toBe("a + 2 × b − c");
});

test("a share above 1 is marked, unless it has no whole or its indicator says that it may be", () => {
  const share = { unit: "share", denominator: { persons: 1 } } as const;
  expect(isAboveWhole(share, 1.02)).toBe(true);
  expect(isAboveWhole(share, 1)).toBe(false);
  expect(isAboveWhole({ ...share, mayExceedOne: true }, 1.02)).toBe(false);
  expect(isAboveWhole({ ...share, denominator: null }, 1.02)).toBe(false);
  expect(isAboveWhole({ ...share, unit: "persons" }, 1.02)).toBe(false);
});
