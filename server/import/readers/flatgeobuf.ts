// Reads FlatGeobuf; the coordinate system stands in its header.

import type { Feature, Geometry } from "geojson";
import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { unreadable } from "#server/import/findings/import_fault";
import type { InputFile } from "./input_file.ts";
import type { Reader } from "./reader.ts";
import { sourceOfFeatures, type Source } from "./source.ts";

/** Version 3; the first three bytes tell the format. */
const MAGIC = Buffer.from([0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]);
/** Slots of the header table, and the size of a node of its index (FlatGeobuf 3, header.fbs, packedrtree). */
const SLOT = { columns: 7, featuresCount: 8, indexNodeSize: 9 };
const NODE_BYTES = 40;

/**
 * Throws a RangeError unless all lengths stay inside the bytes: the decoder believes them, and runs for ever on some
 * that are wrong.
 */
function assertLengths(bytes: Buffer): void {
  const bad = (what: string): RangeError => new RangeError(`${what} reaches beyond the end`);
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new RangeError("the first bytes are wrong");
  const headerEnd = 12 + bytes.readUInt32LE(8);
  if (headerEnd > bytes.length) throw bad("the header");
  const table = 12 + bytes.readUInt32LE(12);
  const slots = table - bytes.readInt32LE(table);
  const field = (slot: number): number => {
    const at = 4 + 2 * slot;
    const offset = at < bytes.readUInt16LE(slots) ? bytes.readUInt16LE(slots + at) : 0;
    return offset === 0 ? 0 : table + offset;
  };
  const columns = field(SLOT.columns);
  if (columns && bytes.readUInt32LE(columns + bytes.readUInt32LE(columns)) * 4 > headerEnd)
    throw bad("the list of columns");
  const countAt = field(SLOT.featuresCount);
  const count = countAt ? Number(bytes.readBigUInt64LE(countAt)) : 0;
  if (count * 4 > bytes.length) throw bad("the list of features");
  const nodeAt = field(SLOT.indexNodeSize);
  const node = nodeAt ? bytes.readUInt16LE(nodeAt) : 16;
  let nodes = 0;
  if (node >= 2 && count > 0)
    for (let level = count; ; level = Math.ceil(level / node)) {
      nodes += level;
      if (level === 1) break;
    }
  let at = headerEnd + nodes * NODE_BYTES;
  while (at < bytes.length) {
    const length = bytes.readUInt32LE(at);
    if (length < 4 || at + 4 + length > bytes.length) throw bad("a feature");
    at += 4 + length;
  }
}

async function readFlatGeobuf({ name: file, bytes }: InputFile): Promise<Source> {
  let crs: string | null = null;
  const features: Feature<Geometry | null>[] = [];
  try {
    assertLengths(bytes!);
    const decoded = deserialize(new Uint8Array(bytes!), {
      headerMetaFn: (header: HeaderMeta) => {
        const { code = 0, org, wkt } = header.crs ?? {};
        crs = code > 0 ? `${org ?? "EPSG"}:${code}` : (wkt ?? null) || null;
      },
    });
    for await (const feature of decoded) features.push(feature as Feature<Geometry | null>);
  } catch (error) {
    throw unreadable(file, "is a damaged FlatGeobuf", error);
  }
  return sourceOfFeatures("FlatGeobuf", file, crs, features);
}

export const flatGeobufReader: Reader = {
  id: "flatgeobuf",
  label: "FlatGeobuf",
  detects: (file) => file.startsWith(MAGIC.subarray(0, 3)),
  read: readFlatGeobuf,
};
