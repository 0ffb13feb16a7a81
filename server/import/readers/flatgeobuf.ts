// Reads FlatGeobuf; the coordinate system stands in its header.

import type { Feature, Geometry } from "geojson";
import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { ImportFault } from "../finding_log.ts";
import { sourceOfFeatures, type Source } from "./source.ts";

/** Opens the bytes of a FlatGeobuf; throws an ImportFault when they are damaged. */
export async function readFlatGeobuf(file: string, bytes: Buffer): Promise<Source> {
  let crs: string | null = null;
  const features: Feature<Geometry | null>[] = [];
  try {
    const decoded = deserialize(new Uint8Array(bytes), {
      headerMetaFn: (header: HeaderMeta) => {
        if (header.crs?.code) crs = `${header.crs.org ?? "EPSG"}:${header.crs.code}`;
        else crs = header.crs?.wkt ?? null;
      },
    });
    for await (const feature of decoded) features.push(feature as Feature<Geometry | null>);
  } catch (error) {
    throw new ImportFault(
      `is a damaged FlatGeobuf: ${error instanceof Error ? error.message : String(error)}`,
      {
        rule: "file_unreadable",
        file,
        action: "nothing was read",
      },
    );
  }
  return sourceOfFeatures("FlatGeobuf", crs, features);
}
