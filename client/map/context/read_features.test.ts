import { expect, test } from "vitest";
import { cutFeatures } from "#tiles/context/cut_features";
import { SEGMENT } from "#client/map/gpu/tile_geometry.ts";
import { readFeatures } from "./read_features.ts";

test("lines become runs by class and doubling of the rank, each segment with the points around it", () => {
  const line = (rank: number, coordinates: [number, number][]) => ({
    class: "river",
    rank,
    geometry: { type: "LineString" as const, coordinates },
  });
  const cut = cutFeatures("water", [
    line(700, [
      [106.1, 27],
      [106.2, 27.1],
      [106.3, 27],
    ]),
    line(1_000, [
      [106.1, 27.2],
      [106.3, 27.2],
    ]),
    line(9_000, [
      [106.1, 27.3],
      [106.3, 27.3],
    ]),
  ]);
  const { bytes } = [...cut.tiles()].find(({ z }) => z === 7)!;
  const { lines, polygons, points } = readFeatures(bytes, "water");
  expect(
    lines.map(({ class: id, rank, segments }) => [id, Math.round(rank), segments.length / SEGMENT]),
  ).toEqual([
    ["river", 724, 3],
    ["river", 11585, 1],
  ]);
  const [ax, ay, bx, by, cx, cy, dx, dy] = lines[0]!.segments;
  // The first segment has nothing before it, and goes on in the second.
  expect([ax, ay]).toEqual([bx, by]);
  expect([cx, cy]).not.toEqual([dx, dy]);
  expect([polygons, points]).toEqual([[], []]);
});

test("a lake becomes triangles, its island left out", () => {
  const ring = (from: number, to: number): [number, number][] => [
    [106 + from, 27 + from],
    [106 + to, 27 + from],
    [106 + to, 27 + to],
    [106 + from, 27 + to],
    [106 + from, 27 + from],
  ];
  const cut = cutFeatures("water", [
    {
      class: "lake",
      rank: 400,
      geometry: { type: "Polygon", coordinates: [ring(0, 0.2), ring(0.05, 0.15).toReversed()] },
    },
  ]);
  const { bytes } = [...cut.tiles()].find(({ z }) => z === 7)!;
  const [run] = readFeatures(bytes, "water").polygons;
  let area = 0;
  for (let at = 0; at < run!.corners.length; at += 6) {
    const [ax, ay, bx, by, cx, cy] = run!.corners.subarray(at, at + 6) as unknown as number[];
    area += Math.abs((bx! - ax!) * (cy! - ay!) - (cx! - ax!) * (by! - ay!)) / 2;
  }
  const whole = 0.2 * 0.2 - 0.1 * 0.1;
  const unit = 360 / 2 ** 7 / 4096;
  // A degree of latitude is longer than one of longitude on the map.
  expect(area * unit * unit * Math.cos((27 * Math.PI) / 180)).toBeCloseTo(whole, 2);
});

test("another layer in the tile is none", () => {
  expect(readFeatures(new Uint8Array(), "water")).toEqual({ lines: [], polygons: [], points: [] });
});
