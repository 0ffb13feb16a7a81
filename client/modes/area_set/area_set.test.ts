import { expect, it } from "vitest";
import { MAX_SET_CODES } from "#domain/area_set_codec";
import { toggled, withAll } from "#client/model/area_set.ts";
import { codesInRing } from "./points_in_lasso.ts";

it("puts an area in, takes it out, and has no set when nothing is left", () => {
  expect(toggled(null, "b")).toEqual(["b"]);
  expect(toggled(["b"], "a")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  expect(toggled(["b"], "b")).toBeNull();
});

it("never grows beyond the largest set", () => {
  const many = Array.from({ length: MAX_SET_CODES + 5 }, (_, i) => String(10_000 + i));
  expect(withAll(["1"], many)).toHaveLength(MAX_SET_CODES);
  // What was in it stays, even where it is the last by code.
  const full = withAll(["z"], many)!;
  expect(full).toContain("z");
  expect(toggled(full, "a")).toBe(full);
  expect(toggled(full, "z")).toHaveLength(MAX_SET_CODES - 1);
});

it("takes what lies inside of a bent loop, and nothing of its bay or outside", () => {
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
  const places = [
    { code: "left", centre: [0.5, 2] },
    { code: "bay", centre: [1.5, 2] },
    { code: "right", centre: [2.5, 2] },
    { code: "far", centre: [9, 9] },
    { code: "not drawn", centre: null },
  ] as const;
  expect(codesInRing(places, horseshoe)).toEqual(["left", "right"]);
  expect(codesInRing(places, horseshoe.slice(0, 2))).toEqual([]);
});
