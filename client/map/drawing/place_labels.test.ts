import { expect, it } from "vitest";
import { LINE_PX, placeLabels, textWidth } from "./place_labels.ts";
import type { LabelWish } from "./place_labels.ts";

const SIZE = { width: 400, height: 300 };
const wish = (order: number, at: readonly [number, number], second: string | null = null): LabelWish => ({
  code: `c${order}`,
  name: "秋谷镇",
  second,
  at,
  order,
});

it("puts a label in the middle of its area where there is room", () => {
  const [label] = placeLabels([wish(0, [200, 150])], SIZE);
  expect(label).toMatchObject({ x: 200, y: 150 + LINE_PX / 2 - 2 });
});

it("lets the worst choose first: it keeps its place, the other moves or goes without", () => {
  const [worst, other] = placeLabels([wish(1, [200, 150]), wish(0, [200, 150], "8,536 人")], SIZE);
  expect(worst).toMatchObject({ code: "c0", x: 200 });
  expect(other?.code).toBe("c1");
  expect([other?.x, other?.y]).not.toEqual([worst?.x, worst?.y]);
  const crowd = Array.from({ length: 30 }, (_, order) => wish(order, [200, 150]));
  const placed = placeLabels(crowd, SIZE);
  expect(placed.length).toBeGreaterThan(1);
  expect(placed.length).toBeLessThan(30);
});

it("keeps every label inside the drawing", () => {
  const corners = [wish(0, [1, 1]), wish(1, [399, 299]), wish(2, [399, 1])];
  const half = textWidth("秋谷镇") / 2;
  for (const { x, y } of placeLabels(corners, SIZE)) {
    expect(x).toBeGreaterThanOrEqual(half);
    expect(x).toBeLessThanOrEqual(SIZE.width - half);
    expect(y).toBeLessThanOrEqual(SIZE.height);
  }
});

it("takes a Chinese character for twice as wide as a Latin one, nearly", () => {
  expect(textWidth("村")).toBe(12);
  expect(textWidth("ab")).toBeCloseTo(13.92, 5);
});
