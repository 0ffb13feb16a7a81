import { expect, it } from "vitest";
import type { AreaValue } from "#domain/contract/values";
import { editionRows } from "./rows.ts";

const area = (code: string, figure: Partial<AreaValue>): AreaValue => ({
  code,
  name: code,
  names: {},
  ...figure,
});

it("says of each area whether the public sees its figure, and why not", () => {
  const internal = [area("a", { value: 1 }), area("b", { value: 2 }), area("c", { missing: "not-surveyed" })];
  const shown = [
    area("a", { value: 1 }),
    area("b", { missing: "suppressed" }),
    area("c", { missing: "not-surveyed" }),
  ];
  const rows = editionRows(internal, shown, [{ code: "b", reason: "repair" }]);
  expect(rows.map(({ code, isWithheld, reason }) => [code, isWithheld, reason])).toEqual([
    ["a", false, null],
    ["b", true, "repair"],
    ["c", false, null],
  ]);
});

it("withholds every figure of an indicator that the public edition does not have", () => {
  const rows = editionRows([area("a", { value: 1 }), area("b", { missing: "not-surveyed" })], null, []);
  expect(rows.map(({ isWithheld }) => isWithheld)).toEqual([true, false]);
});
