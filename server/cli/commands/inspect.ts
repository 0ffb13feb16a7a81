// `lens inspect`: looks at files and writes a first profile of them. It needs no database and no settings.

import { writeFile } from "node:fs/promises";
import path from "node:path";
import { InputError } from "#analysis/problem";
import { ImportFault } from "#server/import/findings/import_fault";
import { inspectFiles } from "#server/import/inspect/inspect";
import type { FileCommand } from "#server/cli/command";

interface InspectArguments {
  readonly files: readonly string[];
  /** Null for standard output. */
  readonly out: string | null;
}

export const inspectCommand: FileCommand<InspectArguments> = {
  name: "inspect",
  operands: ["FILES…"],
  options: { out: { type: "string", value: "PROFILE" } },
  summary: "look at files and folders, and write a first profile of them",
  needsDatabase: false,
  parse: ({ operands, options }) => ({
    files: operands,
    out: typeof options["out"] === "string" ? options["out"] : null,
  }),
  async run({ files, out }, { onProgress, print }) {
    const target = out === null ? process.cwd() : path.dirname(path.resolve(out));
    const text = await inspectFiles(files, target, onProgress).catch((error: unknown) => {
      if (error instanceof ImportFault)
        throw new InputError(`${error.part.file ?? "inspect"}: ${error.message}; ${error.part.action}`);
      throw error;
    });
    if (out === null) print(text.trimEnd());
    else {
      // an existing profile may hold somebody's work
      await writeFile(out, text, { flag: "wx" }).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === "EEXIST")
          throw new InputError(`${out} is there already: name another file, or remove it`);
        throw error;
      });
      print(`${out} is written; look at it, then: npm run lens -- import ${out} --dry-run`);
    }
    return true;
  },
};
