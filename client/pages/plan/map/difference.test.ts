import { expect, it } from "vitest";
import { differenceClass } from "./difference.ts";

it("keeps nothing apart, and takes no way as longer than any", () => {
  expect([30, 29.97, 29, 20, 10, 0].map((to) => differenceClass(30, to))).toEqual([
    "is-same",
    "is-same",
    "is-more-0",
    "is-more-1",
    "is-more-2",
    "is-more-2",
  ]);
  expect([31, 40].map((to) => differenceClass(30, to))).toEqual(["is-less-0", "is-less-1"]);
  expect(differenceClass(null, null)).toBe("is-same");
  expect(differenceClass(null, 90)).toBe("is-more-2");
  expect(differenceClass(5, null)).toBe("is-less-1");
});
