// The files of a tar.

import { Readable } from "node:stream";
import { extract } from "tar-stream";
import { ImportFault } from "#server/import/findings/import_fault";
import { damaged, drain, type Limits } from "./archive_limits.ts";

/** The mark of POSIX and GNU archives, behind the first header. */
export const isTar = (bytes: Buffer): boolean =>
  bytes.length >= 512 && bytes.toString("latin1", 257, 262) === "ustar";
/** The files of a tar by name; links and devices are left out. */
export async function untar(file: string, bytes: Buffer, limits: Limits): Promise<Map<string, Buffer>> {
  const members = new Map<string, Buffer>();
  try {
    const entries = Readable.from([bytes]).pipe(extract());
    for await (const entry of entries) {
      const name = entry.header.name.replace(/^\.\//, "");
      if (name.startsWith("/") || name.split("/").includes(".."))
        throw new ImportFault(`entry "${name}" lies outside of the archive`, {
          rule: "archive_unsafe_name",
          file,
          action: "nothing was read",
        });
      if (entry.header.type !== "file") entry.resume();
      else members.set(name, await drain(entry, () => {}));
      if (members.size > limits.entries)
        throw new ImportFault(`holds more than ${limits.entries} entries`, {
          rule: "archive_too_many_entries",
          file,
          action: "nothing was read",
        });
    }
  } catch (error) {
    throw damaged(file, error);
  }
  return members;
}
