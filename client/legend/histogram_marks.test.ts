import { expect, test } from "vitest";
import type { ClassesResponse } from "#domain/contract/values";
import { placeOnRamp } from "./HistogramMarks.tsx";

const classes = {
  min: 0,
  max: 1,
  breaks: [0.1, 0.5],
  hasZeroClass: false,
} as unknown as ClassesResponse["classes"];

test.each([
  [0, 0],
  [0.05, 100 / 6],
  [0.3, 50],
  [1, 100],
])("on a ramp of three classes %d stands at %d %", (value, place) => {
  expect(placeOnRamp(value, classes)).toBeCloseTo(place, 9);
});

test("where zero is a class of its own it stands in the middle of that, and the rest after it", () => {
  const own = { ...classes, hasZeroClass: true };
  expect(placeOnRamp(0, own)).toBe(12.5);
  expect(placeOnRamp(0.3, own)).toBe(62.5);
});
