import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import { bboxOf, labelPoint } from "./label_point.ts";

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const area = (...coordinates: number[][][][]): MultiPolygon => ({ type: "MultiPolygon", coordinates });

describe("the label point", () => {
  it("is the middle of a square", () => {
    expect(labelPoint(area([square(0, 0, 2)]))).toEqual([1, 1]);
  });

  it("lies in the largest part and beside a hole", () => {
    const point = labelPoint(area([square(100, 0, 1)], [square(0, 0, 8), square(2, 2, 4)]));
    expect(point).toEqual([1, 4]);
  });

  it("lies inside a U", () => {
    const u = [
      [0, 0],
      [6, 0],
      [6, 6],
      [5, 6],
      [5, 1],
      [1, 1],
      [1, 6],
      [0, 6],
      [0, 0],
    ];
    const [x] = labelPoint(area([u]))!;
    expect(x < 1 || x > 5).toBe(true);
  });

  it("is not there for an area without width, or without anything", () => {
    expect(
      labelPoint(
        area([
          [
            [0, 0],
            [1, 0],
            [0, 0],
          ],
        ]),
      ),
    ).toBeNull();
    expect(labelPoint(area())).toBeNull();
    expect(bboxOf(area())).toBeNull();
  });
});

it("the bounding box takes every part", () => {
  expect(bboxOf(area([square(0, 0, 1)], [square(5, -2, 1)]))).toEqual([0, -2, 6, 1]);
});
