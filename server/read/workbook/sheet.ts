// What a sheet of a workbook is, and how numbers of a unit are written into its cells.

import type { Language } from "#domain/language";
import { pickText } from "#domain/text";
import { UNITS, unitOfChange, type UnitId } from "#domain/unit";

export type Cell = string | number | null;

export interface SheetColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  /** Excel's format of its numbers; null for text. */
  readonly format: string | null;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  /** Cells of one length; a column without a head has none in the file. */
  readonly columns: readonly SheetColumn[];
  /** Rows that stay when the others are scrolled. */
  readonly stickyRows: number;
}

const digitsFormat = (digits: number): string => (digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`);

export interface NumberForm {
  readonly format: string;
  /** Unit for the head of the column; empty for a bare number. */
  readonly unit: string;
  cell(value: number): number;
}

/** Floating point noise of a scale is cut: 0.1 × 3 stays 0.3. */
const scaled = (value: number, scale: number): number =>
  scale === 1 ? value : Number((value * scale).toPrecision(15));

/** How values of a unit stand in a sheet. A share stays 0–1 and is shown in per cent, as Excel does it; money is in yuan. */
export function numberForm(unitId: UnitId, language: Language): NumberForm {
  const { scale, digits, label } = UNITS[unitId];
  const unit = pickText(label, language);
  if (unitId === "share") return { format: `0.${"0".repeat(digits)}%`, unit, cell: (value) => value };
  return { format: digitsFormat(digits), unit, cell: (value) => scaled(value, scale) };
}

/** The same for a change: that of a share is in percentage points. */
export function changeForm(unitId: UnitId, language: Language): NumberForm {
  const { scale, digits } = UNITS[unitId];
  const unit = unitOfChange(unitId, language);
  return {
    format: `+${digitsFormat(digits)};-${digitsFormat(digits)};${digitsFormat(digits)}`,
    unit,
    cell: (value) => scaled(value, scale),
  };
}
