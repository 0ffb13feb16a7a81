import { describe, expect, it } from "vitest";
import { segmentsOf } from "./segments.ts";
import { VERTEX_BYTES } from "./tile_shape.ts";
import type { TileShape } from "./tile_shape.ts";

/** Areas of one or more rings each, as x, y pairs. */
function shapeOf(areas: Readonly<Record<string, readonly (readonly [number, number])[][]>>): TileShape {
  const points: (readonly [number, number])[] = [];
  const [rings, firstRing]: [number[], number[]] = [[], []];
  for (const area of Object.values(areas)) {
    firstRing.push(rings.length);
    for (const ring of area) {
      rings.push(points.length);
      points.push(...ring);
    }
  }
  const positions = new Int16Array((points.length * VERTEX_BYTES) / 2);
  points.forEach((point, v) => positions.set(point, (v * VERTEX_BYTES) / 2));
  const codes = Object.keys(areas);
  return {
    codes,
    names: codes,
    vertices: positions.buffer,
    triangles: new Uint32Array(),
    firstTriangle: new Uint32Array(codes.length + 1),
    rings: Uint32Array.from([...rings, points.length]),
    firstRing: Uint32Array.from([...firstRing, rings.length]),
    boxes: new Int16Array(),
  };
}

const triangle = (x: number): [number, number][] => [
  [x, 0],
  [x + 5, 0],
  [x, 5],
];

describe("the segments around areas", () => {
  const shape = shapeOf({ near: [triangle(0)], far: [triangle(100), triangle(200)], none: [] });

  it("close every ring", () => {
    expect(segmentsOf(shape, new Map([["near", 2]]))).toEqual([
      [2, Int16Array.of(0, 0, 5, 0, 5, 0, 0, 5, 0, 5, 0, 0)],
    ]);
  });

  it("come by width, thinnest first, with all rings of an area", () => {
    const widths = new Map([
      ["far", 3],
      ["near", 2],
    ]);
    const found = segmentsOf(shape, widths);
    expect(found.map(([width, ends]) => [width, ends.length / 4])).toEqual([
      [2, 3],
      [3, 6],
    ]);
  });

  it("are none for areas of other tiles and for areas without rings", () => {
    expect(segmentsOf(shape, new Map([["elsewhere", 2]]))).toEqual([]);
    expect(segmentsOf(shape, new Map([["none", 2]]))).toEqual([[2, new Int16Array()]]);
  });
});
