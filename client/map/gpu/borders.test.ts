import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bordersOf, outlineOf } from "./borders.ts";
import { SEGMENT, VERTEX_BYTES } from "./tile_geometry.ts";
import type { Segments } from "./tile_geometry.ts";

type Ring = readonly (readonly [number, number])[];

/** Areas of one or more rings each. */
function geometryOf(areas: readonly (readonly Ring[])[]) {
  const points = areas.flat(2);
  const starts = areas.flat().map(({ length }) => length);
  const vertices = new Int16Array((points.length * VERTEX_BYTES) / 2);
  points.forEach((point, v) => vertices.set(point, (v * VERTEX_BYTES) / 2));
  const sums = (counts: readonly number[]): Uint32Array =>
    Uint32Array.from([
      0,
      ...counts.map((_, i) => counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0)),
    ]);
  return {
    vertices: vertices.buffer,
    rings: sums(starts),
    firstRing: sums(areas.map(({ length }) => length)),
  };
}

/** The ends of segments, whichever way they go, in order. */
const ends = (segments: Segments): string[] =>
  Array.from({ length: segments.length / SEGMENT }, (_, i) => {
    const [ax, ay, bx, by] = segments.subarray(SEGMENT * i + 2, SEGMENT * i + 6);
    return [`${ax} ${ay}`, `${bx} ${by}`].sort().join(" – ");
  }).sort();

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

describe("the lines around areas", () => {
  it("know what comes before and after each segment, all around a ring", () => {
    const triangle: Ring = [
      [0, 0],
      [5, 0],
      [0, 5],
    ];
    expect(outlineOf(geometryOf([[triangle]]), [0])).toEqual(
      Int16Array.from(
        [
          [0, 5, 0, 0, 5, 0, 0, 5],
          [0, 0, 5, 0, 0, 5, 0, 0],
          [5, 0, 0, 5, 0, 0, 5, 0],
        ].flat(),
      ),
    );
  });

  it("are those of all rings of the areas figureRef for, and none for areas without rings", () => {
    const geometry = geometryOf([[square(0, 0, 5), square(100, 0, 5)], [square(200, 0, 5)], []]);
    expect(outlineOf(geometry, [0, 1]).length / SEGMENT).toBe(12);
    expect(outlineOf(geometry, [2]).length).toBe(0);
  });
});

describe("the borders of a tile", () => {
  it("hold what two areas share once; the line of the second ends where the shared one begins", () => {
    const { borders, firstBorder } = bordersOf(geometryOf([[square(0, 0, 10)], [square(10, 0, 10)]]));
    expect([...firstBorder]).toEqual([0, 4, 7]);
    expect(borders.length / SEGMENT).toBe(7);
    // The second square begins at (10, 0) and comes back to (10, 10); from there on the first has drawn it.
    expect([...borders.subarray(4 * SEGMENT, 5 * SEGMENT)]).toEqual([10, 0, 10, 0, 20, 0, 20, 10]);
    expect([...borders.subarray(6 * SEGMENT)]).toEqual([20, 0, 20, 10, 10, 10, 10, 10]);
  });

  it("leave out the lines along which the tile ends", () => {
    // Cut at the buffer of 64 units on the left and at the bottom.
    const cut: Ring = [
      [-64, 4000],
      [50, 4000],
      [50, 4160],
      [-64, 4160],
    ];
    expect(ends(bordersOf(geometryOf([[cut]])).borders)).toEqual(["-64 4000 – 50 4000", "50 4000 – 50 4160"]);
  });

  it("are every edge of any grid of squares once, whatever part of it is there", () => {
    const cells = fc.uniqueArray(fc.nat({ max: 63 }), { maxLength: 64 });
    fc.assert(
      fc.property(cells, (some) => {
        const geometry = geometryOf(some.map((i) => [square((i % 8) * 512, Math.floor(i / 8) * 512, 512)]));
        const all = outlineOf(geometry, some.keys());
        expect(ends(bordersOf(geometry).borders)).toEqual([...new Set(ends(all))]);
      }),
    );
  });
});
