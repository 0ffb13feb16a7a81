import { expect, test } from "vitest";
import { drain } from "./drainage.ts";
import type { Grid } from "./grid.ts";
import { lakesOf } from "./lakes.ts";
import { lakeFeatures } from "./shores.ts";

/** A valley that falls to the west between walls of 500 m, its floor eleven nodes wide; the sea lies west of it. */
const GRID: Grid = { left: 0, bottom: 0, columns: 60, rows: 31, step: 0.01 };
const isFloor = (row: number): boolean => Math.abs(row - 15) <= 5;
const HEIGHT = Float32Array.from({ length: GRID.columns * GRID.rows }, (_, node) => {
  const [column, row] = [node % GRID.columns, Math.floor(node / GRID.columns)];
  return column < 3 ? 0 : 10 + 8 * column + 2 * Math.abs(row - 15) + (isFloor(row) ? 0 : 500);
});
const IS_LAND = Uint8Array.from(HEIGHT, (metres) => Number(metres > 0));

const sites = (isKept = new Uint8Array(HEIGHT.length)) => ({
  grid: GRID,
  height: HEIGHT,
  drainage: drain(HEIGHT, IS_LAND, GRID),
  nodeSqkm: 0.4,
  isKept,
});

test("the valley above a dam is flooded, and nothing outside of it", () => {
  const [lake] = lakesOf(sites());
  expect(lake!.sqkm).toBeCloseTo(0.4 * lake!.nodes.length, 1);
  expect(lake!.nodes.length).toBeGreaterThan(10);
  expect(lake!.nodes.every((node) => isFloor(Math.floor(node / GRID.columns)))).toBe(true);
});

test("nothing that is to stay dry is flooded", () => {
  expect(lakesOf(sites(new Uint8Array(HEIGHT.length).fill(1)))).toEqual([]);
});

test("lakes become closed polygons in the grid's plane, islands holes of them", () => {
  const around = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => row * GRID.columns + column));
  const nodes = around
    .map((by) => 10 * GRID.columns + 10 + by)
    .filter((node) => node !== 10 * GRID.columns + 10);
  const [feature] = lakeFeatures([{ nodes, sqkm: 8 }], GRID, (x, y) => [x, y]);
  expect(feature).toMatchObject({ class: "lake", rank: 8, geometry: { type: "Polygon" } });
  const [shore, island, ...more] = feature!.geometry.coordinates as [number, number][][];
  expect(more).toEqual([]);
  for (const ring of [shore!, island!]) expect(ring.at(-1)).toEqual(ring[0]);
  const reach = (ring: readonly [number, number][]): number =>
    Math.max(...ring.map(([x]) => Math.abs(x - 0.1)));
  expect(reach(shore!)).toBeCloseTo(0.015, 3);
  expect(reach(island!)).toBeCloseTo(0.005, 3);
});

test("two nodes of a lake that meet at a corner only have one shore", () => {
  const nodes = [10 * GRID.columns + 10, 11 * GRID.columns + 11];
  const [feature] = lakeFeatures([{ nodes, sqkm: 2 }], GRID, (x, y) => [x, y]);
  expect(feature!.geometry.coordinates).toHaveLength(1);
});
