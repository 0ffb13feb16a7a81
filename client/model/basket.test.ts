import { expect, it } from "vitest";
import { EMPTY_BASKET, putIn, readName, readPlaces, takeOut, toggledIn } from "./basket.ts";
import { rememberStep, takeBack } from "./undo.ts";

it("fills the basket without changing what the card is about, and empties it by its last area", () => {
  expect(putIn({ set: null, card: "set" }, ["b", "a"])).toEqual({ set: ["a", "b"], card: "area" });
  expect(putIn({ set: ["a"], card: "set" }, ["b"])).toEqual({ set: ["a", "b"], card: "set" });
  const named = { set: ["a", "b"], setName: "South", card: "area" } as const;
  expect(takeOut(named, "a")).toEqual({ ...named, set: ["b"] });
  expect(takeOut({ ...named, set: ["a"] }, "a")).toEqual(EMPTY_BASKET);
  expect(toggledIn(named, "c").set).toEqual(["a", "b", "c"]);
  expect(toggledIn(named, "b").set).toEqual(["a"]);
});

it("reads names and places of a link", () => {
  expect([readName("South"), readName(" "), readName("x".repeat(61))]).toEqual(["South", null, undefined]);
  expect(readPlaces("b,a")).toEqual(["b", "a"]);
  for (const wrong of ["", "a,a", "a,b,c,d,e", "a b"]) expect(readPlaces(wrong), wrong).toBeUndefined();
});

it("takes back what made a difference, one change after the other", () => {
  const at = (set: string[] | null) => ({ set, setName: null, card: "area" as const, where: null });
  rememberStep(at(null));
  rememberStep(at(["a"]));
  expect(takeBack(at(["a"]))).toEqual(at(null));
  expect(takeBack(at(null))).toBeNull();
});
