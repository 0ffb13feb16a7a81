// Reads XLSX: the first sheet or the one named, first row with text as header; numbers keep all their digits.

import readXlsxFile from "read-excel-file/node";
import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import { uniqueHeader } from "./csv.ts";
import type { InputFile } from "./input_file.ts";
import { unpack } from "./open_file.ts";
import type { Reader } from "./reader.ts";
import { assertExtents } from "./sheet_extent.ts";
import { cellText, type Source } from "./source.ts";

/** A number as the sheet stores it; a form with an exponent is written out. */
const digits = (text: string): string => (/e/i.test(text) ? cellText(Number(text)) : text);

const WORKBOOK = "xl/workbook.xml";

/** The workbook: the file itself, or the member of an archive that is meant. */
const workbookOf = ({ packed, members, bytes }: InputFile): Buffer | null => {
  if (members.has(WORKBOOK)) return packed;
  const isZip = bytes?.subarray(0, 2).toString("latin1") === "PK";
  return isZip && bytes.includes(WORKBOOK) ? bytes : null;
};

async function readXlsx(input: InputFile): Promise<Source> {
  const { name: file, log, options } = input;
  const workbook = workbookOf(input)!;
  assertExtents(workbook === input.packed ? input.members : await unpack(file, workbook), file);
  const sheets = await readXlsxFile<string>(workbook, { parseNumber: digits }).catch((error: unknown) => {
    throw unreadable(file, "is no workbook that can be read", error);
  });
  const sheet = options.layer === undefined ? sheets[0] : sheets.find((each) => each.sheet === options.layer);
  if (!sheet)
    throw new ImportFault(
      `has no sheet "${options.layer ?? "1"}": known are ${sheets.map((each) => each.sheet).join(", ")}`,
      {
        rule: "layer_unknown",
        file,
        action: 'name one of them as "layer" in the profile',
      },
    );
  const rows = sheet.data.map((row) => row.map(cellText));
  const start = rows.findIndex((row) => row.some((cell) => cell !== ""));
  if (start < 0)
    throw new ImportFault(`sheet "${sheet.sheet}" holds no row`, {
      rule: "file_empty",
      file,
      action: "nothing was read",
    });
  const columns = uniqueHeader(file, rows[start]!, log);
  return {
    format: "XLSX",
    columns,
    crs: null,
    async *rows() {
      for (const [index, cells] of rows.slice(start + 1).entries())
        if (cells.some((cell) => cell !== "")) yield { number: index + 1, cells };
    },
  };
}

export const xlsxReader: Reader = {
  id: "xlsx",
  label: "XLSX",
  detects: (file) => workbookOf(file) !== null,
  read: readXlsx,
};
