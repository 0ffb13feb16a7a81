// Reads CSV and TSV: any line ends, delimiter found among comma, semicolon, tab; quoted line breaks kept.

import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { findHeader, HEADER_ROWS } from "./header.ts";
import type { InputFile } from "./input_file.ts";
import { fitsHeader } from "./ragged_rows.ts";
import type { Reader } from "./reader.ts";
import { assertColumns, type Source } from "./source.ts";
import { checkLineEnds, decodeText, isText } from "./text.ts";

const DELIMITERS = ["\t", ";", ","] as const;
/** Characters of one row; more means a quote that never closes. */
const MAX_ROW = 2 ** 20;
/** Characters that are parsed at once. */
const PIECE = 2 ** 16;

/** Counts each delimiter outside quotes in the first line; the most frequent wins, a tie goes to the rarer kind of text: tab, semicolon, comma. */
function findDelimiter(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const char of text.slice(0, MAX_ROW)) {
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === "\n" || char === "\r")) break;
    else if (!isQuoted && counts.has(char)) counts.set(char, counts.get(char)! + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** Trims names; a name that is there already gets a number, so that every column can be named. */
export function uniqueHeader(file: string, header: readonly string[], log: FindingLog): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim().replace(/\s+/g, " ") || `column ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count === 1) return name;
    log.add({
      severity: "warning",
      rule: "duplicate_header",
      file,
      column: name,
      value: name,
      message: `column ${index + 1} is called "${name}" like one before it`,
      action: `it is called "${name} (${count})" here`,
    });
    return `${name} (${count})`;
  });
}

/** Records of a text, parsed anew each time they are asked for. */
function recordsOf(text: string, delimiter: string): AsyncIterable<string[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: MAX_ROW,
  });
  return Readable.from(pieces(text), { objectMode: false }).pipe(parser);
}

/** A text in pieces, so that records are made as they are asked for; no line end and no character is cut in two. */
function* pieces(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + PIECE, text.length);
    if (end < text.length && /[\r\uD800-\uDBFF]/.test(text[end - 1]!)) end++;
    yield text.slice(start, end);
    start = end;
  }
}

/** A fault for what the parser refuses; anything else as it is. */
const malformed = (file: string, error: unknown): unknown =>
  error instanceof CsvError
    ? new ImportFault(error.message.toLowerCase(), {
        rule: "csv_malformed",
        file,
        action: "nothing was read; look for a quote that is never closed",
      })
    : error;

async function readFirst(file: string, text: string, delimiter: string): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    for await (const record of recordsOf(text, delimiter)) {
      rows.push(record);
      if (rows.length >= HEADER_ROWS) break;
    }
  } catch (error) {
    throw malformed(file, error);
  }
  if (rows.length === 0)
    throw new ImportFault("holds no row", { rule: "file_empty", file, action: "nothing was read" });
  return rows;
}

async function readCsv({ name: file, bytes, log, options }: InputFile): Promise<Source> {
  const text = decodeText(file, bytes!, log, options.encoding);
  checkLineEnds(file, text, log);
  const delimiter = findDelimiter(text);
  const header = findHeader(await readFirst(file, text, delimiter), options, file, log);
  assertColumns(header.names, file);
  const columns = uniqueHeader(file, header.names, log);
  return {
    format: "CSV",
    columns,
    crs: null,
    async *rows() {
      let number = 1 - header.before;
      try {
        for await (const cells of recordsOf(text, delimiter)) {
          if (number > 0 && fitsHeader({ number, cells }, columns.length, delimiter, file, log))
            yield { number, cells };
          number++;
        }
      } catch (error) {
        throw malformed(file, error);
      }
    },
  };
}

export const csvReader: Reader = {
  id: "csv",
  label: "CSV, TSV",
  detects: ({ bytes }) => bytes !== null && bytes.length > 0 && isText(bytes),
  read: readCsv,
};
