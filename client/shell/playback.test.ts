import { expect, it } from "vitest";
import { nextStep } from "./playback.ts";

it("goes on to the next period that has data, also from one that has none", () => {
  const withData = ["2014", "2016", "2019"];
  expect(nextStep(withData, "2014")).toBe("2016");
  expect(nextStep(withData, "2017")).toBe("2019");
});

it("ends after the last", () => {
  expect(nextStep(["2014", "2016"], "2016")).toBeNull();
  expect(nextStep([], "2016")).toBeNull();
});
