// Folders that only the account of this process may open.

import { chmodSync, mkdirSync } from "node:fs";

/** Permissions of whatever this process makes from now on: its own account's alone. */
export const keepFilesPrivate = (): void => void process.umask(0o077);

/** Makes a folder that only this account may open, or makes one that is there such; returns its path. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return path;
}
