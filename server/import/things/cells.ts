// Cells of facilities and roads: translated words, whole numbers, periods; with a finding for each that is odd.

import { isPeriod } from "#domain/period";
import type { FindingLog } from "#server/import/findings/finding_log";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { nameText } from "#server/import/tables/name_text";
import { MISSING_TEXTS, parseNumber } from "#server/import/tables/number";

/** The file whose rows are read, and where findings go. */
export interface RowContext {
  readonly source: Source;
  readonly file: string;
  readonly log: FindingLog;
}

type Chosen<T extends string> =
  { readonly value: T } | { readonly column: string; readonly as: Readonly<Record<string, T>> };

/** What stands between two words of one cell. */
const BETWEEN = /[;,/、，；|+]/;

/** Reads a word that the profile translates; undefined where it does not. Of several in one cell `least` takes one. */
export function wordReader<T extends string>(
  spec: Chosen<T>,
  { source, file, log }: RowContext,
  of: "kind" | "road_class" | "surface",
  least?: (words: readonly T[]) => T,
): (row: SourceRow) => T | undefined {
  if ("value" in spec) return () => spec.value;
  const column = columnOf(source, spec.column, file);
  const known = new Map(Object.entries(spec.as).map(([text, word]) => [text.trim().toLowerCase(), word]));
  return ({ cells, number }) => {
    const cell = cells[column]!;
    const whole = known.get(cell.trim().toLowerCase());
    if (whole !== undefined) return whole;
    const at = { file, row: number, column: spec.column, value: cell, severity: "warning" as const };
    const words = cell.split(BETWEEN).map((part) => known.get(part.trim().toLowerCase()));
    if (least && words.length > 1 && words.every((word) => word !== undefined)) {
      const word = least(words);
      log.addRow({
        ...at,
        rule: `${of}_mixed`,
        message: `"${cell}" names several: ${words.join(", ")}`,
        action: `taken as ${word}, the least of them`,
      });
      return word;
    }
    log.addRow({
      ...at,
      rule: `${of}_unknown`,
      message: `"${cell}" is not one of ${Object.keys(spec.as).slice(0, 20).join(", ")}`,
      action: "the row was left out; add it to as of the profile",
    });
    return undefined;
  };
}

/** Reads a number of 0 or more; null for an empty cell and for text, which is reported. */
export function numberReader(
  name: string,
  { source, file, log }: RowContext,
  isWhole: boolean,
): (row: SourceRow) => number | null {
  const column = columnOf(source, name, file);
  return ({ cells, number }) => {
    const cell = cells[column]!;
    if (cell === "" || Object.hasOwn(MISSING_TEXTS, cell.toLowerCase())) return null;
    const { value, sign } = parseNumber(cell) ?? {};
    if (value !== undefined && !sign && value >= 0 && (!isWhole || Number.isSafeInteger(value))) return value;
    log.addRow({
      severity: "warning",
      rule: "not_a_number",
      file,
      row: number,
      column: name,
      value: cell,
      message: `"${cell}" is no ${isWhole ? "whole " : ""}number of 0 or more`,
      action: "taken as not known",
    });
    return null;
  };
}

/** Reads a period; null for an empty cell and for what is none, which is reported. */
export function periodCell(
  name: string | undefined,
  { source, file, log }: RowContext,
): (row: SourceRow) => string | null {
  if (name === undefined) return () => null;
  const column = columnOf(source, name, file);
  return ({ cells, number }) => {
    const cell = cells[column]!;
    if (cell === "") return null;
    if (isPeriod(cell)) return cell;
    log.addRow({
      severity: "warning",
      rule: "period_malformed",
      file,
      row: number,
      column: name,
      value: cell,
      message: `"${cell}" is no period: write 2019, 2019H1, 2019Q3 or 2019-07`,
      action: "taken as not known",
    });
    return null;
  };
}

/** Names by language, those that a row has. */
export function nameReader(
  spec: Readonly<Record<string, string>>,
  { source, file, log }: RowContext,
): (row: SourceRow) => Record<string, string> {
  const columns = Object.entries(spec).map(
    ([language, name]) => [language, columnOf(source, name, file)] as const,
  );
  return ({ cells, number: row }) =>
    Object.fromEntries(
      columns
        .map(([language, at]) => [language, nameText(cells[at]!, { file, row }, log)])
        .filter(([, name]) => name !== ""),
    );
}
