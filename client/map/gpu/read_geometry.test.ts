import { PbfWriter } from "pbf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTileGeometry } from "./read_geometry.ts";
import { featureAt } from "./tile_geometry.ts";
import type { TileGeometry } from "./tile_geometry.ts";

type Ring = readonly (readonly [number, number])[];

/** Writes a tile as tiles/README.md states it; each feature is a list of rings, outer ones clockwise on the screen. */
function tileOf(features: readonly (readonly Ring[])[]): Uint8Array {
  const layer = (_: null, pbf: PbfWriter): void => {
    pbf.writeVarintField(15, 2);
    pbf.writeStringField(1, "village");
    features.forEach((_rings, k) => {
      for (const text of [`c${k}`, `name ${k}`])
        pbf.writeMessage(4, (value: string, writer: PbfWriter) => writer.writeStringField(1, value), text);
    });
    features.forEach((rings, k) => {
      const commands: number[] = [];
      let [x, y] = [0, 0];
      const move = (to: readonly [number, number]): void => {
        for (const by of [to[0] - x, to[1] - y]) commands.push((by << 1) ^ (by >> 31));
        [x, y] = to;
      };
      for (const ring of rings) {
        commands.push(9);
        move(ring[0]!);
        commands.push(((ring.length - 1) << 3) | 2);
        ring.slice(1).forEach(move);
        commands.push(15);
      }
      const feature = (_none: null, writer: PbfWriter): void => {
        writer.writeVarintField(1, k);
        writer.writePackedVarint(2, [0, 2 * k, 1, 2 * k + 1]);
        writer.writeVarintField(3, 3);
        writer.writePackedVarint(4, commands);
      };
      pbf.writeMessage(2, feature, null);
    });
    for (const key of ["code", "name"]) pbf.writeStringField(3, key);
  };
  const pbf = new PbfWriter();
  pbf.writeMessage(3, layer, null);
  return pbf.finish();
}

const box = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const hole = (x: number, y: number, side: number): Ring => [...box(x, y, side)].reverse();

function areaOfFeature(geometry: TileGeometry, k: number): number {
  const at = new Int16Array(geometry.vertices);
  let sum = 0;
  for (let t = 3 * geometry.firstTriangle[k]!; t < 3 * geometry.firstTriangle[k + 1]!; t += 3) {
    const [a, b, c] = [0, 1, 2].map((i) => 4 * geometry.triangles[t + i]!) as [number, number, number];
    const [dx, dy] = [at[b]! - at[a]!, at[b + 1]! - at[a + 1]!];
    sum += Math.abs(dx * (at[c + 1]! - at[a + 1]!) - dy * (at[c]! - at[a]!)) / 2;
  }
  return sum;
}

describe("the triangles of a tile", () => {
  // An island of two parts, one with a hole; a square in the hole; half a unit, the smallest there is; beyond the edge.
  const geometry = readTileGeometry(
    tileOf([
      [box(0, 0, 300), hole(100, 100, 100), box(1000, 0, 50)],
      [box(100, 100, 100)],
      [
        [
          [2000, 2000],
          [2001, 2000],
          [2000, 2001],
        ],
      ],
      [box(-64, 3000, 128)],
    ]),
  )!;

  it("cover the areas, parts and holes counted", () => {
    expect([0, 1, 2, 3].map((k) => areaOfFeature(geometry, k))).toEqual([
      300 ** 2 - 100 ** 2 + 50 ** 2,
      100 ** 2,
      0.5,
      128 ** 2,
    ]);
    expect(geometry.codes).toEqual(["c0", "c1", "c2", "c3"]);
    expect(geometry.names[3]).toBe("name 3");
    expect([...geometry.boxes.subarray(0, 4)]).toEqual([0, 0, 1050, 300]);
    expect([...geometry.rings]).toEqual([0, 4, 8, 12, 16, 19, 23]);
    expect([...geometry.firstRing]).toEqual([0, 3, 4, 5, 6]);
  });

  it("tell the area at a point", () => {
    expect(featureAt(geometry, 50, 50)).toBe(0);
    expect(featureAt(geometry, 150, 150)).toBe(1);
    expect(featureAt(geometry, 1025, 25)).toBe(0);
    expect(featureAt(geometry, 2, 3010)).toBe(3);
    expect(featureAt(geometry, 500, 150)).toBe(-1);
  });

  it("know for every point of a grid of squares which one it is in", () => {
    const grid = readTileGeometry(
      tileOf(Array.from({ length: 64 }, (_, i) => [box((i % 8) * 512, Math.floor(i / 8) * 512, 512)])),
    )!;
    const inside = fc.tuple(fc.nat({ max: 7 }), fc.integer({ min: 1, max: 511 }));
    fc.assert(
      fc.property(inside, inside, ([column, dx], [row, dy]) => {
        expect(featureAt(grid, column * 512 + dx, row * 512 + dy)).toBe(row * 8 + column);
      }),
    );
  });

  it("of nothing are none", () => {
    expect(readTileGeometry(new Uint8Array())).toBeNull();
    expect(readTileGeometry(tileOf([]))).toBeNull();
  });
});
