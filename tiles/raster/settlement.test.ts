import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { RasterGrid } from "#domain/context";
import { cutSettlement } from "./cut_settlement.ts";
import { FLAT, TILE_PIXELS } from "./sample.ts";

const NODES = 401;
const STEP = 0.01;

/** Four by four degrees around 106.5° E, 27.5° N; people as a function of degrees east and north of the middle. */
const gridOf = (people: (east: number, north: number) => number): RasterGrid => ({
  columns: NODES,
  rows: NODES,
  west: 104.5,
  north: 29.5,
  stepLon: STEP,
  stepLat: STEP,
  values: Float32Array.from({ length: NODES * NODES }, (_, node) =>
    people((node % NODES) * STEP - 2, 2 - Math.floor(node / NODES) * STEP),
  ),
});

/** Byte at a place of the finest tile that holds it; `FLAT` where there is no tile. */
function byteAt(grid: RasterGrid, lon: number, lat: number): number {
  const { maxZoom, tiles } = cutSettlement(grid);
  const side = 2 ** maxZoom;
  const angle = (lat * Math.PI) / 180;
  const x = ((lon + 180) / 360) * side;
  const y = ((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * side;
  const tile = [...tiles()].find(
    (found) => found.z === maxZoom && found.x === Math.floor(x) && found.y === Math.floor(y),
  );
  if (!tile) return FLAT;
  const { bytes } = tile;
  const data = bytes.indexOf("IDAT");
  const rows = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)));
  const wide = TILE_PIXELS + 1;
  const pixels = new Uint8Array(TILE_PIXELS * TILE_PIXELS);
  const at = (row: number, column: number): number =>
    row < 0 || column < 0 ? 0 : pixels[row * TILE_PIXELS + column]!;
  for (let row = 0; row < TILE_PIXELS; row++)
    for (let column = 0; column < TILE_PIXELS; column++) {
      const [west, north, corner] = [at(row, column - 1), at(row - 1, column), at(row - 1, column - 1)];
      const sum = west + north - corner;
      const nearest = [west, north, corner].reduce((a, b) => (Math.abs(sum - b) < Math.abs(sum - a) ? b : a));
      pixels[row * TILE_PIXELS + column] = rows[row * wide + 1 + column]! + nearest;
    }
  return at(Math.floor((y % 1) * TILE_PIXELS), Math.floor((x % 1) * TILE_PIXELS));
}

/** A valley 0.1° wide every half degree, `count` people in it. */
const valleys =
  (count: (east: number) => number) =>
  (east: number, north: number): number =>
    Math.abs(north - Math.round(2 * north) / 2) < 0.05 ? count(east) : 0;

test("empty land between settled valleys lies in the shadow, the valleys do not", () => {
  const grid = gridOf(valleys(() => 40));
  expect(byteAt(grid, 106.5, 27.5)).toBe(FLAT);
  expect(byteAt(grid, 106.5, 27.7)).toBeLessThan(FLAT - 60);
});

test("a region where a tenth as many live is not darker for that", () => {
  const grid = gridOf(valleys((east) => (east < 0 ? 40 : 4)));
  expect(byteAt(grid, 105.5, 27.5)).toBe(FLAT);
  expect(byteAt(grid, 107.5, 27.5)).toBe(FLAT);
});

test("land settled evenly, where nobody lives and where nothing is known has no shadow, up to the edge of the raster", () => {
  for (const people of [() => 7, () => 0, () => Number.NaN])
    for (const lon of [104.55, 106.5]) expect(byteAt(gridOf(people), lon, 27.5)).toBe(FLAT);
  expect([...cutSettlement(gridOf(() => 7)).tiles()]).toEqual([]);
});
