import type { MultiPolygon } from "geojson";
import { expect, it } from "vitest";
import { square } from "#tiles/fixtures/coverages";
import { bboxOf } from "./bbox.ts";

const join = (...parts: MultiPolygon[]): MultiPolygon => ({
  type: "MultiPolygon",
  coordinates: parts.flatMap(({ coordinates }) => coordinates),
});

it("takes every part", () => {
  expect(bboxOf(join(square(0, 0, 1), square(5, -2, 1)))).toEqual([0, -2, 6, 1]);
});

it("is null for an area without any position", () => {
  expect(bboxOf(join())).toBeNull();
  expect(bboxOf({ type: "MultiPolygon", coordinates: [[]] })).toBeNull();
});
