import { expect, it } from "vitest";
import { parseBreaks, roundBreaks, writeBreaks } from "./breaks.ts";

it("takes breaks in the unit that is shown, however they are parted", () => {
  expect(parseBreaks("10, 22.5；30", "share")).toEqual([0.1, 0.225, 0.3]);
  expect(parseBreaks("15 30", "minutes")).toEqual([15, 30]);
  expect(parseBreaks("−5，5", "share")).toEqual([-0.05, 0.05]);
  expect(writeBreaks([0.07, 0.225], "share")).toBe("7, 22.5");
  expect(parseBreaks("100", "yuan")).toEqual([10_000]);
});

it("refuses what does not rise, is no number, or is too much", () => {
  for (const wrong of ["", "3, 2", "2, 2", "ten", "1,2,3,4,5", "1e3"])
    expect(parseBreaks(wrong, "index")).toBeNull();
});

it("starts from the present breaks, rounded as far as they stay apart and near", () => {
  expect(roundBreaks([0.0412, 0.0789, 0.1534], "share")).toEqual([0.04, 0.08, 0.15]);
  expect(roundBreaks([0.0411, 0.0414], "share")).toEqual([0.0411, 0.0414]);
  expect(roundBreaks([], "share")).toEqual([0]);
});
