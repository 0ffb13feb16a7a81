// The changing part of a tile: seven bytes per feature and column.

import { HAS_VALUE, MISSING, MISSING_REASONS, missingOfStatus, type Missing } from "#domain/missing";
import { TAIL_ENTRY_BYTES } from "./prefix.ts";
import type { TileColumn } from "./tile.ts";

const VALUE = 0x22;
const VALUE_BYTES = TAIL_ENTRY_BYTES - 2;
const FLOAT_VALUE = 0x15;
const STRING_VALUE = 0x0a;

/** The last four bytes of a missing value as one little-endian word: the length 3 and three letters. */
const MISSING_WORDS = Object.fromEntries(
  MISSING_REASONS.map((reason) => [
    reason,
    Buffer.from(`\u0003${MISSING[reason].tileCode}`, "latin1").readUInt32LE(),
  ]),
) as Record<Missing, number>;

/**
 * Writes the tail of a tile: column by column, in each the value of every feature.
 *
 *     22 05 15 <float32, little endian>     a number
 *     22 05 0A 03 <three letters>           N/A, SUP or N/P
 *
 * Throws when a column is too short for an idx of the tile.
 */
export function tailOf(idx: Uint32Array, columns: readonly TileColumn[]): Buffer {
  const n = idx.length;
  const tail = Buffer.allocUnsafe(n * columns.length * TAIL_ENTRY_BYTES);
  let at = 0;
  for (const { values, status } of columns) {
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    for (let k = 0; k < n; k++) {
      const area = idx[k]!;
      if (area >= bits.length || area >= status.length)
        throw new RangeError(
          `tile holds area ${area}, but a column ends at ${Math.min(bits.length, status.length)}`,
        );
      const hasValue = status[area] === HAS_VALUE;
      const word = hasValue ? bits[area]! : MISSING_WORDS[missingOfStatus(status[area]!)];
      tail[at] = VALUE;
      tail[at + 1] = VALUE_BYTES;
      tail[at + 2] = hasValue ? FLOAT_VALUE : STRING_VALUE;
      tail[at + 3] = word;
      tail[at + 4] = word >>> 8;
      tail[at + 5] = word >>> 16;
      tail[at + 6] = word >>> 24;
      at += TAIL_ENTRY_BYTES;
    }
  }
  return tail;
}
