// Prefix + tail = tile, as it is or as one gzip member.

import { crc32, deflateRawSync } from "node:zlib";
import { inflatePrefix, packPrefix, widenPrefix, type PackedPrefix } from "./prefix.ts";
import { tailOf } from "./tail.ts";
import type { TileColumn, TileGeometry } from "./tile.ts";

/** RFC 1952: magic, deflate, no flags, no time, best compression, unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);

/** A last deflate block without content. */
const EMPTY_BLOCK = Buffer.from([3, 0]);

/** Numbers hardly compress: more effort than this buys less than it costs. */
const TAIL_LEVEL = 1;

function gzipTrailer(crc: number, length: number): Buffer {
  const trailer = Buffer.allocUnsafe(8);
  trailer.writeUInt32LE(crc >>> 0, 0);
  trailer.writeUInt32LE(length >>> 0, 4);
  return trailer;
}

/** Joins a plain prefix with the tail of as many columns: the identity body. */
export const joinPlain = (prefix: Buffer, tail: Buffer): Buffer => Buffer.concat([prefix, tail]);

/** Puts deflated stretches, none of them final, into a gzip body of a single member. */
export const gzipMember = (stretches: readonly Buffer[], crc: number, length: number): Buffer =>
  Buffer.concat([GZIP_HEADER, ...stretches, EMPTY_BLOCK, gzipTrailer(crc, length)]);

/** Joins a packed prefix with what follows it: a gzip body of a single member. */
export function joinGzip(prefix: PackedPrefix, tail: Buffer): Buffer {
  return Buffer.concat([
    GZIP_HEADER,
    prefix.prefixDeflated,
    tail.length > 0 ? deflateRawSync(tail, { level: TAIL_LEVEL }) : EMPTY_BLOCK,
    gzipTrailer(crc32(tail, prefix.prefixCrc), prefix.prefixLength + tail.length),
  ]);
}

/** Gives the body of a tile with the given columns as v0, v1, … */
export const stitch = (tile: TileGeometry, columns: readonly TileColumn[]): Buffer =>
  joinPlain(widenPrefix(inflatePrefix(tile), tile.idx.length, columns.length), tailOf(tile.idx, columns));

/** Gives the same body as a single gzip member; with one column nothing but the tail is compressed. */
export const stitchGzip = (tile: TileGeometry, columns: readonly TileColumn[]): Buffer =>
  joinGzip(packPrefix(tile, columns.length), tailOf(tile.idx, columns));
