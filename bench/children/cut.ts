// Cuts all levels of the demo and prints what it took: `cut.ts VILLAGES`.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoDataset } from "#seeds/demo/dataset";
import { cutTiles } from "#server/import/load/cut_tiles";
import { numberAreas } from "#server/import/boundaries/number_areas";
import { Spill } from "#server/import/load/spill";
import { cpuSeconds } from "#bench/cpu";
import { ownPeakBytes, resetPeak } from "#bench/memory";

export interface CutMeasured {
  readonly areas: number;
  readonly tiles: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** Of all tiles as stored. */
  readonly bytes: number;
}

const quiet = (): void => undefined;

const { manifest, boundaries } = demoDataset({ villages: Number(process.argv[2]) });
const spills = { areas: new Spill(tmpdir()), tiles: new Spill(tmpdir()) };
const { levels } = await numberAreas(manifest, boundaries!, spills.areas, quiet);

resetPeak();
const [wall, cpu] = [performance.now(), cpuSeconds()];
const folder = mkdtempSync(join(tmpdir(), "village-lens-cut-"));
const cut = await cutTiles(levels, manifest.defaultLanguage, spills.tiles, { folder, onProgress: quiet });
const measured: CutMeasured = {
  areas: levels.reduce((sum, { codes }) => sum + codes.length, 0),
  tiles: cut.reduce((sum, { records }) => sum + records.length, 0),
  seconds: (performance.now() - wall) / 1e3,
  cpuSeconds: cpuSeconds() - cpu,
  peakBytes: ownPeakBytes(),
  bytes: cut.flatMap(({ records }) => records).reduce((sum, record) => sum + spills.tiles.sizeOf(record), 0),
};
rmSync(folder, { recursive: true });
for (const spill of Object.values(spills)) spill.close();
process.stdout.write(JSON.stringify(measured));
