import { expect, test } from "vitest";
import { binParts } from "./bins.ts";

const CLASSES = { min: 0, max: 100, breaks: [35, 50] };

test("a column through which a break goes has a part in either class", () => {
  const parts = binParts(3, 10, CLASSES);
  expect(parts.map(({ left }) => left)).toEqual([30.3, 35]);
  expect(parts.map(({ value }) => value < 35)).toEqual([true, false]);
  const [first, second] = parts;
  expect(first!.left + first!.width).toBeCloseTo(second!.left);
});

test("a break between two columns cuts neither; the last column holds the largest value", () => {
  expect(binParts(4, 10, CLASSES)).toHaveLength(1);
  expect(binParts(5, 10, CLASSES)).toHaveLength(1);
  expect(binParts(9, 10, CLASSES).at(-1)!.value).toBe(100);
});

test("a single value is one column", () => {
  expect(binParts(0, 1, { min: 4, max: 4, breaks: [] })).toEqual([{ left: 0.3, width: 99.4, value: 4 }]);
});
