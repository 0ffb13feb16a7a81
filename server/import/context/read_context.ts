// The `context` of a profile → layers of a dataset, read and checked.

import { createHash } from "node:crypto";
import {
  PICTURE_LAYER_IDS,
  VECTOR_LAYER_IDS,
  type ContextFeature,
  type ContextLayerInput,
} from "#domain/context";
import type { Progress } from "#domain/progress";
import type { Database } from "#sql/connect";
import type { FindingLog } from "#server/import/findings/finding_log";
import { Files } from "#server/import/readers/files";
import type { ContextSection } from "./profile.ts";
import { readFeatures } from "./read_features.ts";
import { readRaster } from "./read_raster.ts";

interface ContextOptions {
  readonly folder: string;
  readonly log: FindingLog;
  readonly onProgress: Progress;
  readonly database: Pick<Database, "pool">;
  /** Whether an area has a code. */
  readonly isArea: (code: string) => boolean;
}

/** Of its part of the profile and the files it names. */
const checksumOf = (spec: unknown, { checksums }: Files): string =>
  createHash("sha256")
    .update(JSON.stringify([spec, [...checksums].sort()]))
    .digest("hex");

/** The layers of a profile; what cannot be read or drawn is in the log. */
export async function readContext(
  { layers, ...rasters }: ContextSection,
  options: ContextOptions,
): Promise<ContextLayerInput[]> {
  const { folder, log, onProgress, database, isArea } = options;
  const inputs: ContextLayerInput[] = [];
  for (const layer of VECTOR_LAYER_IDS) {
    const specs = layers.filter((spec) => spec.layer === layer);
    if (specs.length === 0) continue;
    const files = new Files(folder, log, onProgress);
    const features: ContextFeature[] = [];
    for (const spec of specs) {
      const own = await readFeatures(spec, { files, log, database });
      for (const { area } of own)
        if (area !== undefined && !isArea(area))
          log.addRow({
            severity: "warning",
            rule: "area_unknown",
            file: spec.file,
            value: area,
            message: `"${area}" is the code of no area`,
            action: "the point is drawn without it",
          });
      for (const feature of own) features.push(feature);
    }
    inputs.push({ layer, checksum: checksumOf(specs, files), features: () => Promise.resolve(features) });
  }
  for (const layer of PICTURE_LAYER_IDS) {
    const spec = rasters[layer];
    if (!spec) continue;
    const files = new Files(folder, log, onProgress);
    const raster = await readRaster(spec, { files, log, database });
    inputs.push({ layer, checksum: checksumOf(spec, files), raster: () => Promise.resolve(raster) });
  }
  return inputs;
}
