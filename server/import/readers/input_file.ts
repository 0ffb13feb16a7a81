// A file of a dataset as its reader gets it: unpacked, with what the profile prescribes.

import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import type { FindingLog } from "#server/import/findings/finding_log";
import type { OpenedFile } from "./open_file.ts";
import type { SourceOptions } from "./source.ts";
import { decodeText } from "./text.ts";

/** Members of an archive that hold no data. */
export const NO_DATA =
  /(^|\/)(__MACOSX\/|\.|readme|licen[cs]e)|\.(txt|md|pdf|html?|xml|qmd|cpg|prj|sbn|sbx|qix)$/i;

/** Brackets within brackets: a MultiPolygon in a collection has eight. */
const DEEPEST_JSON = 64;

const [QUOTE, BACKSLASH] = [34, 92];
const isOpening = (code: number): boolean => code === 91 || code === 123;
const isClosing = (code: number): boolean => code === 93 || code === 125;

/** Whether brackets nest deeper than `depth`, those in texts aside. */
function isDeeper(json: string, depth: number): boolean {
  let open = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at);
    else if (isOpening(code)) {
      if (++open > depth) return true;
    } else if (isClosing(code)) open--;
  }
  return false;
}

/** Where the text ends that begins at a quotation mark. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return json.length;
}

export class InputFile {
  /** What findings call it. */
  readonly name: string;
  /** The file as it lies on the disk, without gzip. */
  readonly packed: Buffer;
  /** Members of an archive by name; a plain file is the only member. */
  readonly members: ReadonlyMap<string, Buffer>;
  /** The member that is meant; null where an archive holds several and the profile names none of them. */
  readonly bytes: Buffer | null;
  readonly options: SourceOptions;
  readonly log: FindingLog;
  #json: { readonly value: unknown } | null = null;

  constructor(opened: OpenedFile, log: FindingLog, options: SourceOptions) {
    this.name = opened.name;
    this.packed = opened.bytes;
    this.members = opened.members;
    this.options = options;
    this.log = log;
    const candidates = [...opened.members].filter(([name]) =>
      options.entry === undefined ? opened.members.size === 1 || !NO_DATA.test(name) : name === options.entry,
    );
    this.bytes = candidates.length === 1 ? candidates[0]![1] : null;
  }

  /** Whether the member that is meant begins with these bytes. */
  startsWith(magic: Uint8Array): boolean {
    return this.bytes?.subarray(0, magic.length).equals(magic) ?? false;
  }

  /** Whether it begins as JSON does: with a brace or a bracket. */
  get looksLikeJson(): boolean {
    return /^(\uFEFF)?\s*[{[]/.test(this.bytes?.subarray(0, 64).toString("utf8") ?? "");
  }

  /** The member that is meant as parsed JSON; throws an ImportFault when it is none. */
  json(): unknown {
    this.#json ??= { value: this.#parse() };
    return this.#json.value;
  }

  #parse(): unknown {
    try {
      const text = decodeText(this.name, this.bytes!, this.log, this.options.encoding);
      if (isDeeper(text, DEEPEST_JSON))
        throw unreadable(this.name, `is nested deeper than ${DEEPEST_JSON} brackets`);
      return JSON.parse(text);
    } catch (error) {
      throw error instanceof ImportFault ? error : unreadable(this.name, "is not JSON", error);
    }
  }
}
