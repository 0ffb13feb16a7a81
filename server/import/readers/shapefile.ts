// Reads a Shapefile, from an archive or side by side: .shp and .dbf, the encoding from .cpg or the bytes, the coordinate system from .prj.

import type { Feature, Geometry } from "geojson";
import { open } from "shapefile";
import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import type { InputFile } from "./input_file.ts";
import type { Reader } from "./reader.ts";
import { isShape } from "./shapefile_parts.ts";
import { guessEncoding } from "./text.ts";
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

const shapesOf = (members: ReadonlyMap<string, Buffer>): string[] => [...members.keys()].filter(isShape);

const withoutColumns = (file: string): ImportFault =>
  new ImportFault("is a bare .shp, which has no columns", {
    rule: "file_unreadable",
    file,
    action: "nothing was read; put its .dbf and .prj beside it, or zip all of them",
  });

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== "";
  } catch {
    return false;
  }
}

/** Of the characters beyond ASCII this share may be broken before bytes are no UTF-8: fields cut a character at their end. */
const MOST_BROKEN = 0.25;

/** Whether records are UTF-8: "no" where they are not, "ascii" where nothing tells. */
function utf8Of(records: Buffer): "yes" | "no" | "ascii" {
  let beyond = 0;
  let broken = 0;
  for (const character of new TextDecoder("utf-8").decode(records)) {
    if (character === "\uFFFD") broken++;
    else if (character > "\u007F") beyond++;
  }
  if (beyond + broken === 0) return "ascii";
  return broken > MOST_BROKEN * (beyond + broken) ? "no" : "yes";
}

/** The encoding that the .cpg names, unless the bytes show that it is another, which is reported. */
function encodingOf({ name: file, log }: InputFile, cpg: Buffer | undefined, dbf: Buffer): string {
  const declared = cpg?.toString("latin1").trim().toLowerCase() ?? "";
  const name = CODE_PAGES[declared] ?? declared;
  const records = dbf.subarray(headerLength(dbf));
  const utf8 = utf8Of(records);
  const found = utf8 === "no" ? guessEncoding(records) : "utf-8";
  if (name === "" || !isKnown(name)) return found;
  const isLie = utf8 !== "ascii" && (new TextDecoder(name).encoding === "utf-8") !== (utf8 === "yes");
  if (!isLie) return name;
  log.add({
    severity: "warning",
    rule: "encoding_wrong",
    file,
    value: declared,
    message: `the .cpg says "${declared}", and the .dbf is not written in it`,
    action: `the .dbf was read as ${found}; set "encoding" in the profile if that is wrong`,
  });
  return found;
}

const headerLength = (dbf: Buffer): number => (dbf.length >= 32 ? dbf.readUInt16LE(8) : 0);

/** Records that a .dbf states, and those that it holds. */
function recordsOf(dbf: Buffer): { stated: number; held: number } {
  if (dbf.length < 32) return { stated: 0, held: 0 };
  const length = dbf.readUInt16LE(10);
  const held = length > 0 ? Math.floor((dbf.length - headerLength(dbf)) / length) : 0;
  return { stated: dbf.readUInt32LE(4), held };
}

/** Shapes of a .shp, walked from one to the next. */
function countShapes(shp: Buffer): number {
  let count = 0;
  for (let at = 100; at + 8 <= shp.length; count++) at += 8 + 2 * shp.readUInt32BE(at + 4);
  return count;
}

/** Throws an ImportFault where shapes and rows cannot belong together: the rows beyond would be lost in silence. */
function assertCounts(file: string, shape: string, shp: Buffer, dbf: Buffer): void {
  const { stated, held } = recordsOf(dbf);
  const shapes = countShapes(shp);
  if (stated === shapes && held >= shapes) return;
  throw new ImportFault(
    `"${shape}" has ${shapes} shapes, and its .dbf states ${stated} rows and holds ${held}`,
    {
      rule: "shapefile_mismatched",
      file,
      action: "nothing was read; write the Shapefile anew, with all its parts",
    },
  );
}

/** Opens the only .shp of an archive, or the one named as `entry`. */
async function readShapefile(input: InputFile): Promise<Source> {
  const { name: file, members, options } = input;
  const shapes = shapesOf(members);
  if (shapes.length === 0) throw withoutColumns(file);
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
  if (!dbf) throw withoutColumns(file);
  assertCounts(file, shape, members.get(shape)!, dbf);
  const features: Feature<Geometry | null>[] = [];
  try {
    const source = await open(new Uint8Array(members.get(shape)!), new Uint8Array(dbf), {
      encoding: options.encoding ?? encodingOf(input, beside("cpg"), dbf),
    });
    for (let next = await source.read(); !next.done; next = await source.read()) features.push(next.value);
  } catch (error) {
    throw unreadable(file, `"${shape}" is damaged`, error);
  }
  return sourceOfFeatures("Shapefile", file, beside("prj")?.toString("latin1").trim() || null, features);
}

export const shapefileReader: Reader = {
  id: "shapefile",
  label: "Shapefile",
  detects(file) {
    const { entry } = file.options;
    const shapes = shapesOf(file.members);
    return entry === undefined ? shapes.length > 0 || file.startsWith(MAGIC) : shapes.includes(entry);
  },
  read: readShapefile,
};
