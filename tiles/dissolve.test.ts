import fc from "fast-check";
import type { MultiPolygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { dissolve } from "./dissolve.ts";
import { makeCoverage, randomFrom, square } from "./fixtures/coverages.ts";

const doubledAreaOf = (ring: readonly Position[]): number => {
  const [x0, y0] = ring[0] as [number, number];
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as [number, number];
    return sum + ((x! - x0) * (nextY - y0) - (nextX - x0) * (y! - y0));
  }, 0);
};

const areaOf = ({ coordinates }: MultiPolygon): number =>
  coordinates.reduce((sum, [shell, ...holes]) => {
    const holesArea = holes.reduce((inner, hole) => inner + Math.abs(doubledAreaOf(hole)), 0);
    return sum + (Math.abs(doubledAreaOf(shell!)) - holesArea) / 2;
  }, 0);

/** Unit squares of a grid, by column and row from the south-west. */
const squares = (cells: readonly (readonly [number, number])[]): MultiPolygon[] =>
  cells.map(([x, y]) => square(x, y, 1));

/** The squares around [1, 1]. */
const AROUND = [
  [0, 0],
  [1, 0],
  [2, 0],
  [0, 1],
  [2, 1],
  [0, 2],
  [1, 2],
  [2, 2],
] as const;

const sizes = (geometry: MultiPolygon): number[][] =>
  geometry.coordinates.map((rings) => rings.map((ring) => doubledAreaOf(ring) / 2));

describe("dissolve", () => {
  it("joins neighbours into one ring and keeps the vertices of both", () => {
    const joined = dissolve(
      squares([
        [0, 0],
        [1, 0],
      ]),
    );
    expect(sizes(joined)).toEqual([[2]]);
    const ring = joined.coordinates[0]![0]!;
    expect(ring).toHaveLength(7);
    expect(ring[0]).toEqual(ring[6]);
    expect(new Set(ring.map(String))).toEqual(new Set(["0,0", "1,0", "2,0", "2,1", "1,1", "0,1"]));
  });

  it("keeps islands apart and gives a ring of squares its hole, clockwise", () => {
    expect(sizes(dissolve(squares([...AROUND, [9, 9]])))).toEqual([[9, -1], [1]]);
  });

  it("puts an island in a lake beside the land around it, not into its hole", () => {
    const land = {
      ...square(0, 0, 10),
      coordinates: [[square(0, 0, 10).coordinates[0]![0]!, square(2, 2, 6).coordinates[0]![0]!]],
    };
    expect(sizes(dissolve([land, square(4, 4, 1)]))).toEqual([[100, -36], [1]]);
    expect(sizes(dissolve([land, square(2, 2, 6)]))).toEqual([[100]]);
  });

  it("separates two areas that touch at a point", () => {
    expect(
      sizes(
        dissolve(
          squares([
            [0, 0],
            [1, 1],
          ]),
        ),
      ),
    ).toEqual([[1], [1]]);
  });

  it("separates a hole from the outer line it touches at a point, and two holes that touch", () => {
    // Nine squares without the middle one and without a corner one: the hole touches the outer line at (1, 1).
    expect(sizes(dissolve(squares(AROUND.slice(1))))).toEqual([[8, -1]]);
    const all = Array.from({ length: 16 }, (_, i) => [i % 4, i >> 2] as const);
    const holes = all.filter(([x, y]) => !(x === 1 && y === 1) && !(x === 2 && y === 2));
    expect(sizes(dissolve(squares(holes)))).toEqual([[16, -1, -1]]);
  });

  it("takes any winding, counts equal parts once, and gives nothing for nothing", () => {
    const turned = { ...square(1, 0, 1), coordinates: [[square(1, 0, 1).coordinates[0]![0]!.toReversed()]] };
    expect(sizes(dissolve([square(0, 0, 1), turned]))).toEqual([[2]]);
    expect(sizes(dissolve([square(0, 0, 1), square(0, 0, 1)]))).toEqual([[1]]);
    expect(dissolve([])).toEqual({ type: "MultiPolygon", coordinates: [] });
    expect(
      dissolve([
        {
          type: "MultiPolygon",
          coordinates: [
            [
              [
                [0, 0],
                [1, 1],
                [0, 0],
              ],
            ],
            [[]],
            [],
          ],
        },
      ]).coordinates,
    ).toEqual([]);
  });

  it("keeps the area of any choice of cells, with their own vertices and no vertex twice in a ring", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (seed, share) => {
          const random = randomFrom(seed);
          const { areas } = makeCoverage({ seed, cells: 80, enclaves: 4, pairs: 7, islands: 2 });
          const chosen = areas.filter(() => random() < share).map(({ geometry }) => geometry);
          const whole = dissolve(chosen);
          expect(areaOf(whole)).toBeCloseTo(
            chosen.reduce((sum, part) => sum + areaOf(part), 0),
            9,
          );
          const known = new Set(chosen.flatMap(({ coordinates }) => coordinates.flat(2).map(String)));
          for (const [i, ring] of whole.coordinates.flatMap((rings) =>
            rings.map((ring, i) => [i, ring] as const),
          )) {
            expect(doubledAreaOf(ring) > 0).toBe(i === 0);
            expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
            for (const position of ring) expect(known.has(String(position))).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("dissolves in steps to what it dissolves at once", () => {
    const geometries = makeCoverage({ seed: 3, cells: 120, enclaves: 5 }).areas.map(
      ({ geometry }) => geometry,
    );
    const edges = (geometry: MultiPolygon): string[] =>
      geometry.coordinates
        .flat()
        .flatMap((ring) => ring.slice(1).map((to, i) => `${ring[i]!.join()} ${to.join()}`))
        .sort();
    const halves = [0, 1].map((half) => dissolve(geometries.filter((_, i) => i % 2 === half)));
    expect(edges(dissolve(halves))).toEqual(edges(dissolve(geometries)));
  });

  it("closes seams between areas that nearly meet, gaps and overlaps alike, and keeps what is wide", () => {
    // Half-way along their border the second area begins 5 m beyond the first, or 5 m inside it.
    const side = (x: number, middle: number, far: number): MultiPolygon => ({
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [x, 0],
            [far, 0],
            [far, 1],
            [x, 1],
            [x, 0.75],
            [middle, 0.5],
            [x, 0.25],
            [x, 0],
          ],
        ],
      ],
    });
    for (const shift of [0.00005, -0.00005]) {
      let seams = 0;
      const whole = dissolve([side(1, 1, 0), side(1, 1 + shift, 2)], () => seams++);
      expect([seams, whole.coordinates.length, whole.coordinates[0]!.length]).toEqual([1, 1, 1]);
      expect(areaOf(whole)).toBeCloseTo(2, 9);
    }
    expect(dissolve([side(1, 1, 0), side(1, 1.001, 2)]).coordinates[0]).toHaveLength(2);
  });
});
