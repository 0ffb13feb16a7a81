import { describe, expect, it } from "vitest";
import { makeLand } from "./make_land.ts";
import { placesOf } from "./places.ts";
import { apportion } from "./regions.ts";
import { sizeOf } from "./size.ts";

describe("regions", () => {
  it.each([20, 300, 3_600, 9_000])(
    "are connected at every level and all there, with %i villages",
    (villages) => {
      const land = makeLand(villages, 3);
      const { regionOf, cellsOf, regions } = placesOf(land);
      const { start, to } = land.graph;
      regions.forEach((list, level) => {
        list.forEach((_, region) => {
          const cells = cellsOf(level, region);
          const reached = new Set([cells[0]!]);
          for (const cell of reached)
            for (let edge = start[cell]!; edge < start[cell + 1]!; edge++)
              if (regionOf(level, to[edge]!) === region) reached.add(to[edge]!);
          expect(cells.length).toBeGreaterThan(0);
          expect(reached.size).toBe(cells.length);
        });
      });
      const { provinces, prefectures, counties, townships } = land.size;
      expect(regions.map(({ length }) => length)).toEqual([provinces, prefectures, counties, townships]);
    },
  );
});

describe("apportion", () => {
  it("gives by largest remainder, at least one and never more than there is", () => {
    expect(apportion([50, 30, 20], 10)).toEqual([5, 3, 2]);
    expect(apportion([97, 2, 1], 10)).toEqual([8, 1, 1]);
    expect(apportion([1, 1, 8], 10)).toEqual([1, 1, 8]);
    expect(() => apportion([1, 1], 3)).toThrow("cannot split 3 among 2");
  });

  it("gives those that weigh more a larger part, still never more than there is", () => {
    expect(apportion([30, 30], 9, [2, 1])).toEqual([6, 3]);
    expect(apportion([30, 30], 9, [0.5, 0.25])).toEqual([6, 3]);
    expect(apportion([2, 58], 30, [100, 1])).toEqual([2, 28]);
  });
});

describe("sizeOf", () => {
  it("gives the default province and the counts of the real country", () => {
    expect(sizeOf(3_600)).toMatchObject({
      provinces: 1,
      prefectures: 3,
      counties: 24,
      townships: 300,
      merges: 40,
    });
    expect(sizeOf(620_573)).toMatchObject({
      provinces: 34,
      prefectures: 342,
      counties: 2_978,
      townships: 41_352,
    });
  });

  it("never has more regions than the level below, and refuses what cannot be made", () => {
    for (let villages = 20; villages <= 690_000; villages = Math.ceil(villages * 1.3)) {
      const { provinces, prefectures, counties, townships } = sizeOf(villages);
      const counts = [1, provinces, prefectures, counties, townships, villages];
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }
    for (const villages of [0, 19, 3.5, 690_001, Number.NaN])
      expect(() => sizeOf(villages)).toThrow("20 to 690000");
  });
});
