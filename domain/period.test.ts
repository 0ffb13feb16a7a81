import { expect, test } from "vitest";
import { comparePeriods, isPeriod, periodSpan } from "./period.ts";

test("years, halves, quarters and months sort by their first month, the longer span last", () => {
  const labels = ["2020", "2019-07", "2019Q3", "2019", "2019H2", "2019Q1"];
  expect(labels.sort(comparePeriods)).toEqual(["2019Q1", "2019", "2019-07", "2019Q3", "2019H2", "2020"]);
});

test("a malformed period is named in the error", () => {
  expect(isPeriod("2019Q5")).toBe(false);
  expect(() => periodSpan("19")).toThrow('malformed period "19"');
});
