// The changing part of a tile: the values of its features, as words and as the seven bytes each has in the tile.

import { HAS_VALUE } from "#domain/missing";
import { missingWord, TAIL_ENTRY_BYTES, writeTail } from "#domain/split_tile_format";
import type { TileColumn } from "./tile.ts";

/**
 * The word of every feature, column by column: the bits of its float32, or what stands for a missing value.
 * Throws when a column is too short for an idx of the tile.
 */
export function wordsOf(idx: Uint32Array, columns: readonly TileColumn[]): Uint32Array {
  const n = idx.length;
  const words = new Uint32Array(n * columns.length);
  let at = 0;
  for (const { values, status } of columns) {
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    const length = Math.min(bits.length, status.length);
    for (let k = 0; k < n; k++) {
      const area = idx[k]!;
      if (area >= length) throw new RangeError(`tile holds area ${area}, but a column ends at ${length}`);
      words[at++] = status[area] === HAS_VALUE ? bits[area]! : missingWord(status[area]!);
    }
  }
  return words;
}

/** Writes the tail of a tile: column by column, in each the value of every feature. */
export function tailOf(idx: Uint32Array, columns: readonly TileColumn[]): Buffer {
  const tail = Buffer.allocUnsafe(idx.length * columns.length * TAIL_ENTRY_BYTES);
  writeTail(wordsOf(idx, columns), tail, 0);
  return tail;
}
