// Columns and expressions of a table → values of its measures, row by row, with a finding for each cell that is odd.

import type { Missing, Value } from "#domain/missing";
import {
  compile,
  DIVISION_BY_ZERO,
  ExpressionFault,
  type Evaluate,
  type Operand,
} from "#server/import/profile/expression";
import { columnOf } from "#server/import/readers/files";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { MISSING_TEXTS, parseNumber } from "./number.ts";
import type { ProfileTable } from "#server/import/profile/profile";
import type { Source, SourceRow } from "#server/import/readers/source";

/** Values of a row by position of the measure; `undefined` where the row says nothing (long tables). */
export type ReadValue = (row: SourceRow, code: string) => (Value | undefined)[];

export interface CompiledColumns {
  readonly measures: readonly string[];
  readonly read: ReadValue;
  /** Tells whether a row passes the checks of the table; one that does not is reported. */
  readonly holds: (row: SourceRow, code: string) => boolean;
}

/** How far from a whole number a computed one may be, relative to its size: rounding of floating point. */
const WHOLE = 1e-9;

const ODDITIES = {
  thousands_separator: "has thousands separators",
  full_width_digits: "is written with characters of other widths or spaces",
  per_cent: "is a percentage",
} as const;

/** Compiles what a table says about its measures; throws an ImportFault for an unknown column or a malformed expression. */
export function compileColumns(spec: ProfileTable, source: Source, log: FindingLog): CompiledColumns {
  const { file } = spec;
  const missingTexts = new Map<string, Missing>(Object.entries(MISSING_TEXTS));
  for (const [text, reason] of Object.entries(spec.missing))
    missingTexts.set(text.trim().toLowerCase(), reason as Missing);

  const operandOf = (text: string): { operand: Operand; oddity: keyof typeof ODDITIES | null } => {
    const parsed = parseNumber(text, spec.decimal);
    if (parsed && !missingTexts.has(text.toLowerCase()))
      return { operand: parsed.value, oddity: parsed.oddity };
    const missing = missingTexts.get(text.toLowerCase());
    return { operand: missing ? { missing } : text, oddity: null };
  };

  const compileText = (text: string): Evaluate<readonly string[]> => {
    try {
      return compile<readonly string[]>(
        text,
        source.columns,
        (cells, column) => operandOf(cells[column]!).operand,
      );
    } catch (error) {
      throw new ImportFault(error instanceof Error ? error.message : String(error), {
        rule: "expression_invalid",
        file,
        value: text,
        action: "nothing was read; mend the expression in the profile",
      });
    }
  };

  const whole = (value: number, row: SourceRow, column: string, code: string): Value => {
    const rounded = Math.round(value);
    const refuse = (rule: string, message: string): Value => {
      log.add({
        severity: "warning",
        rule,
        file,
        row: row.number,
        column,
        value: String(value),
        message: `"${code}": ${message}`,
        action: "the value was left out",
      });
      return "not-surveyed";
    };
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
      return refuse("number_too_big", `${value} is beyond 2^53`);
    if (Math.abs(value - rounded) > WHOLE * Math.max(1, Math.abs(value)))
      return refuse("not_whole", `${value} is no whole number`);
    if (rounded < 0) return refuse("negative_value", `${value} is below zero`);
    return rounded + 0;
  };

  const cellValue = (row: SourceRow, index: number, code: string): Value => {
    const text = row.cells[index]!;
    const column = source.columns[index]!;
    const at = { file, row: row.number, column, value: text };
    const { operand, oddity } = operandOf(text);
    if (oddity !== null)
      log.add({
        ...at,
        severity: "note",
        rule: oddity,
        message: `"${text}" ${ODDITIES[oddity]}`,
        action: `read as ${String(operand)}`,
      });
    if (typeof operand === "number") return whole(operand, row, column, code);
    if (typeof operand === "object") {
      log.add({
        ...at,
        severity: "note",
        rule: "value_missing",
        message: `"${code}" has ${text === "" ? "nothing" : `"${text}"`} instead of a number`,
        action: `taken as ${operand.missing}`,
      });
      return operand.missing;
    }
    log.add({
      ...at,
      severity: "warning",
      rule: "not_a_number",
      message: `"${code}" has "${text}" instead of a number`,
      action: "taken as not-surveyed",
    });
    return "not-surveyed";
  };

  const computed =
    (evaluate: Evaluate<readonly string[]>, text: string, column: string) =>
    (row: SourceRow, code: string): Value => {
      const report = (severity: "warning" | "note", rule: string, message: string, action: string): void =>
        log.add({
          severity,
          rule,
          file,
          row: row.number,
          column,
          value: code,
          message: `"${code}": ${message}`,
          action,
        });
      let result: Operand;
      try {
        result = evaluate(row.cells);
      } catch (error) {
        if (!(error instanceof ExpressionFault)) throw error;
        report("warning", "not_a_number", error.message, "taken as not-surveyed");
        return "not-surveyed";
      }
      if (result === DIVISION_BY_ZERO) {
        report("warning", "division_by_zero", `${text} divides by zero`, "taken as not-applicable");
        return "not-applicable";
      }
      if (typeof result === "object") {
        report(
          "note",
          "value_missing",
          `${text} needs a number that is not there`,
          `taken as ${result.missing}`,
        );
        return result.missing;
      }
      return whole(Number(result), row, column, code);
    };

  const checks = spec.checks.map((text) => ({ text, evaluate: compileText(text) }));
  const holds: CompiledColumns["holds"] = (row, code) => {
    for (const { text, evaluate } of checks) {
      let isBroken: boolean;
      try {
        isBroken = evaluate(row.cells) === false;
      } catch (error) {
        if (!(error instanceof ExpressionFault)) throw error;
        isBroken = false;
      }
      if (!isBroken) continue;
      const used = source.columns.flatMap((column, i) =>
        text.includes(column) ? [`${column} is ${row.cells[i]}`] : [],
      );
      log.add({
        severity: "warning",
        rule: "check_failed",
        file,
        row: row.number,
        value: code,
        message: `"${code}" breaks ${text}: ${used.join(", ")}`,
        action: "the row was left out",
      });
      return false;
    }
    return true;
  };

  if (spec.pivot) return { ...pivotColumns(spec.pivot, source, file, cellValue, log), holds };
  const readers = Object.entries(spec.columns ?? {}).map(([measure, column]) => {
    if ("expr" in column) return computed(compileText(column.expr), column.expr, measure);
    const index = columnOf(source, column.column, file);
    return (row: SourceRow, code: string): Value => cellValue(row, index, code);
  });
  return {
    measures: Object.keys(spec.columns ?? {}),
    read: (row, code) => readers.map((read) => read(row, code)),
    holds,
  };
}

function pivotColumns(
  pivot: NonNullable<ProfileTable["pivot"]>,
  source: Source,
  file: string,
  cellValue: (row: SourceRow, index: number, code: string) => Value,
  log: FindingLog,
): Pick<CompiledColumns, "measures" | "read"> {
  const column = columnOf(source, pivot.column, file);
  const value = columnOf(source, pivot.value, file);
  const measures = [...new Set(Object.values(pivot.as))];
  const places = new Map(
    Object.entries(pivot.as).map(([text, measure]) => [text, measures.indexOf(measure)]),
  );
  const strangers = new Set<string>();
  return {
    measures,
    read(row, code) {
      const values: (Value | undefined)[] = measures.map(() => undefined);
      const text = row.cells[column]!;
      const place = places.get(text);
      if (place !== undefined) values[place] = cellValue(row, value, code);
      else if (!strangers.has(text)) {
        strangers.add(text);
        log.add({
          severity: "warning",
          rule: "pivot_unknown",
          file,
          row: row.number,
          column: pivot.column,
          value: text,
          message: `"${text}" is no measure: known are ${[...places.keys()].join(", ")}`,
          action: "its rows were left out",
        });
      }
      return values;
    },
  };
}
