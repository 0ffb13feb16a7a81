import fc from "fast-check";
import { expect, it } from "vitest";
import { dotAt, dotTowards, dotsIn, placeScatter, stretched } from "./scatter.ts";
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

it("draws a dot by its people, the largest first, and finds the smaller one on it", () => {
  const { dots } = placeScatter(
    [
      { code: "few", need: 5, other: 50, at: 0, people: 100 },
      { code: "many", need: 5, other: 52, at: 0, people: 10_000 },
      { code: "far", need: 10, other: 100, at: 0 },
    ],
    { ...box, width: 1010, height: 510 },
  );
  expect(dots.map(({ code }) => code)).toEqual(["many", "few", "far"]);
  expect(dots[0]!.r).toBeGreaterThan(3 * dots[1]!.r);
  expect(dotAt(dots, dots[1]!.x, dots[1]!.y, 8)?.code).toBe("few");
});

it("makes room for a norm that is near the values", () => {
  const near = placeScatter(points, box, { other: 120 });
  expect(near.xOf(120)).toBeLessThanOrEqual(110);
  expect(placeScatter(points, box, { other: 1000 }).xOf(100)).toBe(110);
});

it("draws nothing for nothing, and a single value in the middle", () => {
  expect(placeScatter([], box).dots).toEqual([]);
  const [one] = placeScatter([{ code: "a", need: 4, other: 4, at: 0 }], box).dots;
  expect([one!.x, one!.y]).toEqual([60, 25]);
});

it("leads by either pair of arrow keys from end to end over every dot, those on one spot too", () => {
  const value = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 30 }), (values) => {
      const points = values.map(([need, other], i) => ({ code: String(i), need, other, at: 0 }));
      const { dots } = placeScatter(points, box);
      for (const [key, along] of [
        ["ArrowRight", "x"],
        ["ArrowDown", "y"],
      ] as const) {
        const walked: number[] = [];
        const seen = new Set<string>();
        for (let at = dotTowards(dots, undefined, key); at; at = dotTowards(dots, at, key)) {
          walked.push(at[along]);
          seen.add(at.code);
        }
        expect(seen.size).toBe(dots.length);
        expect(walked).toEqual([...walked].sort((a, b) => a - b));
      }
    }),
  );
});

it("goes back by the opposite key, and nowhere by another", () => {
  const { dots } = placeScatter(points, box);
  const first = dotTowards(dots, undefined, "Home")!;
  const second = dotTowards(dots, first, "ArrowRight")!;
  expect(dotTowards(dots, second, "ArrowLeft")).toBe(first);
  expect(dotTowards(dots, first, "ArrowLeft")).toBeUndefined();
  expect(dotTowards(dots, first, "Tab")).toBeUndefined();
});

it("stretches a rectangle from its first corner, up to the edge of the plot", () => {
  const start = { x0: 60, y0: 30, x1: 60, y1: 30 };
  const right = stretched(start, "ArrowRight", 16, box)!;
  expect(right).toEqual({ x0: 60, y0: 30, x1: 76, y1: 30 });
  expect(stretched(right, "ArrowUp", 1000, box)).toEqual({ x0: 60, y0: 30, x1: 76, y1: box.top });
  expect(stretched(start, "Enter", 16, box)).toBeUndefined();
});
