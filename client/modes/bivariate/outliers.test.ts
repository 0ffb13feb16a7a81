import { expect, test } from "vitest";
import { outliersOf, placeNames } from "./outliers.ts";
import type { Dot } from "./scatter.ts";

const dot = (code: string, x: number, y: number, r = 3): Dot => ({ code, x, y, r, need: 0, other: 0, at: 0 });
const CLOUD = Array.from({ length: 25 }, (_, i) =>
  dot(`c${i}`, 50 + (i % 5) * 4, 50 + Math.floor(i / 5) * 4),
);
const PLOT = { left: 0, top: 0, right: 400, bottom: 200 };

test("dots far from the rest on either axis stand apart, the furthest first", () => {
  const far = [dot("right", 300, 58), dot("top", 58, 150)];
  expect(outliersOf([...CLOUD, ...far], 5).map(({ code }) => code)).toEqual(["right", "top"]);
  expect(outliersOf([...CLOUD, ...far], 1).map(({ code }) => code)).toEqual(["right"]);
});

test("nothing stands apart from an even cloud, nor from dots on one spot", () => {
  expect(outliersOf(CLOUD, 5)).toEqual([]);
  expect(outliersOf([dot("a", 5, 5), dot("b", 5, 5)], 5)).toEqual([]);
  expect(outliersOf([], 5)).toEqual([]);
});

test("a name stands beside its dot, inside the plot, over no other name and no dot", () => {
  const [near, edge] = [dot("near", 100, 100), dot("edge", 390, 100)];
  const names = placeNames(
    [
      { dot: near, name: "东溪县" },
      { dot: edge, name: "Luning County" },
    ],
    [near, edge, dot("beside", 120, 100)],
    PLOT,
  );
  expect(names.map(({ code }) => code)).toEqual(["near", "edge"]);
  // At the right of the first another dot lies, at the right of the second the plot ends.
  expect(names[0]!.x).toBeLessThan(100);
  expect(names[1]!.x).toBeLessThan(390);
});

test("a name without room is left out", () => {
  const spot = [dot("a", 100, 100), dot("b", 100, 100), dot("c", 100, 100)];
  const names = placeNames(
    spot.map((at) => ({ dot: at, name: "a long name without end" })),
    spot,
    { left: 80, top: 80, right: 260, bottom: 120 },
  );
  expect(names.length).toBeLessThan(3);
});
