import { expect, it } from "vitest";
import { frameOf, placeOf, tilesOf, worldOf } from "./area_paths.ts";

it("places the world as Web Mercator does", () => {
  expect(worldOf(0, 0)).toEqual([0.5, 0.5]);
  expect(worldOf(-180, 0)[0]).toBe(0);
  // The edge of the square: 85.0511°.
  expect(worldOf(180, 85.05112878)[1]).toBeCloseTo(0, 8);
});

it("frames a box within a margin, whichever side is longer", () => {
  for (const box of [
    [105, 27, 106, 27.2],
    [105, 27, 105.1, 29],
  ] as const) {
    const frame = frameOf(box, 400, 200, 440, 12);
    const [left, top] = placeOf(frame, worldOf(box[0], box[3]));
    const [right, bottom] = placeOf(frame, worldOf(box[2], box[1]));
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(12 - 1e-6);
    expect(right).toBeLessThanOrEqual(388 + 1e-6);
    expect(bottom).toBeLessThanOrEqual(frame.height - 12 + 1e-6);
    expect(left + right).toBeCloseTo(400, 6);
    expect(frame.height).toBeGreaterThanOrEqual(200);
    expect(frame.height).toBeLessThanOrEqual(440);
  }
});

it("frames an area without extent", () => {
  const frame = frameOf([105, 27, 105, 27], 400, 200, 440, 12);
  expect(placeOf(frame, worldOf(105, 27))[0]).toBeCloseTo(200, 3);
});

it("asks for few tiles that cover the frame, within the zooms of the level", () => {
  const frame = frameOf([105, 27, 106, 28], 440, 260, 480, 12);
  const tiles = tilesOf(frame, { minZoom: 0, maxZoom: 11 });
  expect(tiles.length).toBeLessThanOrEqual(9);
  const [z] = new Set(tiles.map((tile) => tile.z));
  const [x, y] = worldOf(105.5, 27.5);
  expect(tiles).toContainEqual({ z, x: Math.floor(x * 2 ** z!), y: Math.floor(y * 2 ** z!) });
  expect(tilesOf(frame, { minZoom: 0, maxZoom: 2 }).every((tile) => tile.z === 2)).toBe(true);
  expect(tilesOf(frame, { minZoom: 12, maxZoom: 14 }).every((tile) => tile.z === 12)).toBe(true);
});
