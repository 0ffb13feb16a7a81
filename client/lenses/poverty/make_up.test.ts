import { expect, it } from "vitest";
import type { Profile } from "#domain/contract/areas";
import { makeUp } from "./make_up.ts";

// Alkire & Foster (2011), county of the golden file: M0 = 0.45 with shares 0.25, 0.35, 0.4.
const trend = (...values: (number | undefined)[]) =>
  values.map((value, at) => ({ period: String(2020 + at), ...(value === undefined ? {} : { value }) }));
const profile = {
  indicators: [
    { indicator: "m0", trend: trend(0.45, undefined, 0) },
    { indicator: "a", trend: trend(0.25, undefined, undefined) },
    { indicator: "b", trend: trend(0.75, undefined, undefined) },
  ],
} as unknown as Profile;
const parts = [{ id: "a" }, { id: "b" }];

it("gives parts that add up to the index", () => {
  const [first] = makeUp(profile, "m0", parts);
  expect(first!.parts).toEqual({ a: 0.1125, b: 0.3375 });
  expect(first!.parts!["a"]! + first!.parts!["b"]!).toBeCloseTo(0.45, 15);
});

it("tells a period without a value from a period in which nobody is poor", () => {
  const [, missing, none] = makeUp(profile, "m0", parts);
  expect(missing!.parts).toBeNull();
  expect(none!.parts).toEqual({});
});

it("is empty for an index the release does not have", () => {
  expect(makeUp(profile, "other", parts)).toEqual([]);
});
