// How the areas of one level lead to those of the level above: by the front of their codes, by a column, by a look-up table.

import type { CodeColumn, CodeSpace } from "./codes.ts";

/** Of the areas of a level so many must have a parent for the way to it to be taken. */
const ENOUGH = 0.9;

export type Way =
  | { readonly kind: "prefix"; readonly length: number }
  /** Column `to` of the file that holds `from`. */
  | { readonly kind: "columns"; readonly from: CodeColumn; readonly to: CodeColumn };

/** The length of the codes above that most codes below begin with; null where they do not. */
function prefixOf(below: ReadonlySet<string>, above: ReadonlySet<string>): number | null {
  const lengths = new Set([...above].map(({ length }) => length));
  if (lengths.size !== 1) return null;
  const [length] = [...lengths] as [number];
  let [longer, hits] = [0, 0];
  for (const code of below) {
    if (code.length > length) longer++;
    if (code.length > length && above.has(code.slice(0, length))) hits++;
  }
  return longer === below.size && hits >= ENOUGH * below.size ? length : null;
}

/** Whether every value of one column stands beside one value of another alone. */
function isFunction({ column: from }: CodeColumn, { column: to }: CodeColumn): boolean {
  const values = new Map<string, string>();
  for (const [row, cell] of from.cells.entries()) {
    const value = to.cells[row]!;
    const first = values.get(cell);
    if (first === undefined) values.set(cell, value);
    else if (first !== value) return false;
  }
  return true;
}

/** The codes of `above` that a column leads to. */
const reached = (to: CodeColumn, above: ReadonlySet<string>): number =>
  [...to.codes].filter((code) => above.has(code)).length / to.codes.size;

/** A level: its columns, and the codes that it lists itself. */
export interface Listed {
  readonly space: CodeSpace;
  readonly own: ReadonlySet<string>;
}

/** The ways from areas to those above, the surest first. */
export function waysUp(below: Listed, above: Listed): Way[] {
  const ways: Way[] = [];
  const length = prefixOf(below.own, above.own);
  if (length !== null) ways.push({ kind: "prefix", length });
  const byColumns: { way: Way; share: number; rows: number }[] = [];
  for (const from of below.space.columns)
    for (const to of above.space.columns) {
      if (from.source !== to.source || from.codes.size < ENOUGH * below.own.size || !isFunction(from, to))
        continue;
      const share = reached(from, below.own) * reached(to, above.own);
      byColumns.push({ way: { kind: "columns", from, to }, share, rows: from.source.rowCount });
    }
  byColumns.sort((a, b) => b.share - a.share || a.rows - b.rows);
  ways.push(...byColumns.map(({ way }) => way));
  return ways;
}

/** Columns beside `to` that hold codes of the same areas and differ from it in some rows: older codes, most often. */
export const rivals = (space: CodeSpace, to: CodeColumn): CodeColumn[] =>
  space.columns.filter((other) => other !== to && other.source === to.source);
