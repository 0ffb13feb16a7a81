// What is committed in the embedded database is on the disk, and not only in the memory of the system.
//
// PGlite starts PostgreSQL without fsync, and its file system has none to call: here it gets one.

import { closeSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

/** EIO of WASI: PostgreSQL ends itself rather than go on with what may not be stored. */
const IO_ERROR = 29;

/** Parameters with which PostgreSQL starts that waits for the disk; by fsync, since fdatasync does nothing in WebAssembly. */
export const DURABLE_PARAMETERS: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

interface OpenFile {
  /** Of the file in the system; a folder has none. */
  readonly nfd?: number;
  readonly node: unknown;
}

interface NodeFileSystem {
  readonly stream_ops: { fsync?: (file: OpenFile) => number };
  realPath(node: unknown): string;
}

/** Writes a file or a folder of the system to the disk. */
function syncPath(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a folder with all that is in it to the disk: what was made before fsync was there. */
export function syncFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name));
  syncPath(folder);
  syncPath(dirname(folder));
}

/** The part of a database that calls the files of the system. */
export const nodeFiles = (db: PGlite): NodeFileSystem =>
  (db.Module as unknown as { FS: { filesystems: { NODEFS: NodeFileSystem } } }).FS.filesystems.NODEFS;

/** Lets fsync in a database reach the disk. */
export function makeDurable(db: PGlite): void {
  const files = nodeFiles(db);
  files.stream_ops.fsync = ({ nfd, node }) => {
    try {
      if (nfd === undefined) syncPath(files.realPath(node));
      else fsyncSync(nfd);
      return 0;
    } catch {
      return IO_ERROR;
    }
  };
}
