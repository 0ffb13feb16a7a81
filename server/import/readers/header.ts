// The header of a table: the row that the profile names, or the first; titles above it and a second row are recognised and said.

import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import type { SourceOptions } from "./source.ts";

/** Rows among which a header is sought. */
export const HEADER_ROWS = 20;
/** A row of fewer fields than this is no header of a table that has more. */
const FEW = 2;

/** The names of the columns, and how many rows come before the first row of data. */
export interface Header {
  readonly names: readonly string[];
  readonly before: number;
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== "").length;

/** The row, counted from 1, that looks like the header under a title: the first of as many names as the fullest rows; null where it is the first. */
function likelyHeader(rows: readonly (readonly string[])[]): number | null {
  const first = rows.findIndex((row) => filled(row) > 0);
  if (first < 0 || filled(rows[first]!) >= FEW) return null;
  const most = Math.max(...rows.map(filled));
  if (most <= FEW) return null;
  const at = rows.findIndex((row, i) => i > first && filled(row) > most / 2);
  return at < 0 ? null : at + 1;
}

const isNumber = (cell: string): boolean => /^[-+]?[\d.,\s]+[%％]?$/.test(cell.trim()) && /\d/.test(cell);

/** Whether the rows from `at` on are a header of two rows: merged cells above, names of all columns below, and numbers under these. */
function isOfTwoRows(rows: readonly (readonly string[])[], at: number): boolean {
  const [upper, lower, ...body] = rows.slice(at);
  if (!upper || !lower || filled(upper) < FEW || lower.some(isNumber)) return false;
  const has = (row: readonly string[], column: number): boolean => (row[column]?.trim() ?? "") !== "";
  const columns = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => column);
  return (
    columns.every((column) => has(upper, column) || has(lower, column)) &&
    columns.some(
      (column) =>
        !has(upper, column) && has(lower, column) && body.some((row) => isNumber(row[column] ?? "")),
    )
  );
}

/** Names of two rows: a cell that is merged over several columns stands before each of the names below it. */
function joinRows(upper: readonly string[], lower: readonly string[]): string[] {
  let group = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, below] = [upper[column]?.trim() ?? "", lower[column]?.trim() ?? ""];
    if (above !== "") group = above;
    return below === "" ? above : [group, below].filter((part) => part !== "").join(" ");
  });
}

/** Finds the header among the first rows of a file; throws an ImportFault where the profile names a row that is not there. */
export function findHeader(
  rows: readonly (readonly string[])[],
  { header, skip = 0 }: Pick<SourceOptions, "header" | "skip">,
  file: string,
  log: FindingLog,
): Header {
  if (header === undefined) {
    const first = Math.max(
      0,
      rows.findIndex((row) => filled(row) > 0),
    );
    const likely = likelyHeader(rows);
    const starts = likely === null ? [first] : [likely - 2, likely - 1];
    const start = starts.find((at) => isOfTwoRows(rows, at));
    if (start !== undefined) {
      const upper = start + 1;
      log.add({
        severity: "warning",
        rule: "two_row_header",
        file,
        value: rows[upper - 1]!.find((cell) => cell.trim() !== "") ?? null,
        message: `rows ${upper} and ${upper + 1} look like a header of two rows with merged cells`,
        action: `row ${first + 1} was taken as the header; write "header: [${upper}, ${upper + 1}]" where that is wrong`,
      });
    } else if (likely !== null)
      log.add({
        severity: "warning",
        rule: "title_above_header",
        file,
        value: rows[first]!.find((cell) => cell.trim() !== "") ?? null,
        message: `row ${first + 1} looks like a title, and row ${likely} like the header`,
        action: `the first row was taken as the header; write "header: ${likely}" where that is wrong`,
      });
    return { names: rows[first] ?? [], before: first + 1 + skip };
  }
  const [upper, lower] = typeof header === "number" ? [header, header] : header;
  const names = rows[lower - 1];
  if (!names || filled(names) === 0)
    throw new ImportFault(`has no row ${lower} that could be its header`, {
      rule: "header_missing",
      file,
      action: 'nothing was read; correct "header" in the profile',
    });
  return {
    names: upper === lower ? names : joinRows(rows[upper - 1]!, names),
    before: lower + skip,
  };
}
