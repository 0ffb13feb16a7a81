// Reads XLSX: the first sheet or the one named, first row with text as header; numbers keep all their digits.

import readXlsxFile from "read-excel-file/node";
import { ImportFault, type FindingLog } from "#server/import/findings/finding_log";
import type { OpenedFile } from "./open_file.ts";
import { uniqueHeader } from "./csv.ts";
import { cellText, type Source, type SourceOptions } from "./source.ts";

/** A number as the sheet stores it; a form with an exponent is written out. */
const digits = (text: string): string => (/e/i.test(text) ? cellText(Number(text)) : text);

/** Opens a workbook; throws an ImportFault for one that is damaged or has no such sheet. */
export async function readXlsx(opened: OpenedFile, log: FindingLog, options: SourceOptions): Promise<Source> {
  const file = opened.name;
  const sheets = await readXlsxFile<string>(opened.bytes, { parseNumber: digits }).catch((error: unknown) => {
    throw new ImportFault(
      `is no workbook that can be read: ${error instanceof Error ? error.message : String(error)}`,
      {
        rule: "file_unreadable",
        file,
        action: "nothing was read",
      },
    );
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
