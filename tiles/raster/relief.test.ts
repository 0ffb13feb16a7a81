import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { RasterGrid } from "#domain/context";
import { cutRelief } from "./cut_relief.ts";
import { finestZoom } from "./cut_pictures.ts";
import { pyramidOf } from "./pyramid.ts";
import { hillshade } from "./hillshade.ts";
import { greyPng } from "./png.ts";
import { FLAT, TILE_PIXELS } from "./sample.ts";

/** A square degree around 106.5° E, 27.5° N, whose heights are a function of degrees east and north of its middle. */
function gridOf(metres: (east: number, north: number) => number, nodes = 101): RasterGrid {
  const step = 1 / (nodes - 1);
  const at = (node: number): number =>
    metres((node % nodes) * step - 0.5, 0.5 - Math.floor(node / nodes) * step);
  return {
    columns: nodes,
    rows: nodes,
    west: 106,
    north: 28,
    stepLon: step,
    stepLat: step,
    values: Float32Array.from({ length: nodes * nodes }, (_, node) => at(node)),
  };
}

/** The tile of zoom 8 that the middle of the grid lies in. */
const TILE = { z: 8, x: 203, y: 107 };

const meanOf = (bytes: Uint8Array): number => {
  const known = bytes.filter((byte) => byte !== FLAT);
  return known.reduce((sum, byte) => sum + byte, 0) / known.length;
};

test("flat ground and unknown ground have no relief at all", () => {
  expect(hillshade(pyramidOf(gridOf(() => 800)), TILE)).toBeNull();
  expect(hillshade(pyramidOf(gridOf(() => Number.NaN)), TILE)).toBeNull();
});

test("a slope towards the north-west is lit, one towards the south-east lies in the shadow", () => {
  const rising = hillshade(pyramidOf(gridOf((east, north) => 20_000 * (east - north))), TILE)!;
  const falling = hillshade(pyramidOf(gridOf((east, north) => 20_000 * (north - east))), TILE)!;
  expect(meanOf(rising)).toBeGreaterThan(FLAT + 20);
  expect(meanOf(falling)).toBeLessThan(FLAT - 10);
});

test("what is not known of a grid stays flat, and the rest keeps its relief", () => {
  const half = hillshade(
    pyramidOf(gridOf((east, north) => (east < 0 ? Number.NaN : 20_000 * (east - north)))),
    TILE,
  )!;
  expect(half.filter((byte) => byte !== FLAT).length).toBeGreaterThan(1_000);
  const whole = hillshade(pyramidOf(gridOf((east, north) => 20_000 * (east - north))), TILE)!;
  expect(half.filter((byte) => byte === FLAT).length).toBeGreaterThan(
    whole.filter((byte) => byte === FLAT).length,
  );
});

test("neighbouring tiles meet: the last column of one and the first of the next differ as little as columns inside", () => {
  const pyramid = pyramidOf(gridOf((east, north) => 900 * Math.sin(14 * east) * Math.cos(11 * north), 401));
  const [west, east] = [
    hillshade(pyramid, { z: 9, x: 407, y: 214 })!,
    hillshade(pyramid, { z: 9, x: 408, y: 214 })!,
  ];
  const differences = (a: Uint8Array, i: number, b: Uint8Array, j: number): number[] =>
    Array.from({ length: TILE_PIXELS }, (_, row) =>
      Math.abs(a[row * TILE_PIXELS + i]! - b[row * TILE_PIXELS + j]!),
    );
  const seam = Math.max(...differences(west, TILE_PIXELS - 1, east, 0));
  expect(seam).toBeLessThanOrEqual(Math.max(...differences(east, 0, east, 1)) + 2);
});

test("tiles go to the zoom at which the grid has nothing more to say, and cover it at every zoom", () => {
  expect(finestZoom({ stepLon: 0.01 })).toBe(6);
  expect(finestZoom({ stepLon: 0.0003 })).toBe(11);
  const { minZoom, maxZoom, bounds, tiles } = cutRelief(gridOf((east) => 3_000 * Math.sin(20 * east)));
  expect([minZoom, maxZoom]).toEqual([3, 6]);
  expect(bounds.map((degrees) => Math.round(degrees * 1e6) / 1e6)).toEqual([106, 27, 107, 28]);
  expect([...new Set([...tiles()].map(({ z }) => z))]).toEqual([3, 4, 5, 6]);
});

test("a PNG holds the pixels: every row foretold from west, north and north-west", () => {
  const pixels = Uint8Array.from({ length: 15 }, (_, at) => (at * 37) % 256);
  const png = greyPng(pixels, 5, 3);
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([5, 3, 8, 0]);
  const data = png.indexOf("IDAT");
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  const read = new Uint8Array(15);
  for (let y = 0; y < 3; y++)
    for (let x = 0; x < 5; x++) {
      expect(rows[6 * y]).toBe(4);
      const [west, north, corner] = [
        x > 0 ? read[5 * y + x - 1]! : 0,
        y > 0 ? read[5 * y - 5 + x]! : 0,
        x > 0 && y > 0 ? read[5 * y - 6 + x]! : 0,
      ];
      const sum = west + north - corner;
      const nearest = [west, north, corner].reduce((a, b) => (Math.abs(sum - b) < Math.abs(sum - a) ? b : a));
      read[5 * y + x] = rows[6 * y + 1 + x]! + nearest;
    }
  expect(read).toEqual(pixels);
});
