// PNG files, chunk by chunk (W3C PNG, third edition).

import { exifOrientation } from "./orientation.ts";
import { PhotoError, type CleanPhoto } from "./clean_photo.ts";

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const AROUND_BYTES = 12;

/** What the picture needs: not texts, times, EXIF, colour profiles, further frames, nor anything unknown. */
const KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD"]);

/** The chunks that the picture needs, up to its end. */
export function cleanPng(file: Buffer): Omit<CleanPhoto, "media"> {
  const kept = [file.subarray(0, SIGNATURE_BYTES)];
  let [width, height, orientation] = [0, 0, 1];
  for (let at = SIGNATURE_BYTES, type = ""; type !== "IEND";) {
    const end = at + AROUND_BYTES + file.readUInt32BE(at);
    if (end > file.length) throw new PhotoError("it ends too early");
    type = file.toString("latin1", at + 4, at + 8);
    if (at === SIGNATURE_BYTES) {
      if (type !== "IHDR") throw new PhotoError("its chunks cannot be read");
      [width, height] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    }
    if (type === "eXIf") orientation = exifOrientation(file.subarray(at + 8, end - 4)) ?? orientation;
    if (KEPT.has(type)) kept.push(file.subarray(at, end));
    at = end;
  }
  return { bytes: Buffer.concat(kept), width, height, orientation };
}
