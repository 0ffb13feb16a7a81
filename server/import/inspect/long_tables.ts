// Tables with several rows for one area: long ones, in which a column says what a row counts, and lists of things.

import type { CodeColumn } from "./codes.ts";
import type { FoundPeriod } from "./periods.ts";
import type { SeenColumn } from "./seen_source.ts";

export type RowShape =
  | { readonly kind: "one" }
  /** Rows of one area differ by what `column` says; their number stands in `value`. */
  | {
      readonly kind: "pivot";
      readonly column: SeenColumn;
      readonly value: SeenColumn;
      readonly labels: readonly string[];
    }
  | { readonly kind: "many"; readonly most: number }
  /** A few areas have two rows. */
  | { readonly kind: "repeated"; readonly count: number };

/** Labels that a column of a long table may have. */
const MOST_LABELS = 60;
/** Of the rows up to this part may repeat an area for the table to be one of one row each. */
const FEW = 0.02;
const VALUE_HEADER = /^(count|number|value|n|total|amount|figure|obs_?value|数|数量|数值|值|人数|户数)$/i;

const rowsBy = (columns: readonly SeenColumn[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let row = 0; row < columns[0]!.cells.length; row++) {
    const key = columns.map(({ cells }) => cells[row]).join("\n");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** How the rows of a table belong to its areas. `figures` are its columns of numbers. */
export function rowShape(
  key: CodeColumn,
  period: FoundPeriod | null,
  figures: readonly SeenColumn[],
): RowShape {
  const { source, column } = key;
  const own = [column, ...(period?.column ? [period.column] : [])];
  const counts = rowsBy(own);
  const extra = source.rowCount - counts.size;
  if (extra === 0) return { kind: "one" };
  if (extra <= FEW * source.rowCount) return { kind: "repeated", count: extra };
  for (const label of source.columns) {
    const size = label.distinct.size;
    if (own.includes(label) || size < 2 || size > MOST_LABELS || label.filled < source.rowCount) continue;
    if (rowsBy([...own, label]).size < source.rowCount) continue;
    const values = figures.filter((figure) => figure !== label);
    const value =
      values.find(({ name }) => VALUE_HEADER.test(name)) ?? (values.length === 1 ? values[0] : undefined);
    if (value) return { kind: "pivot", column: label, value, labels: [...label.distinct].toSorted() };
  }
  return { kind: "many", most: Math.max(...counts.values()) };
}
