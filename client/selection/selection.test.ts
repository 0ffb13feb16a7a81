import { expect, it } from "vitest";
import { MAX_SET_CODES } from "#domain/codes";
import { toggled, withAll } from "./edit.ts";
import { codesInRing, codesWithin, distanceKm, isInRing } from "./reach.ts";

it("puts an area in, takes it out, and has no set when nothing is left", () => {
  expect(toggled(null, "b")).toEqual(["b"]);
  expect(toggled(["b"], "a")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  expect(toggled(["b"], "b")).toBeNull();
});

it("never grows beyond the largest set", () => {
  const many = Array.from({ length: MAX_SET_CODES + 5 }, (_, i) => String(10_000 + i));
  expect(withAll(["1"], many)).toHaveLength(MAX_SET_CODES);
});

it("tells the inside of a bent loop from its bay", () => {
  const horseshoe = [
    [0, 0],
    [3, 0],
    [3, 3],
    [2, 3],
    [2, 1],
    [1, 1],
    [1, 3],
    [0, 3],
  ] as const;
  expect(isInRing([0.5, 2], horseshoe)).toBe(true);
  expect(isInRing([1.5, 2], horseshoe)).toBe(false);
  expect(isInRing([2.5, 2], horseshoe)).toBe(true);
  const places = [
    { code: "a", centre: [0.5, 0.5] },
    { code: "b", centre: [9, 9] },
    { code: "c", centre: null },
  ] as const;
  expect(codesInRing(places, horseshoe)).toEqual(["a"]);
});

// A degree of latitude is a 360th of the circumference: 2π · 6371.0088 / 360 = 111.195 km.
it("measures on the sphere, and takes what is within reach", () => {
  expect(distanceKm([106, 26], [106, 27])).toBeCloseTo(111.195, 3);
  expect(distanceKm([106, 60], [107, 60])).toBeCloseTo(55.597, 2);
  const places = [0, 0.04, 0.08].map((step, i) => ({ code: String(i), centre: [106, 26 + step] as const }));
  expect(codesWithin(places, new Set(["0"]), 5)).toEqual(["0", "1"]);
  expect(codesWithin(places, new Set(["0"]), 10)).toEqual(["0", "1", "2"]);
});
