import type { MultiPolygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { square } from "#tiles/fixtures/coverages";
import { bboxOf, labelPoint } from "./label_point.ts";

const ring = (x: number, y: number, size: number): Position[] => square(x, y, size).coordinates[0]![0]!;
const area = (...coordinates: number[][][][]): MultiPolygon => ({ type: "MultiPolygon", coordinates });

describe("the label point", () => {
  it("is the middle of a square", () => {
    expect(labelPoint(area([ring(0, 0, 2)]))).toEqual([1, 1]);
  });

  it("lies in the largest part and beside a hole", () => {
    const point = labelPoint(area([ring(100, 0, 1)], [ring(0, 0, 8), ring(2, 2, 4)]));
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
  expect(bboxOf(area([ring(0, 0, 1)], [ring(5, -2, 1)]))).toEqual([0, -2, 6, 1]);
});
