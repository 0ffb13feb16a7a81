// The folder of the finished steps of a cut until its tiles are stored, so that an import that was killed goes on from there.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "cut-";
/** A folder that no import has used for so long is removed. */
const KEPT_MS = 24 * 3600_000;

/** Beside a folder: the process that works in it. */
const OWNER = ".pid";

/**
 * Folder for boundaries of a checksum in `directory`, with old ones there removed; a folder of its own without a directory, and
 * where another import of the same is at work.
 */
export function cutFolder(directory: string | undefined, checksum: string): string {
  if (directory === undefined) return mkdtempSync(join(tmpdir(), "village-lens-cut-"));
  for (const name of readdirSync(directory).filter((entry) => entry.startsWith(PREFIX))) {
    const path = join(directory, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
  const folder = join(directory, PREFIX + checksum.replace(/[^\w-]/g, "_"));
  if (isTaken(folder)) return mkdtempSync(`${folder}-`);
  writeFileSync(folder + OWNER, String(process.pid), { mode: 0o600 });
  return folder;
}

/** Removes a folder whose tiles are stored. */
export function leaveCutFolder(folder: string): void {
  for (const path of [folder, folder + OWNER]) rmSync(path, { recursive: true, force: true });
}

/** Whether a process that lives works in a folder. */
function isTaken(folder: string): boolean {
  try {
    return process.kill(Number(readFileSync(folder + OWNER, "utf8")), 0);
  } catch {
    // No such file, or no such process: whoever worked there is gone.
    return false;
  }
}
