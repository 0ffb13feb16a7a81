// A grey picture of 8 bits as PNG (ISO 15948).

import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Level beyond which relief hardly becomes smaller. */
const LEVEL = 6;
const PAETH = 4;

function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.from(type, "latin1");
  const framed = Buffer.alloc(12 + data.length);
  framed.writeUInt32BE(data.length);
  head.copy(framed, 4);
  framed.set(data, 8);
  framed.writeUInt32BE(crc32(data, crc32(head)), 8 + data.length);
  return framed;
}

/** Of west, north and north-west the one that is nearest to west + north − north-west (filter type 4). */
function paeth(west: number, north: number, corner: number): number {
  const sum = west + north - corner;
  const [toWest, toNorth, toCorner] = [Math.abs(sum - west), Math.abs(sum - north), Math.abs(sum - corner)];
  if (toWest <= toNorth && toWest <= toCorner) return west;
  return toNorth <= toCorner ? north : corner;
}

/** The PNG of `pixels`, one byte each, row after row. */
export function greyPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) {
    const to = y * (width + 1);
    const from = y * width;
    rows[to] = PAETH;
    for (let x = 0; x < width; x++) {
      const west = x > 0 ? pixels[from + x - 1]! : 0;
      const north = y > 0 ? pixels[from - width + x]! : 0;
      const corner = x > 0 && y > 0 ? pixels[from - width + x - 1]! : 0;
      rows[to + 1 + x] = pixels[from + x]! - paeth(west, north, corner);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  // 8 bits, grey; deflate, adaptive filters, not interlaced.
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: LEVEL })),
    chunk("IEND", new Uint8Array()),
  ]);
}
