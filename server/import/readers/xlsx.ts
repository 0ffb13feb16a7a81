// Reads XLSX: the first sheet or the one named, first row with text as header; numbers keep all their digits.

import { readSheet } from "read-excel-file/node";
import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import { uniqueHeader } from "./csv.ts";
import { findHeader, HEADER_ROWS } from "./header.ts";
import type { InputFile } from "./input_file.ts";
import { LIMITS } from "./archive_limits.ts";
import { unpack } from "./open_file.ts";
import type { Reader } from "./reader.ts";
import { assertExtent } from "./sheet_extent.ts";
import { listSheets } from "./sheet_list.ts";
import { unzip, withMembers, WORKBOOK } from "./unzip.ts";
import { cellText, type Source } from "./source.ts";

/** Parts that every sheet needs: the list of sheets, texts, formats. */
const OF_ANY_SHEET = /^xl\/(?:[^/]+\.xml|_rels\/workbook\.xml\.rels)$/;

/** A number as the sheet stores it; a form with an exponent is written out. */
const digits = (text: string): string => (/e/i.test(text) ? cellText(Number(text)) : text);

/** The workbook: the file itself, or the member of an archive that is meant. */
const workbookOf = ({ packed, members, bytes }: InputFile): Buffer | null => {
  if (members.has(WORKBOOK)) return packed;
  const isZip = bytes?.subarray(0, 2).toString("latin1") === "PK";
  return isZip && bytes.includes(WORKBOOK) ? bytes : null;
};

/** The parts of the workbook by their name inside. */
async function membersOf(input: InputFile): Promise<ReadonlyMap<string, Buffer>> {
  const workbook = workbookOf(input)!;
  return workbook === input.packed ? input.members : unpack(input.name, workbook);
}

async function readXlsx(input: InputFile): Promise<Source> {
  const { name: file, log, options } = input;
  const workbook = workbookOf(input)!;
  const members = await membersOf(input);
  const sheets = listSheets(members);
  const { layer } = options;
  const sheet = layer === undefined ? sheets[0] : sheets.find(({ name }) => name === layer);
  if (!sheet)
    throw new ImportFault(
      `has no sheet "${layer ?? "1"}": known are ${sheets.map(({ name }) => name).join(", ")}`,
      { rule: "layer_unknown", file, action: 'name one of them as "layer" in the profile' },
    );
  const isRead = (name: string): boolean => OF_ANY_SHEET.test(name) || name === sheet.path;
  const parts = await unzip(file, workbook, LIMITS, isRead);
  assertExtent(sheet.name, parts.get(sheet.path) ?? Buffer.alloc(0), file);
  // Only this sheet is unpacked and parsed; the others may be as large as they like.
  const own = withMembers(workbook, isRead);
  const data = await readSheet<string>(own, sheet.name, { parseNumber: digits }).catch((error: unknown) => {
    throw unreadable(file, "is no workbook that can be read", error);
  });
  const rows = data.map((row) => row.map(cellText));
  const start = rows.findIndex((row) => row.some((cell) => cell !== ""));
  if (start < 0)
    throw new ImportFault(`sheet "${sheet.name}" holds no row`, {
      rule: "file_empty",
      file,
      action: "nothing was read",
    });
  const { names, before } = findHeader(rows.slice(0, HEADER_ROWS + start), options, file, log);
  const columns = uniqueHeader(file, names, log);
  return {
    format: "XLSX",
    columns,
    otherSheets: sheets.flatMap(({ name }) => (name === sheet.name ? [] : [name])),
    crs: null,
    async *rows() {
      for (const [index, cells] of rows.slice(before).entries())
        if (cells.some((cell) => cell !== "")) yield { number: index + 1, cells };
    },
  };
}

export const xlsxReader: Reader = {
  id: "xlsx",
  label: "XLSX",
  detects: (file) => workbookOf(file) !== null,
  layers: async (file) => listSheets(await membersOf(file)).map(({ name }) => name),
  read: readXlsx,
};
