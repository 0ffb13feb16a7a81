// CSV that spreadsheets open as it is: UTF-8 with a byte order mark, CRLF, no text that runs as a formula.

import { Turns } from "#server/read/turns";

const BOM = "\uFEFF";

/**
 * Whether a spreadsheet may take text for a formula: by its sign, full-width ones and blanks before them too, which some programs
 * make plain, or by a control character in front.
 */
export const isLikeFormula = (text: string): boolean =>
  text.startsWith("\0") || /^(?:[\t\r]| *[=+\-@＝＋－＠])/.test(text);

/** Writes one cell. Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers stay numbers. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = isLikeFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file (RFC 4180) of a header and rows; long ones let other requests have their turn. */
export async function toCsv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null | undefined)[]>,
): Promise<string> {
  const turns = new Turns();
  const lines = [header.map(cell).join(",")];
  for (const row of rows) {
    lines.push(row.map(cell).join(","));
    await turns.pass();
  }
  return `${BOM}${lines.join("\r\n")}\r\n`;
}
