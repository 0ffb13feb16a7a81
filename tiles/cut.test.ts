import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { cutLevel } from "./cut.ts";
import { areaOf, makeCoverage, square } from "./fixtures/coverages.ts";
import { contents, cutAll, decodeGeometry, describeTiles, doubledAreaOf, keyOf } from "./fixtures/decode.ts";
import { partition } from "./fixtures/partition.ts";
import type { TileArea, TileColumn, TileGeometry } from "./tile.ts";
import { packBatch } from "./fixtures/pack_batch.ts";

function idxByZoom(tiles: readonly TileGeometry[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const { z, idx } of tiles) {
    const set = found.get(z) ?? new Set();
    found.set(z, set);
    for (const i of idx) set.add(i);
  }
  return found;
}

describe("cutLevel", () => {
  it("puts every area with a position into some tile at every zoom, however small", async () => {
    const { areas, fragile } = makeCoverage({
      seed: 1,
      cells: 150,
      specks: 5,
      slivers: 7,
      enclaves: 6,
      islands: 3,
    });
    const found = idxByZoom(await cutAll({ minZoom: 0, maxZoom: 9, batches: [areas] }));
    expect(fragile.size).toBeGreaterThan(20);
    for (let z = 0; z <= 9; z++) expect(found.get(z)!.size).toBe(areas.length);
  });

  it("draws an area of a few metres as the smallest polygon, where it lies", async () => {
    const areas = [areaOf(0, square(10, 10, 1)), areaOf(1, square(20, 10, 1e-5))];
    const [tile] = await cutAll({ minZoom: 2, maxZoom: 2, batches: [areas] });
    const { rings } = decodeGeometry(tile!).features[1]!;
    expect(rings.map(doubledAreaOf)).toEqual([1]);
    // 20° E: (20/360 + 1/2) · 4 · 4096 = 9102.2; 10° N: (1/2 − asinh(tan 10°) / 2π) · 4 · 4096 = 7734.6
    expect(rings[0]![0]).toEqual([9102, 7734]);
  });

  it("gives byte-identical tiles however areas are divided into batches", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 9 }),
        async (seed, count) => {
          const { areas } = makeCoverage({
            seed,
            cells: 70,
            enclaves: 5,
            junctions: 4,
            slivers: 11,
            specks: 9,
            pairs: 8,
            islands: 2,
          });
          const zooms = { minZoom: 3, maxZoom: 8 };
          const whole = await cutAll({ ...zooms, batches: [areas] });
          const batches = partition(areas, count, seed + 1);
          const parts = await cutAll({ ...zooms, batches });
          expect(contents(parts)).toEqual(contents(whole));
        },
      ),
      { numRuns: 12 },
    );
  });

  it("gives the same tiles for a shuffled level, and for rings wound or started otherwise", async () => {
    const { areas } = makeCoverage({ seed: 5, cells: 60, enclaves: 4, pairs: 6 });
    const turned = areas.toReversed().map((area) => ({
      ...area,
      geometry: {
        ...area.geometry,
        coordinates: area.geometry.coordinates.map((polygon) => polygon.map((ring) => ring.toReversed())),
      },
    }));
    const zooms = { minZoom: 4, maxZoom: 7 };
    const [a, b] = [
      await cutAll({ ...zooms, batches: [areas] }),
      await cutAll({ ...zooms, batches: [turned] }),
    ];
    expect(b.map(keyOf)).toEqual(a.map(keyOf));
    a.forEach((tile, i) => {
      const pointsOf = (t: TileGeometry): string[][] =>
        decodeGeometry(t).features.map(({ rings }) => rings.flat().map(String).sort());
      expect(pointsOf(b[i]!)).toEqual(pointsOf(tile));
    });
  });

  it("leaves out what has no position, and draws two equal areas twice", async () => {
    const empty = areaOf(0, { type: "MultiPolygon", coordinates: [] });
    const point = areaOf(1, {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [5, 5],
            [5, 5],
            [5, 5],
          ],
        ],
      ],
    });
    const twins = [areaOf(2, square(0, 0, 3)), areaOf(3, square(0, 0, 3))];
    const tiles = await cutAll({ minZoom: 4, maxZoom: 4, batches: [[empty, point, ...twins]] });
    expect([...idxByZoom(tiles).get(4)!].sort()).toEqual([1, 2, 3]);
    const features = tiles.flatMap((tile) => decodeGeometry(tile).features);
    expect(features.find(({ id }) => id === 3)!.rings).toEqual(features.find(({ id }) => id === 2)!.rings);
    expect(await cutAll({ minZoom: 0, maxZoom: 3, batches: [] })).toEqual([]);
    expect(await cutAll({ minZoom: 0, maxZoom: 3, batches: [[empty]] })).toEqual([]);
  });

  it("covers the inside of one large area with full tiles", async () => {
    const tiles = await cutAll({ minZoom: 7, maxZoom: 7, batches: [[areaOf(0, square(0, 0, 40))]] });
    // 40° is 14.2 tiles wide at zoom 7, and the buffer reaches one more to the west
    expect(new Set(tiles.map(({ x }) => x)).size).toBe(16);
    const inner = decodeGeometry(tiles.find(({ x, y }) => x === 70 && y === 60)!);
    expect(inner.features.map(({ rings }) => rings.map(doubledAreaOf))).toEqual([[2 * 4224 ** 2]]);
  });

  it("keeps a tile inside a hole free of the area around it", async () => {
    const ring = square(0, 0, 40).coordinates[0]![0]!;
    const hole = square(10, 10, 20).coordinates[0]![0]!.toReversed();
    const tiles = await cutAll({
      minZoom: 7,
      maxZoom: 7,
      batches: [[areaOf(0, { type: "MultiPolygon", coordinates: [[ring, hole]] })]],
    });
    const [inHole, onLand] = ["7/71/56", "7/66/62"].map((key) => tiles.find((tile) => keyOf(tile) === key));
    expect(inHole).toBeUndefined();
    expect(onLand).toBeDefined();
  });

  it("clamps at the poles and at the antimeridian", async () => {
    const corners = [square(179, 80, 1), square(-180, -90, 2), square(178, -90, 5), square(-200, 84, 30)];
    const areas = [...corners, square(0, 88, 1)].map((geometry, idx) => areaOf(idx, geometry));
    const tiles = await cutAll({ minZoom: 0, maxZoom: 6, batches: [areas] });
    for (const set of idxByZoom(tiles).values()) expect(set.size).toBe(areas.length);
    for (const { z, x, y } of tiles)
      expect(Math.min(x, y, 2 ** z - 1 - x, 2 ** z - 1 - y)).toBeGreaterThanOrEqual(0);
    for (const tile of tiles)
      for (const { rings } of decodeGeometry(tile).features)
        for (const [x, y] of rings.flat())
          expect(Math.min(x, y, 4096 * 2 ** tile.z - x, 4096 * 2 ** tile.z - y)).toBeGreaterThanOrEqual(0);
  });

  it("refuses zooms out of range, positions that are no numbers, and an area of two batches", async () => {
    const area = areaOf(0, square(0, 0, 1));
    await expect(cutAll({ minZoom: 3, maxZoom: 2, batches: [[area]] })).rejects.toThrow("zooms 3–2");
    await expect(cutAll({ minZoom: 0, maxZoom: 19, batches: [[area]] })).rejects.toThrow("0–18");
    await expect(
      cutAll({ minZoom: 0, maxZoom: 0, batches: [[areaOf(0, square(NaN, 0, 1))]] }),
    ).rejects.toThrow('area "990000" has the position [NaN, 0]');
    await expect(cutAll({ minZoom: 0, maxZoom: 0, batches: [[area], [area]] })).rejects.toThrow(
      "got area 0 twice",
    );
  });

  it("says how far it is, and removes its files when the reader stops early", async () => {
    const { areas } = makeCoverage({ seed: 2, cells: 50 });
    const own = mkdtempSync(join(tmpdir(), "village-lens-test-"));
    vi.stubEnv("TMPDIR", own);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(own, { recursive: true });
    });
    const steps: string[] = [];
    const onProgress = ({ what, done }: { what: string; done: number }): void =>
      void steps.push(`${what} ${done}`);
    for await (const tiles of cutLevel({
      layer: "village",
      minZoom: 0,
      maxZoom: 3,
      batches: [packBatch(areas)],
      total: areas.length,
      onProgress,
    })) {
      expect(tiles).toHaveLength(1);
      break;
    }
    expect(steps).toEqual([`cut village ${areas.length}`]);
    expect(readdirSync(own)).toEqual([]);
  });

  it("gives the tiles that are written down in fixtures", async () => {
    const input = JSON.parse(readFileSync(new URL("fixtures/lake.geojson", import.meta.url), "utf8")) as {
      features: { properties: { code: string; name: string }; geometry: TileArea["geometry"] }[];
    };
    const areas = input.features.map(({ properties, geometry }, idx) => ({ idx, ...properties, geometry }));
    const columns: TileColumn[] = [
      { values: Float32Array.from([0.25, 0, -1, 0, 7]), status: Uint8Array.from([0, 1, 0, 2, 0]) },
      { values: new Float32Array(5), status: Uint8Array.from([3, 0, 0, 0, 0]) },
    ];
    const text = describeTiles(await cutAll({ minZoom: 5, maxZoom: 7, batches: [areas] }), columns);
    const golden = new URL("fixtures/lake.txt", import.meta.url);
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, "utf8"));
  });
});
