// Whether figures come from a sample is what the tables say.

import { expect, it } from "vitest";
import type { SampleOfTable } from "#domain/dataset";
import { INDICATORS } from "#domain/registry/index";
import type { BatchRow } from "./release_inputs.ts";
import { sampledFigures } from "./sampling.ts";

const batch = (measures: string[], periods: string[], sample: SampleOfTable | null = null): BatchRow => ({
  id: 1,
  tableId: "t",
  checksum: "",
  fileName: "t.csv",
  department: {},
  reportingDate: null,
  priority: 0,
  level: "village",
  measures,
  periods,
  sample,
});
const INCOME = INDICATORS.find(({ id }) => id === "headcount_ratio")!;
const MPI = INDICATORS.find(({ id }) => id === "mpi")!;
const SIZES = batch(["surveyed_households", "survey_frame_households"], ["2020"]);

it("takes a table for a full count that brings no size of a sample and does not say that it is one", () => {
  expect(sampledFigures(INCOME, [batch(["poor_persons", "persons"], ["2020"])])).toEqual({
    sampling: undefined,
    sampledIn: [],
  });
});

it("takes it for a sample in the periods for which the size of one is reported", () => {
  const census = batch(["poor_persons"], ["2019", "2020"]);
  expect(sampledFigures(INCOME, [census, SIZES])).toEqual({ sampling: INCOME.sampling, sampledIn: ["2020"] });
  expect(sampledFigures(INCOME, [{ ...census, sample: false }, SIZES]).sampling).toBeUndefined();
});

it("takes any figure for one from a sample whose table says so, by the measures that it names", () => {
  const table = batch(["deprivation_points"], ["2021"], { sample: "asked", population: "known" });
  expect(sampledFigures({ ...MPI, numerator: { deprivation_points: 1 } }, [table])).toEqual({
    sampling: { sample: "asked", population: "known" },
    sampledIn: ["2021"],
  });
  expect(sampledFigures(INCOME, [batch(["poor_persons"], ["2021"], true)])).toEqual({
    sampling: INCOME.sampling,
    sampledIn: ["2021"],
  });
});
