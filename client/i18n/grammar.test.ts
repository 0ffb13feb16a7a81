import { expect, it } from "vitest";
import { lower } from "./en/grammar.ts";
import { panels } from "./en/panels.ts";

it("lowers words for the middle of a sentence, but neither symbols nor units behind a number", () => {
  expect(lower("Villages with a Clinic")).toBe("villages with a clinic");
  expect(lower("Poverty index M0 and E2SFCA")).toBe("poverty index M0 and E2SFCA");
  expect(lower("A down-link of 100 Mbps or more")).toBe("a down-link of 100 Mbps or more");
});

it("counts one in the singular", () => {
  const { withUnit } = panels.panels;
  expect([withUnit("1", "pupils"), withUnit("21", "pupils"), withUnit("7", "")]).toEqual([
    "1 pupil",
    "21 pupils",
    "7",
  ]);
});
