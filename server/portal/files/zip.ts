// ZIP files (PKWARE APPNOTE 6.3.3) of a few named files, deflated; sizes below 4 GB.

import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";

import { crc32Of } from "./in_slices.ts";

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

interface Packing {
  readonly name: string;
  /** Of what is packed. */
  readonly length: number;
  readonly packed: Buffer;
  readonly crc: number;
}

/** What both headers of an entry share, from the version needed on. */
function fields({ packed, crc, length }: Packing, nameLength: number): Buffer {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(VERSION, 0);
  out.writeUInt16LE(FLAGS, 2);
  out.writeUInt16LE(DEFLATE, 4);
  out.writeUInt16LE(DATE, 8);
  out.writeUInt32LE(crc, 10);
  out.writeUInt32LE(packed.length, 14);
  out.writeUInt32LE(length, 18);
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

async function packingOf({ bytes, name }: ZipEntry): Promise<Packing> {
  return { name, length: bytes.length, packed: await deflate(bytes), crc: await crc32Of(bytes) };
}

/** The bytes of a ZIP with these files in this order, of which few are in memory at a time but for their packed bytes. */
export async function zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Promise<Buffer> {
  const packings: Promise<Packing>[] = [];
  for await (const entry of entries) {
    const packing = packingOf(entry);
    // It is awaited below.
    packing.catch(() => undefined);
    packings.push(packing);
    await packings.at(-PACKED_AT_ONCE);
  }
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const packing of await Promise.all(packings)) {
    const name = Buffer.from(packing.name);
    const { packed } = packing;
    const shared = fields(packing, name.length);
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
  end.writeUInt16LE(packings.length, 8);
  end.writeUInt16LE(packings.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
