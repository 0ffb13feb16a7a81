import fc from "fast-check";
import { expect, it } from "vitest";
import { dotAt, dotsIn, placeScatter } from "./scatter.ts";
import type { ScatterPoint } from "./scatter.ts";

const box = { width: 110, height: 60, left: 10, right: 0, top: 0, bottom: 10 };
const points: ScatterPoint[] = [
  { code: "a", need: 0, other: 0, at: 0 },
  { code: "b", need: 10, other: 100, at: 8 },
  { code: "c", need: 5, other: 50, at: 4 },
];

it("draws the need upwards and what meets it to the right", () => {
  const { dots } = placeScatter(points, box);
  expect(dots.map(({ x, y }) => [x, y])).toEqual([
    [10, 50],
    [110, 0],
    [60, 25],
  ]);
});

it("takes in what lies in the rectangle, whichever corner the hand begins at", () => {
  const { dots } = placeScatter(points, box);
  const codes = (x0: number, y0: number, x1: number, y1: number): string[] =>
    dotsIn(dots, { x0, y0, x1, y1 }).map(({ code }) => code);
  expect(codes(55, 20, 110, 0)).toEqual(["b"]);
  expect(codes(110, 0, 60, 25)).toEqual(["b", "c"]);
  fc.assert(
    fc.property(fc.nat(110), fc.nat(60), fc.nat(110), fc.nat(60), (x0, y0, x1, y1) => {
      expect(codes(x0, y0, x1, y1)).toEqual(codes(x1, y1, x0, y0));
    }),
  );
});

it("points at the nearest dot within reach", () => {
  const { dots } = placeScatter(points, box);
  expect(dotAt(dots, 61, 26, 8)?.code).toBe("c");
  expect(dotAt(dots, 80, 40, 8)).toBeNull();
});

it("draws nothing for nothing, and a single value in the middle", () => {
  expect(placeScatter([], box).dots).toEqual([]);
  const [one] = placeScatter([{ code: "a", need: 4, other: 4, at: 0 }], box).dots;
  expect([one!.x, one!.y]).toEqual([60, 25]);
});
