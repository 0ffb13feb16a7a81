import { expect, it } from "vitest";
import { wordsOf } from "#client/i18n/words.ts";
import { legendClasses } from "./classes.ts";

const words = wordsOf("en");
const answer = (breaks: number[], counts: number[], hasZeroClass = false, zeroCount = 0) => ({
  classes: { method: "ckmeans" as const, breaks, hasZeroClass, min: 0, max: 1 },
  counts,
  zeroCount,
});
const label = (list: ReturnType<typeof legendClasses>) =>
  list.map((legendClass) => [legendClass.pick, legendClass.label, legendClass.count]);

it("names the bounds of every class, the ends open", () => {
  const colours = { colours: ["a", "b", "c"], zeroColour: null };
  expect(label(legendClasses(answer([0.1, 0.25], [4, 5, 6]), { unit: "share" }, colours, words))).toEqual([
    [0, "under 10.0", 4],
    [1, "10.0 to under 25.0", 5],
    [2, "25.0 and more", 6],
  ]);
});

it("puts zero first where it is a class of its own, and the first class above it", () => {
  const colours = { colours: ["a", "b"], zeroColour: "z" };
  expect(label(legendClasses(answer([0.1], [4, 5], true, 7), { unit: "share" }, colours, words))).toEqual([
    ["zero", "0", 7],
    [0, "more than 0 to under 10.0", 4],
    [1, "10.0 and more", 5],
  ]);
});

it("writes breaks that are close to each other with enough digits to tell them apart", () => {
  const colours = { colours: ["a", "b", "c"], zeroColour: null };
  const [low] = legendClasses(answer([0.0101, 0.0102], [1, 1, 1]), { unit: "share" }, colours, words);
  expect(low!.label).toBe("under 1.01");
});

it("names the class of no change by what it is, not by bounds that are printed as more than nothing", () => {
  const changed = answer([-0.0005, 0.0005], [3, 1, 2]);
  const colours = { colours: ["a", "b", "c"], zeroColour: null };
  const named = legendClasses(
    { ...changed, classes: { ...changed.classes, noChange: 1 } },
    { unit: "index" },
    colours,
    words,
  );
  expect(named[1]).toMatchObject({ label: "no change", count: 1 });
});
