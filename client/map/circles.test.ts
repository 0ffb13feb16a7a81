import { expect, it } from "vitest";
import { radiusPx, roundSizes } from "./circles.ts";

it("makes the area of a circle proportional to its value", () => {
  expect(radiusPx(100, 400, 20)).toBe(10);
  expect(radiusPx(400, 400, 20)).toBe(20);
  expect(radiusPx(0, 400, 20)).toBe(0);
  expect(radiusPx(0, 0, 20)).toBe(0);
});

it("takes round sizes that do not exceed the largest value", () => {
  expect(roundSizes(74_000)).toEqual([50_000, 10_000, 3_000]);
  expect(roundSizes(3)).toEqual([2]);
  expect(roundSizes(0)).toEqual([]);
});
