// First profiles of files in a temporary folder, for the tests of `lens inspect`.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import { parse } from "yaml";
import { inspectFiles } from "#server/import/inspect/inspect";
import { profileSchema, type ImportProfile } from "#server/import/profile/profile";

type FileContents = Readonly<Record<string, string | Buffer>>;

export interface Inspecting {
  /** Where the files of the present test lie. */
  folder(): string;
  /** The profile of some files beside those of every test, and its text. */
  inspect(files: FileContents): Promise<{ readonly text: string; readonly profile: ImportProfile }>;
}

/** A folder for each test of a file, with `always` in it when it is inspected. */
export function inspecting(always: FileContents = {}): Inspecting {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "inspect-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    folder: () => folder,
    async inspect(files) {
      for (const [name, content] of Object.entries({ ...always, ...files }))
        writeFileSync(path.join(folder, name), content);
      const text = await inspectFiles([folder], folder, () => {});
      return { text, profile: profileSchema.parse(parse(text)) };
    },
  };
}
