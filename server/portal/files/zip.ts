// ZIP files (PKWARE APPNOTE 6.3.3) of a few named files, deflated; sizes below 4 GB.

import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

import { inParallel } from "#server/portal/in_parallel";

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATE = 8;
/** 1980-01-01, so that equal contents make equal files. */
const DATE = 0x0021;

/** What both headers of an entry share, from the version needed on. */
function fields(entry: ZipEntry, packed: Uint8Array, nameLength: number): Buffer {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(VERSION, 0);
  out.writeUInt16LE(FLAGS, 2);
  out.writeUInt16LE(DEFLATE, 4);
  out.writeUInt16LE(DATE, 8);
  out.writeUInt32LE(crc32(entry.bytes), 10);
  out.writeUInt32LE(packed.length, 14);
  out.writeUInt32LE(entry.bytes.length, 18);
  out.writeUInt16LE(nameLength, 22);
  return out;
}

const number32 = (value: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
};

const deflate = promisify(deflateRaw);
/** Entries that are packed at a time, beside what else is done. */
const PACKED_AT_ONCE = 4;

/** The bytes of a ZIP with these files in this order. */
export async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const packings = new Map<ZipEntry, Buffer>();
  await inParallel(entries, PACKED_AT_ONCE, async (entry) => {
    packings.set(entry, await deflate(entry.bytes));
  });
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const packed = packings.get(entry)!;
    const shared = fields(entry, packed, name.length);
    const local = [number32(LOCAL), shared, name, packed];
    const version = Buffer.alloc(2);
    version.writeUInt16LE(VERSION);
    // Comment, disk and attributes are 0.
    directory.push(number32(CENTRAL), version, shared, Buffer.alloc(10), number32(at), name);
    for (const piece of local) {
      pieces.push(piece);
      at += piece.length;
    }
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
