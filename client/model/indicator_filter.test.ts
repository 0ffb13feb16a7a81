import { expect, it } from "vitest";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { INDICATORS } from "#domain/registry/index";
import { filterIndicators } from "./indicator_filter.ts";

const all = INDICATORS.map((indicator) => ({
  ...indicator,
  formula: "",
  periods: [],
  sources: [],
})) as CatalogIndicator[];
const find = (words: string, lens: string | null = null, theme: string | null = null): string[] =>
  filterIndicators(all, { words, lens, theme }).map(({ id }) => id);

it("finds by name in either language, by symbol, by id, whatever the case", () => {
  for (const words of ["pupil–teacher", "PUPIL–TEACHER", "生师比", "pupil_teacher_ratio"])
    expect(find(words)).toContain("pupil_teacher_ratio");
  expect(find("M0")[0]).toBe("mpi");
});

it("wants every word, in any order", () => {
  expect(find("school time")).toContain("school_travel_time");
  expect(find("time school")).toEqual(find("school time"));
  expect(find("school qqq")).toEqual([]);
});

it("keeps to lens and theme, and gives everything for nothing", () => {
  expect(find("")).toHaveLength(all.length);
  expect(find("", "help", "education")).toEqual(["education_aid_take_up", "yulu_payment_rate"]);
});
