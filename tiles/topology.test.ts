import { describe, expect, it } from "vitest";
import { readCoverage } from "./coverage.ts";
import { areaOf } from "./fixtures/coverages.ts";
import { FINE_SIZE } from "./grid.ts";
import { weighArcs } from "./simplify.ts";
import type { TileArea } from "./tile.ts";
import { buildTopology, isUnmatched } from "./topology.ts";
import { packBatch } from "./fixtures/pack_batch.ts";

/** An area whose ring has the given offsets, in fine units, east and south of 0°, 0°. */
const areaAt = (idx: number, ring: readonly (readonly [number, number])[]) =>
  areaOf(idx, {
    type: "MultiPolygon",
    coordinates: [[ring.map(([x, y]) => [(x / FINE_SIZE) * 360, (-y / FINE_SIZE) * 360])]],
  });

const coverageOf = (areas: readonly TileArea[]) => readCoverage(packBatch(areas).areas);

describe("weighArcs", () => {
  it("pins the ends of a border and weighs what lies between by effective area, never falling", () => {
    // The border runs (0,0) (10,4) (20,1) (30,10) (40,0) between an area to its north and one to its south.
    // Triangles: 35 at (10,4), 60 at (20,1), 95 at (30,10). Without the first: 95 again at (20,1), of which one stays:
    // (0,0) (20,1) (30,10): 85; (20,1) (30,10) (40,0): 95; then (0,0) (30,10) (40,0): 200.
    const border = [
      [0, 0],
      [10, 4],
      [20, 1],
      [30, 10],
      [40, 0],
    ] as const;
    const north = areaAt(0, [...border, [40, -50], [0, -50]]);
    const south = areaAt(1, [...border, [40, 50], [0, 50]]);
    const coverage = coverageOf([north, south]);
    const topology = buildTopology(coverage);
    const { xy, weights, arcStart } = weighArcs(topology, coverage.vertices);
    const shared = topology.uses.indexOf(3);
    const from = arcStart[shared]!;
    expect(arcStart[shared + 1]! - from).toBe(5);
    expect(weights.slice(from, from + 5)).toEqual(Float64Array.of(Infinity, 35, 85, 200, Infinity));
    expect(xy.slice(2 * from, 2 * from + 4)).toEqual(
      Int32Array.of(FINE_SIZE / 2, FINE_SIZE / 2, FINE_SIZE / 2 + 10, FINE_SIZE / 2 + 4),
    );
  });

  it("keeps a triangle of an island, whatever the tolerance", () => {
    const coverage = coverageOf([
      areaAt(0, [
        [0, 0],
        [10, 1],
        [20, 0],
        [21, 10],
        [20, 20],
        [0, 20],
      ]),
    ]);
    const { weights } = weighArcs(buildTopology(coverage), coverage.vertices);
    expect([...weights].filter((weight) => weight === Infinity)).toHaveLength(4);
    expect([...weights].filter((weight) => weight < Infinity).sort((a, b) => a - b)).toHaveLength(3);
  });
});

describe("buildTopology", () => {
  it("makes one line of a border, a node where a third area begins, and closed lines of an enclave", () => {
    //  A │ B      the enclave E lies in C
    //  ──┴──
    //    C
    const a = areaAt(0, [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
    const b = areaAt(1, [
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 10],
    ]);
    const outer = [
      [0, 10],
      [10, 10],
      [20, 10],
      [20, 30],
      [0, 30],
    ] as const;
    const c = areaAt(2, outer);
    const enclave = areaAt(3, [
      [8, 18],
      [12, 18],
      [12, 22],
      [8, 22],
    ]);
    const withHole = {
      ...c,
      geometry: {
        ...c.geometry,
        coordinates: [[c.geometry.coordinates[0]![0]!, enclave.geometry.coordinates[0]![0]!]],
      },
    };
    const topology = buildTopology(coverageOf([a, b, withHole, enclave]));
    // Two sides: A–B, A–C, B–C and the enclave's line. One side: the outer lines of A, B and C.
    expect([...topology.uses].filter(isUnmatched)).toHaveLength(3);
    expect(topology.uses).toHaveLength(7);
    expect(buildTopology(coverageOf([a, b])).uses.filter((use) => use === 3)).toHaveLength(1);
  });
});
