import { expect, it } from "vitest";
import { aspectOf, paddingAround, withinWorld } from "./camera.ts";
import type { Cover, Padding, Size } from "./camera.ts";

const size = { width: 1000, height: 800 };
const at = (left: number, top: number, width: number, height: number): Cover => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** What is left free, as a cover. */
const freeOf = ({ width, height }: Size, { left, top, right, bottom }: Padding): Cover => ({
  left,
  top,
  right: width - right,
  bottom: height - bottom,
});

it("leaves a small margin when nothing covers the map", () => {
  expect(paddingAround(size, [], 1)).toEqual({ left: 14, top: 14, right: 14, bottom: 14 });
});

it("keeps clear of panels at every side", () => {
  const covers = [at(0, 0, 1000, 48), at(0, 0, 72, 800), at(608, 64, 376, 720), at(88, 736, 504, 48)];
  expect(paddingAround(size, covers, 1)).toEqual({ left: 86, top: 62, right: 406, bottom: 78 });
});

it("passes a card in a corner at the side that leaves the box larger", () => {
  const legend = at(700, 600, 280, 180);
  const wide = freeOf(size, paddingAround(size, [legend], 3));
  expect(wide.bottom).toBe(586);
  expect(wide.right).toBe(986);
  const tall = freeOf(size, paddingAround(size, [legend], 0.4));
  expect(tall.right).toBe(686);
  expect(tall.bottom).toBe(786);
});

it("gives the whole map where the cards leave next to nothing", () => {
  expect(paddingAround(size, [at(0, 0, 1000, 700)], 1)).toEqual({ left: 14, top: 14, right: 14, bottom: 14 });
});

it("measures a box as Mercator draws it", () => {
  expect(aspectOf([100, -1, 102, 1])).toBeCloseTo(1, 3);
  expect(aspectOf([100, 59, 102, 61])).toBeCloseTo(0.5, 2);
  expect(aspectOf([100, 20, 101, 20])).toBe(1);
});

it("keeps the middle of the map where it is while that lies in the world, whatever the zoom and the window", () => {
  const camera = { lon: 106.5, lat: 27, zoom: 1 };
  expect(withinWorld(camera)).toEqual(camera);
  expect(withinWorld({ lon: -190, lat: 89, zoom: 30 })).toEqual({ lon: -180, lat: 85.051129, zoom: 22 });
  expect(withinWorld({ lon: 200, lat: -89, zoom: -1 })).toEqual({ lon: 180, lat: -85.051129, zoom: 0 });
});
