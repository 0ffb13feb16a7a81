// Prefix + tail = tile, plain or as one gzip member, as a list of pieces, so that the large prefix is never copied.

import { crc32, deflateRawSync } from "node:zlib";
import { deflateTail } from "./deflate.ts";
import type { PackedPrefix } from "./prefix.ts";

/** RFC 1952: magic, deflate, no flags, no time, best compression, unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);

/** Bytes below which zlib's set-up takes most of its time, to save some hundred bytes. */
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

/** `chunkSize`: most of what zlib costs for a small tail is the output buffer that it reserves. */
const deflatedTail = (tail: Buffer): Buffer =>
  tail.length < SMALL_BYTES
    ? deflateTail(tail)
    : deflateRawSync(tail, { ...TAIL_DEFLATE, chunkSize: tail.length });

/** Joins a packed prefix with the tail of as many columns: the pieces of a gzip body of a single member. */
export const joinGzip = ({ prefixDeflated, prefixCrc, prefixLength }: PackedPrefix, tail: Buffer): Buffer[] =>
  gzipMember([prefixDeflated], deflatedTail(tail), crc32(tail, prefixCrc), prefixLength + tail.length);
