import { describe, expect, it } from "vitest";
import { zoomsOfLevel } from "./zooms.ts";

/** A grid of n × n equal boxes at the equator, `size` degrees wide each. */
const grid = (n: number, size: number): { bbox: number[] }[] =>
  Array.from({ length: n * n }, (_, i) => {
    const [west, south] = [(i % n) * size, Math.floor(i / n) * size];
    return { bbox: [west, south, west + size, south + size] };
  });

describe("zoomsOfLevel", () => {
  it("starts a level of few areas at zoom 0 and ends it where an area fills a tile", () => {
    // 1° is 1/360 of the world, as wide as a tile between zoom 8 (1/256) and 9 (1/512).
    expect(zoomsOfLevel(grid(10, 1))).toMatchObject({ minZoom: 0, maxZoom: 9 });
  });

  it("starts a dense level where no tile holds more than 5,000 areas", () => {
    // 40,000 areas of 0.011°: a tile of zoom 8, 1.406° wide, holds 127² and more of them, one of zoom 9 at most 64².
    expect(zoomsOfLevel(grid(200, 0.011))).toMatchObject({ minZoom: 9, maxZoom: 12 });
  });

  it("calls a level legible where its areas are 14 px wide on average", () => {
    // 14 / 512 of a tile is 1/360 of the world at zoom log2(14 · 360 / 512) = 3.30.
    expect(zoomsOfLevel(grid(10, 1)).legibleZoom).toBeCloseTo(3.3, 1);
  });

  it("never calls a level legible where it is not cut, and never cuts beyond zoom 12", () => {
    const dense = zoomsOfLevel(Array.from({ length: 6000 }, () => ({ bbox: [10, 10, 10, 10] })));
    expect(dense).toEqual({ minZoom: 12, maxZoom: 12, legibleZoom: 12 });
    expect(zoomsOfLevel([])).toEqual({ minZoom: 0, maxZoom: 0, legibleZoom: 0 });
  });
});
