// Where the finished steps of a cutting lie until its tiles are stored, so that an import that was killed goes on from there.

import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "cut-";
/** What no import has come back to for so long is given up. */
const KEPT_MS = 24 * 3600_000;

/** Gives the folder for boundaries of a checksum in `directory`, and removes old ones there; a folder of its own without a directory. */
export function cutFolder(directory: string | undefined, checksum: string): string {
  if (directory === undefined) return mkdtempSync(join(tmpdir(), "village-lens-cut-"));
  for (const name of readdirSync(directory).filter((one) => one.startsWith(PREFIX))) {
    const path = join(directory, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
  return join(directory, PREFIX + checksum.replace(/[^\w-]/g, "_"));
}
