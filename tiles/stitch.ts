// Prefix + tail = tile, as it is or as one gzip member, in pieces: the large one is the prefix, which nobody has to copy.

import { crc32, deflateRawSync } from "node:zlib";
import { deflateTail } from "./deflate.ts";
import { inflatePrefix, packPrefix, widenPrefix, type PackedPrefix } from "./prefix.ts";
import { tailOf } from "./tile_values.ts";
import type { TileColumn, TileGeometry } from "./tile.ts";

/** RFC 1952: magic, deflate, no flags, no time, best compression, unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);

/** Below this zlib takes most of its time to set up, for some hundred bytes that it saves. */
const SMALL_BYTES = 1024;

/** Numbers hardly compress: more effort than this buys less than it costs. */
const TAIL_DEFLATE = { level: 1 };

function gzipTrailer(crc: number, length: number): Buffer {
  const trailer = Buffer.allocUnsafe(8);
  trailer.writeUInt32LE(crc >>> 0, 0);
  trailer.writeUInt32LE(length >>> 0, 4);
  return trailer;
}

/** Joins a plain prefix with the tail of as many columns: the pieces of the identity body. */
export const joinPlain = (prefix: Buffer, tail: Buffer): Buffer[] => [prefix, tail];

/** Puts a deflate stream into a gzip body of a single member, in pieces; `crc` and `length` are of what it holds. */
export const gzipMember = (start: readonly Buffer[], end: Buffer, crc: number, length: number): Buffer[] => [
  GZIP_HEADER,
  ...start,
  Buffer.concat([end, gzipTrailer(crc, length)]),
];

/** What small tails cost in memory and time is mostly the buffer that zlib reserves for what it gives. */
const deflatedTail = (tail: Buffer): Buffer =>
  tail.length < SMALL_BYTES
    ? deflateTail(tail)
    : deflateRawSync(tail, { ...TAIL_DEFLATE, chunkSize: tail.length });

/** Joins a packed prefix with the tail of as many columns: the pieces of a gzip body of a single member. */
export const joinGzip = ({ prefixDeflated, prefixCrc, prefixLength }: PackedPrefix, tail: Buffer): Buffer[] =>
  gzipMember([prefixDeflated], deflatedTail(tail), crc32(tail, prefixCrc), prefixLength + tail.length);

/** Gives the body of a tile with the given columns as v0, v1, … */
export const stitch = (tile: TileGeometry, columns: readonly TileColumn[]): Buffer =>
  Buffer.concat(
    joinPlain(widenPrefix(inflatePrefix(tile), tile.idx.length, columns.length), tailOf(tile.idx, columns)),
  );

/** Gives the same body as a single gzip member; with one column nothing but the tail is compressed. */
export const stitchGzip = (tile: TileGeometry, columns: readonly TileColumn[]): Buffer =>
  Buffer.concat(joinGzip(packPrefix(tile, columns.length), tailOf(tile.idx, columns)));
