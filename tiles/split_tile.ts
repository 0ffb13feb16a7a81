// A tile in two parts, for clients that keep geometry and fetch values: their bodies in pieces, plain and as one gzip member.

import { crc32, deflateRawSync } from "node:zlib";
import { writeValuesPart } from "#domain/split_tile_format";
import { deflatePlanes } from "./deflate.ts";
import type { PackedPrefix } from "./prefix.ts";
import { gzipMember, joinPlain } from "./stitch.ts";

/** What follows the prefix in a geometry body: idx of every feature, and their number. */
function idxTrailer(idx: Uint32Array): Buffer {
  const trailer = Buffer.allocUnsafe(4 * idx.length + 4);
  idx.forEach((area, k) => trailer.writeUInt32LE(area, 4 * k));
  trailer.writeUInt32LE(idx.length, 4 * idx.length);
  return trailer;
}

/** The geometry body for a plain prefix. */
export const geometryPlain = (prefix: Buffer, idx: Uint32Array): Buffer[] =>
  joinPlain(prefix, idxTrailer(idx));

/** The geometry body as gzip, for a packed prefix. */
export function geometryGzip(
  { prefixDeflated, prefixCrc, prefixLength }: PackedPrefix,
  idx: Uint32Array,
): Buffer[] {
  const trailer = idxTrailer(idx);
  return gzipMember(
    [prefixDeflated],
    deflateRawSync(trailer),
    crc32(trailer, prefixCrc),
    prefixLength + trailer.length,
  );
}

/** The values body for n features. */
export function valuesPlain(words: Uint32Array, n: number): Buffer[] {
  const { buffer, byteOffset, length } = writeValuesPart(words, n);
  return [Buffer.from(buffer, byteOffset, length)];
}

/** The values body as gzip: signs and exponents are few and pack well, but only with codes of their own. */
export function valuesGzip(words: Uint32Array, n: number): Buffer[] {
  const body = writeValuesPart(words, n);
  return gzipMember([], deflatePlanes(body, n), crc32(body), body.length);
}
