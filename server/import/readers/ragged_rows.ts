// Rows of text that have more or fewer fields than the header: which of them are wrong, and why that is likely.

import type { FindingLog } from "#server/import/findings/finding_log";

/** Neighbouring fields that together are a number with thousands separators. */
const isSplitNumber = (cells: readonly string[], delimiter: string): boolean =>
  delimiter === "," &&
  cells.some((cell, at) => /^[+-]?\d{1,3}$/.test(cell) && /^\d{3}(\.\d+)?$/.test(cells[at + 1] ?? ""));

/** Neighbouring fields that together are a number with a decimal comma. */
const isSplitDecimal = (cells: readonly string[], delimiter: string): boolean =>
  delimiter === "," && cells.some((cell, at) => /^[+-]?\d+$/.test(cell) && /^\d+$/.test(cells[at + 1] ?? ""));

/** The likely reason, in words that quote nothing of the row. */
function likelyReason(cells: readonly string[], columns: number, delimiter: string): string {
  if (cells.length < columns)
    return cells.length === 1
      ? "it may be a remark or a title"
      : "a line break may stand inside a field, or fields be left out at the end";
  if (isSplitNumber(cells, delimiter))
    return "a number with a thousands separator may stand there without quotes";
  if (isSplitDecimal(cells, delimiter)) return "a number with a decimal comma may stand there without quotes";
  return "a field with the delimiter in it may stand there without quotes";
}

/**
 * Whether a row fits the header; one that does not is reported as an error. Empty fields beyond the header hold nothing
 * and are taken off.
 */
export function fitsHeader(
  row: { readonly number: number; readonly cells: string[] },
  columns: number,
  delimiter: string,
  file: string,
  log: FindingLog,
): boolean {
  const { number, cells } = row;
  while (cells.length > columns && cells.at(-1) === "") cells.pop();
  if (cells.length === columns) return true;
  log.addRow({
    severity: "error",
    rule: "row_ragged",
    file,
    row: number,
    value: cells.join(delimiter).slice(0, 200),
    message: `has ${cells.length} ${cells.length === 1 ? "field" : "fields"} where the header has ${columns}: ${likelyReason(cells, columns, delimiter)}`,
    action: "nothing is imported; put such a field in quotes, or mend the row",
  });
  return false;
}
