// Huffman code lengths for the blocks of deflate (RFC 1951, 3.2), from how often every symbol occurs.

/** The symbol that ends a block. */
export const END = 256;
/** Literals and END: the symbols of blocks with codes of their own. */
export const SYMBOLS = 257;

/** Longest code that is made here; RAREST keeps codes this short. */
export const MAX_LENGTH = 11;
/** Every symbol counts as if at least one symbol in so many were it. */
const RAREST = 1024;

/** Code lengths, at most MAX_LENGTH, that use up the code space exactly; at least two counts are above 0. */
export function codeLengths(counts: Uint32Array): Uint8Array {
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
  /** Bits by which rounding up made a code longer. */
  const lost = new Float64Array(symbols.length);
  let left = 1 << MAX_LENGTH;
  for (let at = 0; at < symbols.length; at++) {
    const ideal = whole - Math.log2(counts[symbols[at]!]! + share);
    const length = Math.ceil(ideal);
    lost[at] = length - ideal;
    lengths[symbols[at]!] = length;
    left -= 1 << (MAX_LENGTH - length);
  }
  // The code space that is left goes first to the symbols that lost most, then to any.
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
