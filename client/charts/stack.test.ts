import { expect, it } from "vitest";
import { placeStack } from "./stack.ts";

const box = { width: 100, height: 50, left: 0, right: 0, top: 0, bottom: 0 };
const keys = ["a", "b"];

it("puts the parts on each other, the first at the bottom, and the heights add up to the whole", () => {
  const { parts } = placeStack([{ period: "2021", parts: { a: 6, b: 4 } }], keys, box);
  expect(parts.map(({ key, y, height }) => [key, y, height])).toEqual([
    ["a", 20, 30],
    ["b", 0, 20],
  ]);
});

it("leaves the column of a missing period empty and marks it", () => {
  const { parts, missing } = placeStack(
    [
      { period: "2020", parts: null },
      { period: "2021", parts: { a: 1, b: 1 } },
    ],
    keys,
    box,
  );
  expect(parts.map(({ period }) => period)).toEqual(["2021", "2021"]);
  expect(missing.map(({ period }) => period)).toEqual(["2020"]);
});

it("draws nothing for nothing, and counts an absent part as zero of the stack", () => {
  expect(placeStack([], keys, box).parts).toEqual([]);
  const { parts } = placeStack([{ period: "2021", parts: { a: 2 } }], keys, box);
  expect(parts.map(({ height }) => height)).toEqual([50, 0]);
});
