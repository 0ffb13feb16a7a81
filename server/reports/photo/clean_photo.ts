// What reading a photo gives, and why it may not.

import type { PhotoSize } from "#domain/report";

export interface CleanPhoto extends PhotoSize {
  readonly media: "image/jpeg" | "image/png" | "image/webp";
  readonly bytes: Buffer;
}

/** The file is no photo that can be kept; the message says why, in lower case. */
export class PhotoError extends Error {
  override readonly name = "PhotoError";
}
