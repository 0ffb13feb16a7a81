// JPEG files, segment by segment (ITU-T T.81, annex B).

import { PhotoError, type CleanPhoto } from "./clean_photo.ts";
import { exifOrientation } from "./orientation.ts";

const [SOI, EOI, SOS, APP0, APP1, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xee];
/** Tables of Huffman and arithmetic codes and of quantization, lines, restarts; the start of a scan; the colour transform. */
const KEPT: readonly number[] = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd, SOS, APP14];
/** Length of an APP0 without a small picture of its own. */
const JFIF_BYTES = 14;

/** Start of a frame: the size of the picture stands in it. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Where the coded picture that begins at `start` ends: at the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new PhotoError("it ends too early");
}

/**
 * The segments that the picture needs, up to its end: tables, frames, scans, the colour transform of APP14 and a JFIF head without
 * its small picture. What comes after, as the film of a moving photo, is left out with all other segments.
 */
export function cleanJpeg(file: Buffer): Omit<CleanPhoto, "media"> {
  const kept: Buffer[] = [Buffer.of(0xff, SOI)];
  let [width, height, orientation] = [0, 0, 1];
  let at = 2;
  for (;;) {
    if (file.readUInt8(at) !== 0xff) throw new PhotoError("its segments cannot be read");
    // Any number of bytes may fill the way to a marker.
    while (file.readUInt8(at + 1) === 0xff) at++;
    const marker = file.readUInt8(at + 1);
    if (marker === EOI) break;
    const end = at + 2 + file.readUInt16BE(at + 2);
    const segment = file.subarray(at, end);
    if (end > file.length || segment.length < 4) throw new PhotoError("it ends too early");
    at = end;
    if (isFrame(marker)) [height, width] = [segment.readUInt16BE(5), segment.readUInt16BE(7)];
    if (marker === APP1) orientation = exifOrientation(segment.subarray(4)) ?? orientation;
    if (
      marker === APP0 &&
      segment.length >= 2 + 2 + JFIF_BYTES &&
      segment.toString("latin1", 4, 8) === "JFIF"
    )
      kept.push(jfif(segment));
    else if (isFrame(marker) || KEPT.includes(marker)) kept.push(segment);
    if (marker !== SOS) continue;
    at = scanEnd(file, end);
    kept.push(file.subarray(end, at));
  }
  kept.push(Buffer.of(0xff, EOI));
  return { bytes: Buffer.concat(kept), width, height, orientation };
}

/** A JFIF head that says it has no small picture. */
function jfif(segment: Buffer): Buffer {
  const head = Buffer.from(segment.subarray(0, 2 + 2 + JFIF_BYTES));
  head.writeUInt16BE(2 + JFIF_BYTES, 2);
  head.fill(0, head.length - 2);
  return head;
}
