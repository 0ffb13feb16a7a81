// How far the cells of a worksheet reach, found before it is parsed: the parser fills the whole rectangle.

import { ImportFault } from "#server/import/findings/import_fault";

/** What is parsed of a worksheet at once: a field takes about 300 bytes. */
const MOST = { rows: 200_000, fields: 2_000_000 };

const CHUNK = 2 ** 20;
/** Longer than a cell's opening tag. */
const OVERLAP = 200;

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** The last row and the last column that a worksheet has a cell in. */
function extentOf(xml: Buffer): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (let start = 0; start < xml.length; start += CHUNK) {
    const text = xml.toString("latin1", start, start + CHUNK + OVERLAP);
    for (const [, letters, row] of text.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
      columns = Math.max(columns, columnNumber(letters!));
      rows = Math.max(rows, Number(row));
    }
    for (const [, row] of text.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d{1,7})"/g))
      rows = Math.max(rows, Number(row));
  }
  return { rows, columns };
}

/** Throws an ImportFault for a worksheet that is too big to be parsed, most often for a single cell far out. */
export function assertExtent(sheet: string, xml: Buffer, file: string): void {
  const { rows, columns } = extentOf(xml);
  if (rows <= MOST.rows && rows * columns <= MOST.fields) return;
  throw new ImportFault(
    `sheet "${sheet}" reaches to row ${rows} and column ${columns}: at most ${MOST.rows} rows and ${MOST.fields} fields are read of a workbook`,
    {
      rule: "sheet_too_big",
      file,
      action: "nothing was read; delete the cells far out, or save the sheet as CSV",
    },
  );
}
