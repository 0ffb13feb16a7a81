// Writes deflate blocks (RFC 1951): stored, with fixed codes for the tail of a tile, with codes of their own for plain bytes.

import { TAIL_ENTRY_BYTES } from "#domain/split_tile_format";
import { END, MAX_LENGTH, SYMBOLS } from "./huffman.ts";

/** Longest code that deflate allows. */
const MAX_BITS = 15;
/** By symbol: the bits of its code in the order they are written, lowest first, and how many from bit BITS_WIDTH on. */
type CodeTable = Uint32Array;
const BITS_WIDTH = 24;
const BITS_MASK = (1 << BITS_WIDTH) - 1;

/** The canonical code for code lengths (RFC 1951, 3.2.2). */
function codeTable(lengths: Uint8Array): CodeTable {
  const next = new Uint16Array(MAX_BITS + 2);
  for (let symbol = 0; symbol < lengths.length; symbol++)
    if (lengths[symbol]! > 0) next[lengths[symbol]! + 1]!++;
  for (let length = 1; length < next.length; length++)
    next[length] = (next[length - 1]! + next[length]!) << 1;
  const table = new Uint32Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    const code = next[length]!++;
    let reversed = 0;
    for (let bit = 0; bit < length; bit++) reversed |= ((code >>> bit) & 1) << (length - 1 - bit);
    table[symbol] = (length << BITS_WIDTH) | reversed;
  }
  return table;
}

/** The fixed codes, which a block need not describe (3.2.6). */
const FIXED: CodeTable = codeTable(
  Uint8Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
);

/** Order in which lengths of the code for code lengths are given (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const ZERO_RUN = 18;
const [MIN_ZERO_RUN, MAX_ZERO_RUN] = [11, 138];

/** Distance 7: symbol 5 in five bits, highest first, then its extra bit. */
const [DISTANCE_BITS, DISTANCE_LENGTH] = [0b010100, 6];

/** A match of so many bytes with the entry before; its length symbol and the distance, as in FIXED. */
const matchOf = (bytes: number): number => {
  const entry = FIXED[254 + bytes]!;
  const length = entry >>> BITS_WIDTH;
  return ((length + DISTANCE_LENGTH) << BITS_WIDTH) | (DISTANCE_BITS << length) | (entry & BITS_MASK);
};
const KIND_BYTES = 3;
const SAME_KIND = matchOf(KIND_BYTES);
const SAME_VALUE = matchOf(TAIL_ENTRY_BYTES);

/** The code for code lengths: 0–11 and runs of zeros. */
const META_LENGTHS = Uint8Array.from({ length: 19 }, (_, symbol) =>
  symbol === 8 || symbol === 9 || symbol === ZERO_RUN ? 3 : symbol <= MAX_LENGTH ? 4 : 0,
);
const META = codeTable(META_LENGTHS);

/** Symbols in a row from `symbol` on that have no code, at most as many as one run can express. */
function zerosFrom(lengths: Uint8Array, symbol: number): number {
  let run = 0;
  while (run < MAX_ZERO_RUN && symbol + run < SYMBOLS && lengths[symbol + run] === 0) run++;
  return run;
}

/** Writes blocks, the last of them final, into a buffer that must be large enough. */
export class BlockWriter {
  readonly #out: Buffer;
  #at = 0;
  #bits = 0;
  #used = 0;

  constructor(capacity: number) {
    this.#out = Buffer.allocUnsafe(capacity);
  }

  #write(value: number, length: number): void {
    this.#bits |= value << this.#used;
    this.#used += length;
    while (this.#used >= 8) {
      this.#out[this.#at++] = this.#bits;
      this.#bits >>>= 8;
      this.#used -= 8;
    }
  }

  /** Fills up the last byte with zeros. */
  #align(): void {
    if (this.#used > 0) this.#write(0, 8 - this.#used);
  }

  /** Bytes as they are. */
  stored(bytes: Uint8Array, isLast: boolean): void {
    const most = 0xffff;
    let from = 0;
    do {
      const part = bytes.subarray(from, from + most);
      this.#write(isLast && from + most >= bytes.length ? 1 : 0, 3);
      this.#align();
      this.#write(part.length, 16);
      this.#write(part.length ^ 0xffff, 16);
      this.#out.set(part, this.#at);
      this.#at += part.length;
      from += most;
    } while (from < bytes.length);
  }

  /** A tail: each entry is three bytes like those of the entry before, then four of its own. */
  fixed(tail: Uint8Array, isLast: boolean): void {
    this.#write(isLast ? 0b011 : 0b010, 3);
    for (let at = 0; at < tail.length; at += TAIL_ENTRY_BYTES) {
      const end = Math.min(at + TAIL_ENTRY_BYTES, tail.length);
      let from = at;
      if (at > 0) while (from < end && tail[from] === tail[from - TAIL_ENTRY_BYTES]) from++;
      if (from === at + TAIL_ENTRY_BYTES) this.#entry(SAME_VALUE);
      else if (from >= at + KIND_BYTES) {
        this.#entry(SAME_KIND);
        from = at + KIND_BYTES;
      } else from = at;
      for (; from < end; from++) this.#entry(FIXED[tail[from]!]!);
    }
    this.#entry(FIXED[END]!);
  }

  /** Literals with the codes of these lengths, which are described first. */
  dynamic(bytes: Uint8Array, lengths: Uint8Array, isLast: boolean): void {
    this.#write(isLast ? 0b101 : 0b100, 3);
    this.#write(SYMBOLS - 257, 5);
    this.#write(0, 5);
    this.#write(LENGTH_ORDER.length - 4, 4);
    for (const symbol of LENGTH_ORDER) this.#write(META_LENGTHS[symbol]!, 3);
    for (let symbol = 0; symbol < SYMBOLS;) {
      const run = zerosFrom(lengths, symbol);
      if (run < MIN_ZERO_RUN) {
        this.#entry(META[lengths[symbol]!]!);
        symbol++;
        continue;
      }
      this.#entry(META[ZERO_RUN]!);
      this.#write(run - MIN_ZERO_RUN, 7);
      symbol += run;
    }
    // One distance without a code: there are only literals.
    this.#entry(META[0]!);
    const table = codeTable(lengths);
    this.#literals(bytes, table);
    this.#entry(table[END]!);
  }

  #entry(entry: number): void {
    this.#write(entry & BITS_MASK, entry >>> BITS_WIDTH);
  }

  /** The inner loop: everything in local variables, two bytes at a time. */
  #literals(bytes: Uint8Array, table: CodeTable): void {
    const out = this.#out;
    let at = this.#at;
    let bits = this.#bits;
    let used = this.#used;
    for (let i = 0; i < bytes.length; i++) {
      const entry = table[bytes[i]!]!;
      bits |= (entry & BITS_MASK) << used;
      used += entry >>> BITS_WIDTH;
      if (used < 16) continue;
      out[at] = bits;
      out[at + 1] = bits >>> 8;
      at += 2;
      bits >>>= 16;
      used -= 16;
    }
    this.#at = at;
    this.#bits = bits;
    this.#used = used;
  }

  finish(): Buffer {
    this.#align();
    return this.#out.subarray(0, this.#at);
  }
}
