import { expect, test } from "vitest";
import { againstNorm, isAgainstNorm, meetsNorm, normOf } from "./against_norm.ts";
import { defaultView, withPatch } from "./view.ts";

const norm = { value: 19, label: { en: "19 pupils" } };
const ratio = { norm, polarity: "higher-is-worse" } as const;
const coverage = { norm: { value: 1, label: { en: "all" } }, polarity: "higher-is-better" } as const;
const view = defaultView({ language: "en", theme: "light" });

test("a map against the norm is recognised, and ends with another indicator", () => {
  const against = withPatch(view, againstNorm(19));
  expect(isAgainstNorm(against, ratio)).toBe(true);
  expect(isAgainstNorm(against, coverage)).toBe(false);
  expect(isAgainstNorm(view, ratio)).toBe(false);
  expect(isAgainstNorm(withPatch(against, { breaks: [10, 19] }), ratio)).toBe(false);
  expect(isAgainstNorm(withPatch(against, { indicator: "clinic_coverage" }), coverage)).toBe(false);
});

test("an indicator without a norm, or without a good side, has none", () => {
  expect(normOf({ polarity: "higher-is-worse" })).toBeNull();
  expect(normOf({ norm, polarity: "neutral" })).toBeNull();
  expect(normOf(ratio)).toBe(19);
});

test("what is exactly asked for meets the norm, on either side", () => {
  expect([18, 19, 20].map((value) => meetsNorm(value, 19, ratio))).toEqual([true, true, false]);
  expect([0.99, 1].map((value) => meetsNorm(value, 1, coverage))).toEqual([false, true]);
});
