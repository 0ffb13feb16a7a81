// Deflate (RFC 1951) for bytes whose structure is known: small tails, where zlib's setting up costs most, and planes of values.

import { TAIL_ENTRY_BYTES } from "#domain/split_tile_format";

const END = 256;
/** Literals and END: the symbols of blocks with codes of their own. */
const SYMBOLS = 257;

/** Longest code; every symbol counts as if it were at least one in so many, which keeps codes this short. */
const MAX_LENGTH = 11;
const RAREST = 1024;
/** Longest code that deflate allows. */
const MAX_BITS = 15;

/** Order in which lengths of the code for code lengths are given (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const ZERO_RUN = 18;
const [MIN_ZERO_RUN, MAX_ZERO_RUN] = [11, 138];

/** What is written for each symbol: bits, lowest first, and above BITS_WIDTH how many. */
type Table = Uint32Array;
const BITS_WIDTH = 24;
const BITS_MASK = (1 << BITS_WIDTH) - 1;

/** Gives the canonical code of lengths (RFC 1951, 3.2.2) as a table. */
function tableOf(lengths: Uint8Array): Table {
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

/** Gives code lengths, at most MAX_LENGTH, that use up the code space exactly; at least two counts are above 0. */
function lengthsOf(counts: Uint32Array): Uint8Array {
  const symbols: number[] = [];
  let total = 0;
  for (let symbol = 0; symbol < counts.length; symbol++)
    if (counts[symbol]! > 0) {
      symbols.push(symbol);
      total += counts[symbol]!;
    }
  const share = total / RAREST;
  const whole = Math.log2(total + symbols.length * share);
  const lengths = new Uint8Array(counts.length);
  /** By how much rounding up made a code longer. */
  const lost = new Float64Array(symbols.length);
  let left = 1 << MAX_LENGTH;
  for (let at = 0; at < symbols.length; at++) {
    const ideal = whole - Math.log2(counts[symbols[at]!]! + share);
    const length = Math.ceil(ideal);
    lost[at] = length - ideal;
    lengths[symbols[at]!] = length;
    left -= 1 << (MAX_LENGTH - length);
  }
  // The space that is left goes first to those who lost most, then to anybody.
  for (let least = 0.75; left > 0; least -= 0.25)
    for (let at = 0; at < symbols.length && left > 0; at++) {
      const cost = 1 << (MAX_LENGTH - lengths[symbols[at]!]!);
      if (lost[at]! < least || cost > left) continue;
      left -= cost;
      lost[at]!--;
      lengths[symbols[at]!]!--;
    }
  return lengths;
}

/** The codes that need no description (3.2.6). */
const FIXED = tableOf(
  Uint8Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
);

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
const META = tableOf(META_LENGTHS);

/** How many symbols from one on have no code, as far as one run can say. */
function zerosFrom(lengths: Uint8Array, symbol: number): number {
  let run = 0;
  while (run < MAX_ZERO_RUN && symbol + run < SYMBOLS && lengths[symbol + run] === 0) run++;
  return run;
}

/** Writes blocks, the last of them final, into a buffer that must be large enough. */
class BlockWriter {
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
    const table = tableOf(lengths);
    this.#literals(bytes, table);
    this.#entry(table[END]!);
  }

  #entry(entry: number): void {
    this.#write(entry & BITS_MASK, entry >>> BITS_WIDTH);
  }

  /** The inner loop: everything in local variables, two bytes at a time. */
  #literals(bytes: Uint8Array, table: Table): void {
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

/** Most bytes that a number of bytes takes with these codes, and what describes the codes. */
const capacityOf = (bytes: number, blocks: number): number =>
  Math.ceil((bytes * MAX_LENGTH) / 8) + blocks * 256;

/** Deflates a tail in one final block with fixed codes: no work but that of its bytes. */
export function deflateTail(tail: Uint8Array): Buffer {
  const writer = new BlockWriter(capacityOf(tail.length, 1));
  writer.fixed(tail, true);
  return writer.finish();
}

/** Used anew by every call, since none of them waits. */
const counts = new Uint32Array(SYMBOLS);

/** Bits that a block of these counts takes, its description (about half a byte for a symbol that is used) included. */
function dynamicBits(lengths: Uint8Array): number {
  let bits = 17 * 8;
  for (let symbol = 0; symbol < SYMBOLS; symbol++)
    if (lengths[symbol]! > 0) bits += 4 + counts[symbol]! * lengths[symbol]!;
  return bits;
}

/** Deflates stretches of n bytes, each with codes of its own, or as it is where codes win nothing; the last is final. */
export function deflateStretches(body: Uint8Array, n: number): Buffer {
  const blocks = Math.max(1, Math.ceil(body.length / n));
  const writer = new BlockWriter(capacityOf(body.length, blocks));
  for (let block = 0; block < blocks; block++) {
    const stretch = body.subarray(block * n, block * n + n);
    counts.fill(0);
    for (let at = 0; at < stretch.length; at++) counts[stretch[at]!]!++;
    counts[END] = 1;
    const lengths = lengthsOf(counts);
    if (stretch.length > 0 && dynamicBits(lengths) < stretch.length * 8)
      writer.dynamic(stretch, lengths, block === blocks - 1);
    else writer.stored(stretch, block === blocks - 1);
  }
  return writer.finish();
}
