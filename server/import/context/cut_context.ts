// Cuts the layers of a dataset that are not shown yet into tiles, in a temporary file.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import {
  isPictureLayer,
  type ContextLayerInput,
  type PictureLayerId,
  type RasterGrid,
} from "#domain/context";
import type { Progress } from "#domain/progress";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import type { Spill } from "#server/import/load/spill";
import { cutFeatures, FEATURES_VERSION } from "#tiles/context/cut_features";
import type { CutPictures } from "#tiles/raster/cut_pictures";
import { cutRelief, RELIEF_VERSION } from "#tiles/raster/cut_relief";
import { cutSettlement, SETTLEMENT_VERSION } from "#tiles/raster/cut_settlement";
import type { TilePlace } from "#tiles/tile_place";

export interface CutContextLayer {
  readonly layer: ContextLayerInput["layer"];
  readonly address: string;
  readonly checksum: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: readonly number[];
  readonly featureCount: number;
  /** Where each tile is, and its record in the temporary file. */
  readonly tiles: readonly (TilePlace & { readonly record: number })[];
}

/** Digits of an address. */
const ADDRESS_DIGITS = 16;

/** How the pictures of a layer are cut from its raster. */
const PICTURES: Readonly<
  Record<PictureLayerId, { readonly version: number; readonly cut: (raster: RasterGrid) => CutPictures }>
> = {
  settlement: { version: SETTLEMENT_VERSION, cut: cutSettlement },
  relief: { version: RELIEF_VERSION, cut: cutRelief },
};

const versionOf = (layer: ContextLayerInput["layer"]): number =>
  isPictureLayer(layer) ? PICTURES[layer].version : FEATURES_VERSION;

/** The address of a layer: of what it is made from and of the version that cuts it. */
export const contextAddress = ({ layer, checksum }: Pick<ContextLayerInput, "layer" | "checksum">): string =>
  createHash("sha256")
    .update(`${layer} ${versionOf(layer)} ${checksum}`)
    .digest("hex")
    .slice(0, ADDRESS_DIGITS);

/** The layers that are not the newest of their kind in the database. */
export async function newContext(
  { knex }: Pick<Database, "knex">,
  layers: readonly ContextLayerInput[],
): Promise<ContextLayerInput[]> {
  const stored = await query<{ layer: string; address: string }>(
    knex,
    "select distinct on (layer) layer, address from context.layer order by layer, id desc",
  );
  const shown = new Map(stored.map(({ layer, address }) => [layer, address]));
  return layers.filter((input) => shown.get(input.layer) !== contextAddress(input));
}

/** Cuts layers; their tiles go into `spill`, those of features as gzip. */
export async function cutContext(
  layers: readonly ContextLayerInput[],
  spill: Spill,
  onProgress: Progress,
): Promise<CutContextLayer[]> {
  const cut: CutContextLayer[] = [];
  for (const [done, input] of layers.entries()) {
    const { layer, checksum } = input;
    onProgress({ what: `cutting ${layer}`, done, total: layers.length });
    const isPicture = "raster" in input;
    const features = isPicture ? [] : await input.features();
    const made = isPicture
      ? PICTURES[input.layer].cut(await input.raster())
      : cutFeatures(input.layer, features);
    const tiles: (TilePlace & { record: number })[] = [];
    for (const { z, x, y, bytes } of made.tiles())
      tiles.push({ z, x, y, record: spill.add(isPicture ? bytes : gzipSync(bytes, { level: 9 })) });
    const { minZoom, maxZoom, bounds } = made;
    cut.push({
      layer,
      address: contextAddress(input),
      checksum,
      minZoom,
      maxZoom,
      bounds,
      featureCount: features.length,
      tiles,
    });
  }
  return cut;
}
