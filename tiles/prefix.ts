// The constant part of a tile: written once when it is cut, read back and widened when other columns are asked for.

import { promisify } from "node:util";
import { constants, crc32, deflateRaw, inflateRawSync, type ZlibOptions } from "node:zlib";
import { TAIL_ENTRY_BYTES } from "#domain/split_tile_format";
import { EXTENT } from "./grid.ts";
import { ByteList, varintSize } from "./buffers.ts";

const deflateAside = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

/** Field numbers of the specification (section 4.1) with their wire types. */
const LAYER = 0x1a;
const VERSION_2 = [0x78, 2];
const LAYER_NAME = 0x0a;
const FEATURE = 0x12;
const KEY = 0x1a;
const VALUE = 0x22;
const LAYER_EXTENT = 0x28;
const STRING_VALUE = 0x0a;
const FEATURE_ID = 0x08;
const FEATURE_TAGS = 0x12;
const TYPE_POLYGON = [0x18, 3];
const FEATURE_GEOMETRY = 0x22;

/** One feature as it is written into a prefix; strings are UTF-8. */
export interface FeatureParts {
  readonly idx: number;
  readonly code: Buffer;
  readonly name: Buffer;
  readonly geometry: Buffer;
}

/** A prefix ready to be joined with a tail in a gzip body. */
export interface PackedPrefix {
  readonly prefixLength: number;
  readonly prefixCrc: number;
  readonly prefixDeflated: Buffer;
}

/** The two tags every feature has, as indexes into keys and values, before those of the columns. */
interface FeatureHead {
  readonly idx: number;
  readonly code: number;
  readonly name: number;
  readonly geometry: Uint8Array;
}

function writeKeys(out: ByteList, columns: number): void {
  const keys = ["code", "name"];
  for (let column = 0; column < columns; column++) keys.push(`v${column}`);
  for (const key of keys) {
    out.varint(KEY);
    out.varint(key.length);
    out.bytes(Buffer.from(key));
  }
}

/** Writes feature k of n; `statics` values come before those of the tail. */
function writeFeature(
  out: ByteList,
  head: FeatureHead,
  k: number,
  n: number,
  statics: number,
  columns: number,
): void {
  let tagsSize = 2 + varintSize(head.code) + varintSize(head.name);
  for (let column = 0; column < columns; column++) tagsSize += 1 + varintSize(statics + column * n + k);
  out.varint(FEATURE);
  out.varint(
    1 +
      varintSize(head.idx) +
      1 +
      varintSize(tagsSize) +
      tagsSize +
      3 +
      varintSize(head.geometry.length) +
      head.geometry.length,
  );
  out.varint(FEATURE_ID);
  out.varint(head.idx);
  out.varint(FEATURE_TAGS);
  out.varint(tagsSize);
  out.varint(0);
  out.varint(head.code);
  out.varint(1);
  out.varint(head.name);
  for (let column = 0; column < columns; column++) {
    out.varint(2 + column);
    out.varint(statics + column * n + k);
  }
  out.bytes(Uint8Array.from(TYPE_POLYGON));
  out.varint(FEATURE_GEOMETRY);
  out.varint(head.geometry.length);
  out.bytes(head.geometry);
}

/** The layer's tag and its length, which includes the tail of n × columns values, then its body. */
function frame(body: ByteList, n: number, columns: number): Buffer {
  const head = new ByteList(8);
  head.varint(LAYER);
  head.varint(body.length + n * columns * TAIL_ENTRY_BYTES);
  return Buffer.concat([head.view(), body.view()]);
}

/** Writes the prefix for one column; features in the order in which the tail will give their values. */
export function writePrefix(layer: string, features: readonly FeatureParts[]): Buffer {
  const body = new ByteList(64 * features.length + 256);
  const name = Buffer.from(layer);
  body.bytes(Uint8Array.from(VERSION_2));
  body.varint(LAYER_NAME);
  body.varint(name.length);
  body.bytes(name);
  body.varint(LAYER_EXTENT);
  body.varint(EXTENT);
  writeKeys(body, 1);

  const statics = new Map<string, number>();
  const staticOf = (text: Buffer): number => {
    const key = text.toString("latin1");
    const known = statics.get(key);
    if (known !== undefined) return known;
    statics.set(key, statics.size);
    body.varint(VALUE);
    body.varint(1 + varintSize(text.length) + text.length);
    body.varint(STRING_VALUE);
    body.varint(text.length);
    body.bytes(text);
    return statics.size - 1;
  };
  const heads = features.map(({ idx, code, name, geometry }) => ({
    idx,
    code: staticOf(code),
    name: staticOf(name),
    geometry,
  }));
  heads.forEach((head, k) => writeFeature(body, head, k, features.length, statics.size, 1));
  return frame(body, features.length, 1);
}

/** Reads what `writePrefix` wrote, field by field. */
class PrefixReader {
  at = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined || shift > 28)
        throw new RangeError(`malformed prefix: no number ends at byte ${this.at}`);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  take(length: number): Buffer {
    this.at += length;
    if (this.at > this.bytes.length)
      throw new RangeError(`malformed prefix: ${this.bytes.length} bytes, a field ends at ${this.at}`);
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Reads a feature after its length, whatever its columns. */
  feature(): FeatureHead {
    this.at++;
    const idx = this.varint();
    this.at++;
    const tagsEnd = this.varint() + this.at;
    this.at++;
    const code = this.varint();
    this.at++;
    const name = this.varint();
    this.at = tagsEnd + TYPE_POLYGON.length + 1;
    return { idx, code, name, geometry: this.take(this.varint()) };
  }
}

/** The prefix for `columns` columns (0 or more), made from that for one; n is the number of features. */
export function widenPrefix(prefix: Buffer, n: number, columns: number): Buffer {
  if (columns === 1) return prefix;
  const reader = new PrefixReader(prefix);
  reader.at++;
  reader.varint();
  const body = new ByteList(prefix.length + n * columns * 5 + 64);
  const constantStart = reader.at;
  reader.at += VERSION_2.length + 1;
  reader.take(reader.varint());
  reader.at++;
  reader.varint();
  body.bytes(prefix.subarray(constantStart, reader.at));
  writeKeys(body, columns);
  while (prefix[reader.at] === KEY) {
    reader.at++;
    reader.take(reader.varint());
  }
  const valuesStart = reader.at;
  let statics = 0;
  for (; prefix[reader.at] === VALUE; statics++) {
    reader.at++;
    reader.take(reader.varint());
  }
  body.bytes(prefix.subarray(valuesStart, reader.at));
  for (let k = 0; k < n; k++) {
    reader.at++;
    reader.varint();
    writeFeature(body, reader.feature(), k, n, statics, columns);
  }
  return frame(body, n, columns);
}

/** Options that end a raw deflate stream so that more deflate may follow. */
export const PREFIX_DEFLATE = { level: 9, memLevel: 9, finishFlush: constants.Z_FULL_FLUSH };

/** The stored prefix, that for one column, as plain bytes. */
export function inflatePrefix(tile: PackedPrefix): Buffer {
  const prefix = inflateRawSync(tile.prefixDeflated, { finishFlush: constants.Z_SYNC_FLUSH });
  if (prefix.length !== tile.prefixLength)
    throw new RangeError(`stored prefix has ${prefix.length} bytes, must have ${tile.prefixLength}`);
  if (crc32(prefix) !== tile.prefixCrc)
    throw new RangeError(`stored prefix has CRC-32 ${crc32(prefix)}, must have ${tile.prefixCrc}`);
  return prefix;
}

/** For prefixes widened during a request: geometry is hardly smaller at higher levels. */
export const WIDENED_DEFLATE = { ...PREFIX_DEFLATE, level: 3 };

/** A widened prefix in packed form; compressed on a thread of libuv, so that no other request waits. */
export async function packWidened(prefix: Buffer): Promise<PackedPrefix> {
  const prefixDeflated = await deflateAside(prefix, WIDENED_DEFLATE);
  return { prefixLength: prefix.length, prefixCrc: crc32(prefix), prefixDeflated };
}
