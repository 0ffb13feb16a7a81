// Work over long bytes in slices, between which other requests have their turn.

import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { Turns } from "#server/read/turns";

const SLICE_BYTES = 1 << 20;

async function* slicesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const turns = new Turns();
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    yield bytes.subarray(from, from + SLICE_BYTES);
    await turns.pass();
  }
}

/** The SHA-256 of bytes. */
export async function sha256Of(bytes: Uint8Array): Promise<Buffer> {
  const hash = createHash("sha256");
  for await (const slice of slicesOf(bytes)) hash.update(slice);
  return hash.digest();
}

/** The CRC-32 of bytes. */
export async function crc32Of(bytes: Uint8Array): Promise<number> {
  let crc = 0;
  for await (const slice of slicesOf(bytes)) crc = crc32(slice, crc);
  return crc;
}
