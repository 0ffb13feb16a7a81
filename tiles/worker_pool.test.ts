import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { areaOf, makeCoverage, square } from "./fixtures/coverages.ts";
import { contents, cutAll } from "./fixtures/decode.ts";
import { partition } from "./fixtures/partition.ts";

const ZOOMS = { minZoom: 3, maxZoom: 8 };
const KINDS = { cells: 60, enclaves: 5, junctions: 4, slivers: 11, specks: 9, pairs: 8, islands: 2 };

describe("cutting on worker threads", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "village-lens-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives the bytes of one whole run, also when it goes on from where a run was killed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 5, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        async (seed, count, batchesDone) => {
          const { areas } = makeCoverage({ seed, ...KINDS });
          const whole = contents(await cutAll({ ...ZOOMS, batches: [areas] }));
          const place = join(folder, String(seed));
          const run = { ...ZOOMS, batches: partition(areas, count, seed + 1), folder: place, threads: 2 };
          let reports = 0;
          const killed = cutAll({
            ...run,
            onProgress: () => {
              if (++reports > batchesDone) throw new Error("killed");
            },
          });
          await expect(killed).rejects.toThrow("killed");
          const finished = readdirSync(place).map((name) => join(place, name));
          expect(finished.length).toBeGreaterThanOrEqual(batchesDone);
          // What a process leaves that dies while it writes.
          writeFileSync(`${finished[0]!}.1.1`, "half a fi");
          const before = finished.map((file) => statSync(file).ino);

          expect(contents(await cutAll(run))).toEqual(whole);
          expect(finished.map((file) => statSync(file).ino)).toEqual(before);
        },
      ),
      { numRuns: 3 },
    );
  });

  it("cuts anew what has changed, and nothing else", async () => {
    const { areas } = makeCoverage({ seed: 11, cells: 60 });
    const batches = partition(areas, 4, 1);
    await cutAll({ ...ZOOMS, batches, folder });
    const features = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".features"));
    const before = features();
    const [first, ...rest] = batches as { own: typeof areas; around: typeof areas }[];
    const renamed = { ...first!, own: first!.own.map((area) => ({ ...area, name: `${area.name} new` })) };
    const tiles = await cutAll({ ...ZOOMS, batches: [renamed, ...rest], folder });
    expect(features().filter((name) => !before.includes(name))).toHaveLength(1);
    expect(contents(tiles)).toEqual(contents(await cutAll({ ...ZOOMS, batches: [renamed, ...rest] })));
  });

  it("reports what a worker met: a bad position, an area of two batches, a file cut short", async () => {
    const run = { minZoom: 0, maxZoom: 2, threads: 2 };
    await expect(cutAll({ ...run, batches: [[areaOf(0, square(NaN, 0, 1))]] })).rejects.toThrow(
      'area "990000" has the position [NaN, 0]: must be finite numbers',
    );
    const area = areaOf(0, square(0, 0, 1));
    await expect(cutAll({ ...run, batches: [[area], [area, areaOf(1, square(5, 5, 1))]] })).rejects.toThrow(
      "got area 0 twice",
    );
    await cutAll({ ...run, batches: [[area]], folder });
    const names = readdirSync(folder);
    for (const name of names.filter((file) => file.endsWith(".tiles"))) rmSync(join(folder, name));
    truncateSync(
      join(
        folder,
        names.find((file) => file.endsWith(".features"))!,
      ),
      60,
    );
    await expect(cutAll({ ...run, batches: [[area]], folder })).rejects.toThrow(/ends at 60: \d+ expected/);
  });
});
