import { describe, expect, it } from "vitest";
import { encodeWkb } from "#sql/wkb";
import { makeCoverage } from "#tiles/fixtures/coverages";
import { contents, cutAll } from "#tiles/fixtures/decode";
import { cutLevel } from "#tiles/cut";
import type { TileGeometry } from "#tiles/tile";
import type { Bbox } from "#domain/bbox";
import { bboxOf } from "#server/import/boundaries/bbox";
import type { NumberedLevel } from "#server/import/boundaries/number_areas";
import { boxIndex, tileBatches } from "./tile_batches.ts";

describe("tileBatches", () => {
  it("cuts into the tiles of one whole run, with every area drawn an own one once", async () => {
    const { areas } = makeCoverage({ seed: 3, cells: 120, enclaves: 9, junctions: 5, slivers: 13, pairs: 7 });
    const wkbs = areas.map(({ geometry }, idx) => (idx === 17 ? null : encodeWkb(geometry)));
    const level = {
      codes: areas.map(({ code }) => code),
      names: areas.map(({ name }) => ({ zh: name })),
      bboxes: areas.map(({ geometry }, idx) => (idx === 17 ? null : bboxOf(geometry))),
      wkb: (idx: number) => wkbs[idx]!,
      wkbSize: (idx: number) => wkbs[idx]?.length ?? 0,
    } as unknown as NumberedLevel;
    const batches = [...tileBatches(level, "zh", 10_000)];
    expect(batches.length).toBeGreaterThan(5);
    expect(batches.flatMap(({ areas: { idx }, own }) => [...idx.subarray(0, own)])).toEqual(
      areas.map(({ idx }) => idx).filter((idx) => idx !== 17),
    );
    const tiles: TileGeometry[] = [];
    for await (const some of cutLevel({ layer: "village", minZoom: 4, maxZoom: 8, batches }))
      tiles.push(...some);
    const whole = await cutAll({ minZoom: 4, maxZoom: 8, batches: [areas.filter(({ idx }) => idx !== 17)] });
    expect(contents(tiles)).toEqual(contents(whole));
  });
});

describe("boxIndex", () => {
  it("finds every box that touches one of those given, once, large and small ones alike", () => {
    const boxes: (Bbox | null)[] = [[0, 0, 100, 100], null, [200, 50, 200, 50]];
    for (let i = 0; i < 100; i++) boxes.push([i, i, i + 1, i + 1]);
    const touching = boxIndex(boxes);
    expect(touching([3 + 10], 0)).toEqual([0, 12, 13, 14]);
    expect(touching([13, 14], 0.5)).toEqual([0, 12, 13, 14, 15]);
    expect(touching([2], 0)).toEqual([2]);
    expect(touching([2], 100)).toEqual([0, 2, 102]);
    expect(touching([1], 1e3)).toEqual([]);
    expect(boxIndex([])([], 1)).toEqual([]);
    expect(boxIndex([null])([0], 1)).toEqual([]);
  });
});
