// Deflate (RFC 1951) for bytes of known structure: small tails, where zlib's set-up costs most, and planes of values.

import { BlockWriter } from "./block_writer.ts";
import { codeLengths, END, MAX_LENGTH, SYMBOLS } from "./huffman.ts";

/** Most bytes that a number of bytes takes with these codes, and what describes the codes. */
const capacityOf = (bytes: number, blocks: number): number =>
  Math.ceil((bytes * MAX_LENGTH) / 8) + blocks * 256;

/** A tail deflated as one final block with fixed codes: no work but that of its bytes. */
export function deflateTail(tail: Uint8Array): Buffer {
  const writer = new BlockWriter(capacityOf(tail.length, 1));
  writer.fixed(tail, true);
  return writer.finish();
}

/** Of every symbol; reused by every call, which is safe because none of them waits. */
const counts = new Uint32Array(SYMBOLS);

/** Bits that a block of these counts takes, its description (about half a byte for a symbol that is used) included. */
function dynamicBits(lengths: Uint8Array): number {
  let bits = 17 * 8;
  for (let symbol = 0; symbol < SYMBOLS; symbol++)
    if (lengths[symbol]! > 0) bits += 4 + counts[symbol]! * lengths[symbol]!;
  return bits;
}

/** Planes of n bytes deflated, each as a block with codes of its own, or stored where codes save nothing. */
export function deflatePlanes(body: Uint8Array, n: number): Buffer {
  const blocks = Math.max(1, Math.ceil(body.length / n));
  const writer = new BlockWriter(capacityOf(body.length, blocks));
  for (let block = 0; block < blocks; block++) {
    const plane = body.subarray(block * n, block * n + n);
    counts.fill(0);
    for (let at = 0; at < plane.length; at++) counts[plane[at]!]!++;
    counts[END] = 1;
    const lengths = codeLengths(counts);
    if (plane.length > 0 && dynamicBits(lengths) < plane.length * 8)
      writer.dynamic(plane, lengths, block === blocks - 1);
    else writer.stored(plane, block === blocks - 1);
  }
  return writer.finish();
}
