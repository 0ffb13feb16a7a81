// Heights among the files: GeoTIFFs, which hold no rows.

import { fromArrayBuffer } from "geotiff";
import type { FileSpec } from "#server/import/profile/profile";
import type { OpenedFile } from "#server/import/readers/open_file";
import { fileKeys, type Part } from "./profile_nodes.ts";

export interface FoundRelief {
  readonly spec: FileSpec;
  readonly columns: number;
  readonly rows: number;
  /** Whether the file names its coordinate system by a number. */
  readonly hasCrs: boolean;
}

/** How a TIFF begins, in either order of bytes; the last two are of files of more than 4 GB. */
const MAGIC: readonly string[] = ["49492a00", "4d4d002a", "49492b00", "4d4d002b"];
/** Key of a system that the file spells out itself. */
const USER_DEFINED = 32_767;

/** The GeoTIFFs of a file. */
export async function reliefsIn({ members }: OpenedFile, file: string): Promise<FoundRelief[]> {
  const found: FoundRelief[] = [];
  for (const [entry, bytes] of members) {
    if (!MAGIC.includes(bytes.toString("hex", 0, 4))) continue;
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const image = await fromArrayBuffer(copy)
      .then((tiff) => tiff.getImage())
      .catch(() => null);
    if (!image) continue;
    const { ProjectedCSTypeGeoKey: projected, GeographicTypeGeoKey: geographic } = image.getGeoKeys() ?? {};
    const key: unknown = projected ?? geographic;
    found.push({
      spec: members.size === 1 ? { file } : { file, entry },
      columns: image.getWidth(),
      rows: image.getHeight(),
      hasCrs: typeof key === "number" && key !== USER_DEFINED,
    });
  }
  return found;
}

/** The relief of the profile. */
export const reliefPart = ({ spec, columns, rows, hasCrs }: FoundRelief): Part => ({
  value: fileKeys(spec),
  comments: [
    `guessed: ${columns} × ${rows} pixels of a GeoTIFF are heights in metres`,
    ...(hasCrs ? [] : ["to be filled: it names no coordinate system; write crs: EPSG:…"]),
  ],
});
