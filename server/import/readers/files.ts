// The files of one import: opened from the folder of the profile, with their checksums, and as look-up tables by key.

import path from "node:path";
import type { Progress } from "#domain/progress";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { InputFile } from "./input_file.ts";
import { assertInside, partsOf, readParts } from "./many_files.ts";
import { openFile, type OpenedFile } from "./open_file.ts";
import type { FileSpec, KeyExpression } from "#server/import/profile/profile";
import { compileKey, type CodeKey } from "#server/import/tables/key_text";
import { readSource } from "./read.ts";
import type { Source } from "./source.ts";

/** Fault of a file that has a header and no rows. */
export const withoutRows = (file: string): ImportFault =>
  new ImportFault("holds a header and no row", {
    rule: "file_empty",
    file,
    action: "nothing is imported; look at the file",
  });

/** A look-up table: `column` by `key`. */
interface LookupSpec extends FileSpec {
  readonly key: CodeKey;
  readonly column: string | KeyExpression;
  readonly pad?: number | undefined;
}

export class Files {
  private readonly folder: string;
  private readonly log: FindingLog;
  private readonly onProgress: Progress;
  private readonly lookups = new Map<string, Promise<ReadonlyMap<string, string>>>();
  /** SHA-256 by file name, of all that was opened so far. */
  readonly checksums = new Map<string, string>();

  constructor(folder: string, log: FindingLog, onProgress: Progress) {
    this.folder = folder;
    this.log = log;
    this.onProgress = onProgress;
  }

  /** Opens a file of the profile, or many files that it means by one name; throws an ImportFault when it is missing or cannot be read. */
  async open(spec: FileSpec): Promise<Source> {
    assertInside(this.folder, spec.file);
    const parts = await partsOf(this.folder, spec, () => this.#unpacked(spec));
    if (!parts) {
      this.log.locate(spec.file, null);
      return readSource(await this.#unpacked(spec), this.log, spec);
    }
    this.checksums.set(spec.file, parts.checksum);
    return readParts(parts, spec, this.log);
  }

  /** The bytes of a file of the profile; throws an ImportFault when it is missing, or an archive of several. */
  async bytes(spec: FileSpec): Promise<Buffer> {
    const { bytes } = new InputFile(await this.#unpacked(spec), this.log, spec);
    if (bytes) return bytes;
    throw new ImportFault("the archive holds several files", {
      rule: "entry_unknown",
      file: spec.file,
      action: 'name one of them as "entry" in the profile',
    });
  }

  async #unpacked(spec: FileSpec): Promise<OpenedFile> {
    this.onProgress({ what: `reading ${spec.file}`, done: 0, total: null });
    assertInside(this.folder, spec.file);
    const opened = await openFile(path.resolve(this.folder, spec.file), spec.file);
    this.checksums.set(spec.file, opened.checksum);
    return opened;
  }

  /** `column` by `key` of a table; a key with several different entries is reported and keeps the first. */
  lookup(spec: LookupSpec): Promise<ReadonlyMap<string, string>> {
    const id = JSON.stringify(spec);
    const known = this.lookups.get(id);
    if (known) return known;
    const loading = this.loadLookup(spec);
    this.lookups.set(id, loading);
    return loading;
  }

  private async loadLookup(spec: LookupSpec): Promise<ReadonlyMap<string, string>> {
    const source = await this.open(spec);
    const key = compileKey(spec.key, source, spec.file);
    const { column, pad } = spec;
    const taken = compileKey(typeof column === "string" ? { column, pad } : column, source, spec.file);
    const entries = new Map<string, string>();
    let count = 0;
    for await (const { number, cells } of source.rows()) {
      count++;
      const code = key.code(key.raw(cells));
      const value = taken.code(taken.raw(cells));
      const first = entries.get(code);
      if (first === undefined) entries.set(code, value);
      else if (first !== value)
        this.log.add({
          severity: "warning",
          rule: "lookup_ambiguous",
          file: spec.file,
          row: number,
          column: taken.name,
          value,
          message: `"${code}" has "${value}" here and "${first}" before`,
          action: "the first one was taken",
        });
    }
    if (count === 0) throw withoutRows(spec.file);
    return entries;
  }
}
