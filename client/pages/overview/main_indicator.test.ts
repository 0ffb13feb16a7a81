import { expect, it } from "vitest";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { POOR, mainIndicator } from "./main_indicator.ts";

const catalogOf = (ids: readonly string[]) => ({
  indicators: ids.map((id) => INDICATORS.find((known) => known.id === id) as CatalogIndicator),
  measures: [...MEASURES],
});

it("speaks of multidimensional poverty, else of the first share of people or households in need", () => {
  expect(mainIndicator(catalogOf(["unsafe_water_share", POOR]))?.id).toBe(POOR);
  expect(mainIndicator(catalogOf(["mpi", "headcount_ratio", "unsafe_water_share"]))?.id).toBe(
    "headcount_ratio",
  );
});

it("has nothing to speak of where only indices or supply are known", () => {
  expect(mainIndicator(catalogOf(["mpi", "pupil_teacher_ratio"]))).toBeNull();
  expect(mainIndicator(catalogOf([]))).toBeNull();
});
