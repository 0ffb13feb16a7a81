// The folder of the finished steps of a cut until its tiles are stored, so that an import that was killed goes on from there.

import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "cut-";
/** A folder that no import has used for so long is removed. */
const KEPT_MS = 24 * 3600_000;

/** Folder for boundaries of a checksum in `directory`, with old ones there removed; a folder of its own without a directory. */
export function cutFolder(directory: string | undefined, checksum: string): string {
  if (directory === undefined) return mkdtempSync(join(tmpdir(), "village-lens-cut-"));
  for (const name of readdirSync(directory).filter((entry) => entry.startsWith(PREFIX))) {
    const path = join(directory, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
  return join(directory, PREFIX + checksum.replace(/[^\w-]/g, "_"));
}
