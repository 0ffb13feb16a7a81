// A tile in two parts, for clients that keep geometry and fetch values: their bodies, plain and as one gzip member.

import { constants, crc32, deflateRawSync } from "node:zlib";
import { writeValuesPart } from "#domain/tile_parts";
import type { PackedPrefix } from "./prefix.ts";
import { gzipMember, joinGzip, joinPlain } from "./stitch.ts";

/** What follows the prefix in a geometry body: idx of every feature, and their number. */
function idxTrailer(idx: Uint32Array): Buffer {
  const trailer = Buffer.allocUnsafe(4 * idx.length + 4);
  idx.forEach((one, k) => trailer.writeUInt32LE(one, 4 * k));
  trailer.writeUInt32LE(idx.length, 4 * idx.length);
  return trailer;
}

/** Gives the geometry body for a plain prefix. */
export const geometryPlain = (prefix: Buffer, idx: Uint32Array): Buffer => joinPlain(prefix, idxTrailer(idx));

/** Gives the geometry body as gzip, for a packed prefix. */
export const geometryGzip = (prefix: PackedPrefix, idx: Uint32Array): Buffer =>
  joinGzip(prefix, idxTrailer(idx));

/** Gives the values body for n features. */
export function valuesPlain(words: Uint32Array, n: number): Buffer {
  const body = writeValuesPart(words, n);
  return Buffer.from(body.buffer, body.byteOffset, body.length);
}

/** Ends a stretch of deflate so that the next one has codes of its own; chance repetitions of two or three bytes are not worth a match. */
const STRETCH = { level: 6, strategy: constants.Z_FILTERED, finishFlush: constants.Z_FULL_FLUSH };

/** Gives the values body as gzip: signs and exponents are few and pack well, but only with codes of their own. */
export function valuesGzip(words: Uint32Array, n: number): Buffer {
  const body = valuesPlain(words, n);
  const stretches: Buffer[] = [];
  for (let at = 0; at < body.length; at += n)
    stretches.push(deflateRawSync(body.subarray(at, at + n), STRETCH));
  return gzipMember(stretches, crc32(body), body.length);
}
