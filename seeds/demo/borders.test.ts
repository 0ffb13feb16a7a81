// The borders of the demo: without gap, overlap or crossing, the same for the same seed.

import { createHash } from "node:crypto";
import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { DatasetInput } from "#domain/dataset";
import { dissolve } from "#tiles/dissolve";
import { demoDataset } from "./dataset.ts";
import { areasOf, rowsOf } from "./fixtures/gathered.ts";
import { segments } from "./fixtures/segments.ts";

async function digest(dataset: DatasetInput): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([dataset.manifest, dataset.lineage]));
  for (const { id } of dataset.manifest.levels) hash.update(JSON.stringify(await areasOf(dataset, id)));
  for (const { id } of dataset.tables) hash.update(JSON.stringify(await rowsOf(dataset, id)));
  return hash.digest("hex");
}

const LEVELS = ["province", "prefecture", "county", "township", "village"];

/** Signed, in square degrees. */
const surface = ({ coordinates }: MultiPolygon): number =>
  coordinates
    .flat()
    .reduce(
      (total, ring) =>
        total +
        ring
          .slice(1)
          .reduce((sum, [x, y], at) => sum + (ring[at]![0]! - 100) * y! - (x! - 100) * ring[at]![1]!, 0) /
          2,
      0,
    );

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("a demo of 300 villages", () => {
  const dataset = demoDataset({ villages: 300, seed: 7 });

  it("is the same for the same seed and another for another", async () => {
    const first = await digest(dataset);
    expect(await digest(demoDataset({ villages: 300, seed: 7 }))).toBe(first);
    const other = demoDataset({ villages: 300, seed: 8 });
    expect(await digest(other)).not.toBe(first);
    expect(other.tables[0]!.checksum).not.toBe(dataset.tables[0]!.checksum);
    expect(dataset.tables[0]!.checksum).not.toBe(dataset.tables[1]!.checksum);
  });

  it("leaves no gap and no overlap: every border is either shared or on the outer line", async () => {
    const outer = segments(await areasOf(dataset, "province"));
    for (const level of LEVELS.slice(1)) {
      const own = segments(await areasOf(dataset, level));
      const unshared: string[] = [];
      for (const [segment, count] of own) {
        expect(count, segment).toBe(1);
        const [from, to] = segment.split(" ");
        if (!own.has(`${to} ${from}`)) unshared.push(segment);
      }
      expect(unshared.sort()).toEqual([...outer.keys()].sort());
    }
  });

  it("adds up in area at every level, with shells anticlockwise and holes clockwise", async () => {
    const [province] = await areasOf(dataset, "province");
    for (const level of LEVELS) {
      const areas = await areasOf(dataset, level);
      expect(total(areas.map(({ geometry }) => surface(geometry!)))).toBeCloseTo(
        surface(province!.geometry!),
        8,
      );
      for (const { geometry } of areas)
        for (const [shell, ...holes] of geometry!.coordinates) {
          expect(surface({ type: "MultiPolygon", coordinates: [[shell!]] })).toBeGreaterThan(0);
          for (const hole of holes)
            expect(surface({ type: "MultiPolygon", coordinates: [[hole]] })).toBeLessThan(0);
        }
    }
  });

  it("draws borders that never cross or touch themselves", async () => {
    for (const { geometry, code } of await areasOf(dataset, "village"))
      for (const ring of geometry!.coordinates.flat()) {
        expect(new Set(ring.slice(1).map(String)).size, code).toBe(ring.length - 1);
        expect(crossings(ring), code).toBe(0);
      }
  });

  it("outlines a township exactly as its dissolved villages", async () => {
    const villages = await areasOf(dataset, "village");
    for (const township of (await areasOf(dataset, "township")).slice(0, 10)) {
      const parts = villages.filter(({ parentCode }) => parentCode === township.code);
      const merged = dissolve(parts.map(({ geometry }) => geometry!));
      const asArea = (geometry: MultiPolygon) => [...segments([{ ...township, geometry }]).keys()].sort();
      expect(asArea(merged)).toEqual(asArea(township.geometry!));
    }
  });
});

/** Pairs of segments of one ring that properly cross. */
function crossings(ring: readonly (readonly number[])[]): number {
  const side = (a: readonly number[], b: readonly number[], c: readonly number[]) =>
    Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
  let count = 0;
  for (let one = 1; one < ring.length; one++)
    for (let other = one + 1; other < ring.length; other++) {
      const [a, b, c, d] = [ring[one - 1]!, ring[one]!, ring[other - 1]!, ring[other]!];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count++;
    }
  return count;
}
