// Which way up a camera held a photo: the one thing of EXIF that the picture needs, kept apart from it.

const ORIENTATION_TAG = 0x0112;
const ENTRY_BYTES = 12;

/** Orientation 1–8 from a TIFF head (as in the EXIF of JPEG, PNG and WebP, with or without its name before it); null without one. */
export function exifOrientation(block: Buffer): number | null {
  const tiff = block.toString("latin1", 0, 6) === "Exif\0\0" ? block.subarray(6) : block;
  const order = tiff.toString("latin1", 0, 2);
  if (tiff.length < 8 || (order !== "II" && order !== "MM")) return null;
  const two = (at: number): number => (order === "II" ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === "II" ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return null;
  for (let entry = 0; entry < two(directory); entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return null;
    if (two(at) !== ORIENTATION_TAG) continue;
    const value = two(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
