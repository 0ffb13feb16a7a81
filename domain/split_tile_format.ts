// A tile in two parts, one that stays and one that changes, and how they make a Mapbox Vector Tile (tiles/README.md).

import { HAS_VALUE, MISSING, missingOfStatus } from "./missing.ts";

/** Bytes of one value in the tail of a tile, whatever it is. */
export const TAIL_ENTRY_BYTES = 7;

/** Bits of a quiet NaN, which no value has; the status byte of a missing value is in the lowest bits. */
const MISSING_BITS = 0x7fc00000;
const STATUS_MASK = 0xff;
const PLANES = 4;

/** By status: the last four bytes of a missing value in the tail as one little-endian word, length 3 and three letters. */
const LETTERS: number[] = [];
for (const { status, tileCode } of Object.values(MISSING)) {
  const [a, b, c] = [...tileCode].map((letter) => letter.charCodeAt(0));
  LETTERS[status] = 3 | (a! << 8) | (b! << 16) | (c! << 24);
}

/** The word of an area without a value, for its status byte; throws on an unknown one. */
export function missingWord(status: number): number {
  missingOfStatus(status);
  return MISSING_BITS | status;
}

/** 0 (a value) or the status byte of a word. */
export const statusOfWord = (word: number): number =>
  (word & MISSING_BITS) === MISSING_BITS ? word & STATUS_MASK : HAS_VALUE;

export interface GeometryPart {
  /** Ends where the tail begins. */
  readonly prefix: Uint8Array;
  /** idx of feature k, the order of all values. */
  readonly idx: Uint32Array;
}

/** Reads the body of the geometry endpoint; throws a RangeError where it is cut short. */
export function readGeometryPart(body: Uint8Array): GeometryPart {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const n = body.length < 4 ? -1 : view.getUint32(body.length - 4, true);
  const prefixLength = body.length - 4 - 4 * n;
  if (n < 0 || prefixLength < 0)
    throw new RangeError(`geometry of ${body.length} bytes is cut short: it cannot hold ${n} features`);
  const idx = new Uint32Array(n);
  for (let k = 0; k < n; k++) idx[k] = view.getUint32(prefixLength + 4 * k, true);
  return { prefix: body.subarray(0, prefixLength), idx };
}

/** Writes words, column by column, as the body of the values endpoint: per column four planes of one byte each. */
export function writeValuesPart(words: Uint32Array, n: number): Uint8Array {
  const body = new Uint8Array(words.length * PLANES);
  for (let start = 0; start < words.length; start += n) {
    const at = start * PLANES;
    for (let k = 0; k < n; k++) {
      const word = words[start + k]!;
      body[at + k] = word;
      body[at + n + k] = word >>> 8;
      body[at + 2 * n + k] = word >>> 16;
      body[at + 3 * n + k] = word >>> 24;
    }
  }
  return body;
}

/**
 * Reads the body of the values endpoint for n features: word c·n + k is that of feature k in column c. A
 * `Float32Array` over the same buffer gives the numbers, NaN where there is none; `statusOfWord` has the reason. Throws a
 * RangeError where the body does not hold whole columns of n features.
 */
export function readValuesPart(body: Uint8Array, n: number): Uint32Array {
  if (n === 0 ? body.length > 0 : body.length % (PLANES * n) !== 0)
    throw new RangeError(
      `values of ${body.length} bytes are no columns of ${n} features, ${PLANES} bytes each`,
    );
  const words = new Uint32Array(body.length / PLANES);
  for (let start = 0; start < words.length; start += n) {
    const at = start * PLANES;
    for (let k = 0; k < n; k++)
      words[start + k] =
        body[at + k]! |
        (body[at + n + k]! << 8) |
        (body[at + 2 * n + k]! << 16) |
        (body[at + 3 * n + k]! << 24);
  }
  return words;
}

/**
 * Writes the tail of a tile into `target` from `at` on: per word seven bytes.
 *
 *     22 05 15 <float32, little endian>     a number
 *     22 05 0A 03 <three letters>           N/A, SUP or N/P
 */
export function writeTail(words: Uint32Array, target: Uint8Array, at: number): void {
  for (let k = 0; k < words.length; k++) {
    let word = words[k]!;
    const status = statusOfWord(word);
    target[at] = 0x22;
    target[at + 1] = TAIL_ENTRY_BYTES - 2;
    target[at + 2] = status === HAS_VALUE ? 0x15 : 0x0a;
    if (status !== HAS_VALUE) word = LETTERS[status]!;
    target[at + 3] = word;
    target[at + 4] = word >>> 8;
    target[at + 5] = word >>> 16;
    target[at + 6] = word >>> 24;
    at += TAIL_ENTRY_BYTES;
  }
}

/** Joins both parts, with as many columns as the prefix was asked for: the bytes of the tile itself. */
export function joinParts({ prefix }: Pick<GeometryPart, "prefix">, words: Uint32Array): Uint8Array {
  const tile = new Uint8Array(prefix.length + words.length * TAIL_ENTRY_BYTES);
  tile.set(prefix);
  writeTail(words, tile, prefix.length);
  return tile;
}
