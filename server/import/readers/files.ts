// The files of one import: opened from the folder of the profile, with their checksums, and as look-up tables by key.

import path from "node:path";
import type { Progress } from "#domain/progress";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { InputFile } from "./input_file.ts";
import { assertInside, partsOf, readParts } from "./many_files.ts";
import { openFile, type OpenedFile } from "./open_file.ts";
import type { CodeColumn, FileSpec } from "#server/import/profile/profile";
import { readSource } from "./read.ts";
import type { Source } from "./source.ts";

/** Position of a named column; throws an ImportFault that names the known ones. */
export function columnOf(source: Source, name: string, file: string): number {
  const index = source.columns.indexOf(name);
  if (index >= 0) return index;
  throw new ImportFault(`has no column "${name}": known are ${source.columns.slice(0, 60).join(", ")}`, {
    rule: "column_unknown",
    file,
    column: name,
    action: source.otherSheets?.length
      ? `nothing was read; correct the profile or the header, or name another sheet as "layer": ${source.otherSheets.join(", ")}`
      : "nothing was read; correct the profile or the header",
  });
}

/** A code that a spreadsheet made a number with a fraction; a short one may be a code of two parts, such as 1.0. */
const WITH_FRACTION = /^(\d{4,})\.0+$/;
/** The apostrophe by which a spreadsheet keeps a number as text. */
const WITH_APOSTROPHE = /^['’‘`](?=\d)/;

/** What a profile says of the form of codes. */
export type CodeForm = Pick<CodeColumn, "strip" | "pad" | "prefix">;

/**
 * A code in one form: full-width digits narrowed, the marks of a spreadsheet taken off (990101001.0, '990101001), `strip` taken off
 * the front, zeros at the front restored up to `pad` digits, `prefix` put before.
 */
export function codeText(cell: string, { strip, pad, prefix = "" }: CodeForm = {}): string {
  let code = cell.normalize("NFKC").trim().replace(WITH_APOSTROPHE, "").replace(WITH_FRACTION, "$1");
  if (code === "") return code;
  if (strip !== undefined && code.startsWith(strip)) code = code.slice(strip.length);
  if (pad !== undefined && /^\d+$/.test(code)) code = code.padStart(pad, "0");
  return prefix + code;
}

/** Fault of a file that has a header and no rows. */
export const withoutRows = (file: string): ImportFault =>
  new ImportFault("holds a header and no row", {
    rule: "file_empty",
    file,
    action: "nothing is imported; look at the file",
  });

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
  lookup(
    spec: FileSpec & { key: CodeColumn; column: string; pad?: number | undefined },
  ): Promise<ReadonlyMap<string, string>> {
    const id = JSON.stringify(spec);
    const known = this.lookups.get(id);
    if (known) return known;
    const loading = this.loadLookup(spec);
    this.lookups.set(id, loading);
    return loading;
  }

  private async loadLookup(
    spec: FileSpec & { key: CodeColumn; column: string; pad?: number | undefined },
  ): Promise<ReadonlyMap<string, string>> {
    const source = await this.open(spec);
    const key = columnOf(source, spec.key.column, spec.file);
    const column = columnOf(source, spec.column, spec.file);
    const entries = new Map<string, string>();
    let count = 0;
    for await (const { number, cells } of source.rows()) {
      count++;
      const code = codeText(cells[key]!, spec.key);
      const value = codeText(cells[column]!, { pad: spec.pad });
      const first = entries.get(code);
      if (first === undefined) entries.set(code, value);
      else if (first !== value)
        this.log.add({
          severity: "warning",
          rule: "lookup_ambiguous",
          file: spec.file,
          row: number,
          column: spec.column,
          value,
          message: `"${code}" has "${value}" here and "${first}" before`,
          action: "the first one was taken",
        });
    }
    if (count === 0) throw withoutRows(spec.file);
    return entries;
  }
}
