import { expect, test } from "vitest";
import type { AreaValue } from "#domain/contract/values";
import { figureUnderName } from "./figure_under_name.ts";

const row = (area: Partial<AreaValue>) => ({ area: { code: "1", names: {}, ...area } as AreaValue });
const words = { difference: (change: number): string => `${change > 0 ? "+" : "−"}${Math.abs(change)}` };

test("the change of an area stands under its name", () => {
  expect(figureUnderName(row({ value: 0.005 }), "index", words)).toBe("+0.005");
  expect(figureUnderName(row({ value: -0.02, reliability: "full-count" }), "index", words)).toBe("−0.02");
});

test.each([
  ["no change is shown", row({ value: 0.005 }), null],
  ["the area has no value", row({ missing: "not-surveyed" }), "index"],
  ["nothing is known of the area", undefined, "index"],
  ["the change cannot be told from none", row({ value: 0.005, reliability: "unreliable" }), "index"],
] as const)("nothing stands there where %s", (_, area, unit) => {
  expect(figureUnderName(area, unit, words)).toBe("");
});
