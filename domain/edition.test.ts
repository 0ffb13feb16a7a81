import { expect, test } from "vitest";
import { DEFAULT_EDITION, EDITION_IDS, EDITIONS, isEdition, mayCarry } from "./edition.ts";

test("the internal edition carries every indicator, the public one none that is internal or without a class", () => {
  for (const disclosure of ["D0", "D1", "D2", "D3", "D4"] as const)
    expect(mayCarry("internal", { disclosure })).toBe(true);
  expect(mayCarry("internal", {})).toBe(true);
  expect(mayCarry("public", { disclosure: "D0" })).toBe(true);
  expect(mayCarry("public", { disclosure: "D3" })).toBe(false);
  expect(mayCarry("public", {})).toBe(false);
});

test("an edition whose answers anybody may keep is never the default, and the default is in every release", () => {
  expect(EDITIONS[DEFAULT_EDITION]).toMatchObject({ isShared: false, isInEveryRelease: true });
  expect(EDITION_IDS.filter((id) => EDITIONS[id].isShared)).toEqual(["public"]);
  expect([isEdition("public"), isEdition("toString"), isEdition("secret")]).toEqual([true, false, false]);
});
