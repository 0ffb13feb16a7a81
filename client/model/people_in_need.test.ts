import { expect, it } from "vitest";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { peopleInNeedOf } from "./people_in_need.ts";

const indicators = INDICATORS.map((indicator) => ({
  ...indicator,
  formula: "",
  periods: [],
  sources: [],
})) as CatalogIndicator[];
const catalog = { indicators, measures: [...MEASURES] };
const of = (id: string) =>
  peopleInNeedOf(
    indicators.find((indicator) => indicator.id === id)!,
    catalog,
  );

it("counts what the shown indicator counts, when more of it is worse", () => {
  expect(of("headcount_ratio")?.measure.id).toBe("poor_persons");
  expect(of("far_from_school_share")?.measure.id).toBe("far_day_pupils");
  expect(of("teacher_shortage")?.measure.id).toBe("teacher_shortage");
});

it("counts people in need for an indicator that counts no need of its own", () => {
  for (const id of ["net_income_per_person", "help_plan_coverage", "school_travel_time"])
    expect(of(id)?.measure.unit, id).toBe("persons");
});

it("counts nothing where the release counts no people", () => {
  expect(peopleInNeedOf(indicators[0]!, { indicators: [], measures: [] })).toBeNull();
});
