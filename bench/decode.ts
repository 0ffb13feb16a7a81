// Reads tiles, so that what is compared is known to say the same.

import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";

/** The first value of every feature of a gzipped tile, by id; undefined where it is missing. */
export function valuesOf(gzip: Buffer, level: string): Map<number, number | undefined> {
  const layer = new VectorTile(new PbfReader(gunzipSync(gzip))).layers[level];
  const values = new Map<number, number | undefined>();
  for (let at = 0; at < (layer?.length ?? 0); at++) {
    const { id, properties } = layer!.feature(at);
    const value = properties["v0"];
    values.set(id!, typeof value === "number" ? value : undefined);
  }
  return values;
}
