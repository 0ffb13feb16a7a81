import fc from "fast-check";
import type { MultiPolygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { makeCoverage, square } from "#tiles/fixtures/coverages";
import { isInRing } from "#tiles/ring";
import { labelPoint } from "./label_point.ts";

const ring = (x: number, y: number, size: number): Position[] => square(x, y, size).coordinates[0]![0]!;
const area = (...coordinates: number[][][][]): MultiPolygon => ({ type: "MultiPolygon", coordinates });
const isInside = (polygon: readonly Position[][], [x, y]: readonly [number, number]): boolean =>
  polygon.reduce((parity, positions) => parity !== isInRing(positions, x, y), false);

describe("the label point", () => {
  it("is the middle of a square", () => {
    expect(labelPoint(area([ring(0, 0, 2)]))).toEqual([1, 1]);
  });

  it("lies in the largest part and beside a hole", () => {
    const frame = [ring(0, 0, 8), ring(2, 2, 4)];
    expect(isInside(frame, labelPoint(area([ring(100, 0, 1)], frame))!)).toBe(true);
  });

  it("lies inside a U, as far from its border as an arm allows", () => {
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
    const [x, y] = labelPoint(area([u]))!;
    expect(isInside([u], [x, y])).toBe(true);
    // The widest places are the two lower corners, where the arms are joined.
    expect(Math.min(Math.hypot(x - 0.59, y - 0.59), Math.hypot(x - 5.41, y - 0.59))).toBeLessThan(0.3);
  });

  it("lies inside every area of a coverage of any shapes, enclaves and slivers among them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { areas } = makeCoverage({ seed, cells: 30, enclaves: 3, junctions: 2, slivers: 3, pairs: 2 });
        for (const { geometry } of areas) {
          const point = labelPoint(geometry)!;
          expect(geometry.coordinates.some((polygon) => isInside(polygon, point))).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("is not there for an area without width, or without anything", () => {
    const flat = [
      [0, 0],
      [1, 0],
      [0, 0],
    ];
    expect(labelPoint(area([flat]))).toBeNull();
    expect(labelPoint(area([flat.map(([x, y]) => [y!, x!])]))).toBeNull();
    expect(labelPoint(area([[]]))).toBeNull();
    expect(labelPoint(area())).toBeNull();
  });
});
