import { expect, it } from "vitest";
import { elapsedShare } from "./period_elapsed.ts";

it("says how much of a year or a quarter is over at the end of a day", () => {
  expect(elapsedShare("2022", "2022-12-31")).toBe(1);
  expect(elapsedShare("2022", "2023-01-20")).toBe(1);
  expect(elapsedShare("2022", "2021-06-01")).toBe(0);
  expect(elapsedShare("2022", "2022-06-30")).toBeCloseTo(181 / 365, 10);
  expect(elapsedShare("2022Q2", "2022-04-30")).toBeCloseTo(30 / 91, 10);
});
