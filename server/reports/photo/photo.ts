// A photo as it may be kept: what shows the picture and nothing else, whatever a camera, phone or program wrote beside it.

import { PhotoError, type CleanPhoto } from "./clean_photo.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";
import { cleanWebp } from "./webp.ts";

/** More pixels than any phone takes: a small file of so many would stop the device that shows it. */
const MAX_PIXELS = 120_000_000;

const READERS = [
  { media: "image/jpeg", starts: (file: Buffer) => file.readUInt16BE(0) === 0xffd8, clean: cleanJpeg },
  {
    media: "image/png",
    starts: (file: Buffer) => file.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")),
    clean: cleanPng,
  },
  {
    media: "image/webp",
    starts: (file: Buffer) =>
      file.toString("latin1", 0, 4) === "RIFF" && file.toString("latin1", 8, 12) === "WEBP",
    clean: cleanWebp,
  },
] as const;

/** A photo without all that is not the picture; known by its first bytes, never by its name. Throws a `PhotoError`. */
export function cleanPhoto(file: Buffer): CleanPhoto {
  const reader = file.length < 16 ? undefined : READERS.find(({ starts }) => starts(file));
  if (!reader) throw new PhotoError("it is no JPEG, PNG or WebP");
  let cleaned;
  try {
    cleaned = reader.clean(file);
  } catch (error) {
    // Reading beyond the end of a buffer.
    if (error instanceof RangeError) throw new PhotoError("it ends too early");
    throw error;
  }
  const { width, height } = cleaned;
  if (width * height === 0 || width * height > MAX_PIXELS)
    throw new PhotoError(
      `it has ${width} × ${height} pixels: at most ${MAX_PIXELS / 1e6} million can be kept`,
    );
  return { media: reader.media, ...cleaned };
}
