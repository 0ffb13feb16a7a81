// WebP files, chunk by chunk (RFC 9649).

import { exifOrientation } from "./orientation.ts";
import { PhotoError, type CleanPhoto } from "./clean_photo.ts";

const RIFF_BYTES = 12;
const HEAD_BYTES = 8;
/** Of the flags of VP8X only that of transparency is true of what is kept. */
const ALPHA_FLAG = 0x10;
const ANIMATION_FLAG = 0x02;

const size24 = (data: Buffer, at: number): number => data.readUIntLE(at, 3) + 1;

/** Width and height as they stand in a chunk; null for one without. */
function sizeIn(type: string, data: Buffer): readonly [width: number, height: number] | null {
  if (type === "VP8X") return [size24(data, 4), size24(data, 7)];
  if (type === "VP8 ") return [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff];
  if (type !== "VP8L") return null;
  const bits = data.readUInt32LE(1);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** The chunks that the picture needs, in a container of their own length; refuses films. */
export function cleanWebp(file: Buffer): Omit<CleanPhoto, "media"> {
  const kept: Buffer[] = [];
  let size: readonly [number, number] | null = null;
  let orientation = 1;
  const end = HEAD_BYTES + file.readUInt32LE(4);
  if (end > file.length) throw new PhotoError("it ends too early");
  for (let at = RIFF_BYTES; at + HEAD_BYTES <= end;) {
    const type = file.toString("latin1", at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const next = at + HEAD_BYTES + length + (length % 2);
    if (at + HEAD_BYTES + length > end) throw new PhotoError("it ends too early");
    const chunk = Buffer.from(file.subarray(at, next));
    at = next;
    size ??= sizeIn(type, chunk.subarray(HEAD_BYTES));
    if (type === "EXIF") orientation = exifOrientation(chunk.subarray(HEAD_BYTES)) ?? orientation;
    if (type === "VP8X") {
      const flags = chunk.readUInt8(HEAD_BYTES);
      if ((flags & ANIMATION_FLAG) !== 0) throw new PhotoError("it moves: send a still picture");
      chunk.writeUInt8(flags & ALPHA_FLAG, HEAD_BYTES);
    }
    if (["VP8X", "VP8 ", "VP8L", "ALPH"].includes(type)) kept.push(chunk);
  }
  if (size === null) throw new PhotoError("its chunks cannot be read");
  const body = Buffer.concat(kept);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(4 + body.length, 4);
  const [width, height] = size;
  return { bytes: Buffer.concat([head, body]), width, height, orientation };
}
