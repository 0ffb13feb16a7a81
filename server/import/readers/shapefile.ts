// Reads a Shapefile from a zip: .shp and .dbf, the encoding from .cpg or the bytes, the coordinate system from .prj.

import type { Feature, Geometry } from "geojson";
import { open } from "shapefile";
import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import type { InputFile } from "./input_file.ts";
import type { Reader } from "./reader.ts";
import { guessEncoding, isUtf8 } from "./text.ts";
import { sourceOfFeatures, type Source } from "./source.ts";

/** File code, big-endian, at the beginning of a .shp. */
const MAGIC = Buffer.from([0, 0, 0x27, 0x0a]);

/** Code pages as .cpg files name them. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  "936": "gb18030",
  cp936: "gb18030",
  gbk: "gb18030",
  "65001": "utf-8",
  "1252": "windows-1252",
  cp1252: "windows-1252",
  "88591": "windows-1252",
};

const shapesOf = (members: ReadonlyMap<string, Buffer>): string[] =>
  [...members.keys()].filter((name) => /\.shp$/i.test(name));

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== "";
  } catch {
    return false;
  }
}

function encodingOf(cpg: Buffer | undefined, dbf: Buffer | undefined): string {
  const declared = cpg?.toString("latin1").trim().toLowerCase() ?? "";
  const name = CODE_PAGES[declared] ?? declared;
  if (name !== "" && isKnown(name)) return name;
  return dbf === undefined || isUtf8(dbf) ? "utf-8" : guessEncoding(dbf);
}

/** Opens the only .shp of an archive, or the one named as `entry`. */
async function readShapefile({ name: file, members, options }: InputFile): Promise<Source> {
  const shapes = shapesOf(members);
  if (shapes.length === 0)
    throw new ImportFault("is a bare .shp, which has no columns", {
      rule: "file_unreadable",
      file,
      action: "nothing was read; zip the .shp with its .dbf and .prj",
    });
  const shape = options.entry ?? (shapes.length === 1 ? shapes[0] : undefined);
  if (shape === undefined)
    throw new ImportFault(`holds several shapefiles: ${shapes.join(", ")}`, {
      rule: "entry_unknown",
      file,
      action: 'name one of them as "entry" in the profile',
    });
  const beside = (extension: string): Buffer | undefined => {
    const wanted = shape.replace(/shp$/i, extension).toLowerCase();
    return [...members].find(([name]) => name.toLowerCase() === wanted)?.[1];
  };
  const dbf = beside("dbf");
  const features: Feature<Geometry | null>[] = [];
  try {
    const source = await open(new Uint8Array(members.get(shape)!), dbf && new Uint8Array(dbf), {
      encoding: options.encoding ?? encodingOf(beside("cpg"), dbf),
    });
    for (let next = await source.read(); !next.done; next = await source.read()) features.push(next.value);
  } catch (error) {
    throw unreadable(file, `"${shape}" is damaged`, error);
  }
  return sourceOfFeatures("Shapefile", file, beside("prj")?.toString("latin1").trim() || null, features);
}

export const shapefileReader: Reader = {
  id: "shapefile",
  label: "Shapefile in a zip",
  detects(file) {
    const { entry } = file.options;
    const shapes = shapesOf(file.members);
    return entry === undefined ? shapes.length > 0 || file.startsWith(MAGIC) : shapes.includes(entry);
  },
  read: readShapefile,
};
