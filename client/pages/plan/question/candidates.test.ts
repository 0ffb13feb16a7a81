import { expect, it } from "vitest";
import type { PlanVillage, Situation } from "#domain/contract/situation";
import { candidatesOf } from "./candidates.ts";

const village = (code: string, patch: Partial<PlanVillage>): PlanVillage => ({
  code,
  names: {},
  township: 0,
  at: [0, 0],
  people: 10,
  minutes: 40,
  state: "minutes_known",
  hasOne: false,
  work: "build",
  outside: 10,
  gain: 10,
  ...patch,
});
const township = (code: string, county: string): Situation["townships"][number] => ({
  code,
  names: {},
  above: [county, "p"],
  people: 0,
  far: 0,
});
const situation = {
  townships: [township("t0", "c0"), township("t1", "c1")],
  villages: [
    village("a", { gain: 5 }),
    village("b", { gain: 9 }),
    village("c", { township: 1 }),
    village("d", { hasOne: true }),
    village("e", { at: null }),
    village("f", { gain: 0 }),
  ],
};
const codes = (only: string[], least = 0, existingPlaces = false): string[] =>
  candidatesOf(situation, { candidates: { least, only, fixed: [], forbidden: [] }, existingPlaces }).map(
    ({ code }) => code,
  );

it("lists those that may have a site, in the named areas of whatever level, most first", () => {
  expect(codes([])).toEqual(["c", "b", "a"]);
  expect(codes([], 9)).toEqual(["c", "b"]);
  expect(codes(["a", "t1"])).toEqual(["c", "a"]);
  expect(codes(["c0"])).toEqual(["b", "a"]);
  expect(codes(["elsewhere"])).toEqual([]);
  expect(codes([], 0, true)).toEqual(["c", "d", "b", "a"]);
});
