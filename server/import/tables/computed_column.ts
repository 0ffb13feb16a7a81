// Measures that a profile computes from the columns of a table, and the checks that its rows must pass.

import type { Value } from "#domain/missing";
import type { FindingLog } from "#server/import/findings/finding_log";
import {
  DIVISION_BY_ZERO,
  ExpressionFault,
  type Evaluate,
  type Operand,
} from "#server/import/profile/expression";
import type { ProfileTable } from "#server/import/profile/profile";
import type { Source, SourceRow } from "#server/import/readers/source";
import type { CellReader } from "./cell_reader.ts";
import { compileRowExpression } from "./row_expression.ts";
import type { RuleId } from "#server/import/findings/rules";

export type ReadCell = (row: SourceRow, code: string) => Value;

/** Compiles an expression of the table that stands under `key`; cells are operands as `cells` reads them. */
const compileOver = (
  text: string,
  key: string,
  source: Source,
  file: string,
  cells: CellReader,
): Evaluate<SourceRow> =>
  compileRowExpression<SourceRow>(text, key, source, file, (row, column) => cells.operand(row, column));

/** Compiles a measure that is an expression; what cannot be computed is missing, with a finding. */
export function computedColumn(
  measure: string,
  text: string,
  {
    source,
    file,
    cells,
    log,
    isStatistic,
  }: { source: Source; file: string; cells: CellReader; log: FindingLog; isStatistic: boolean },
): ReadCell {
  const evaluate = compileOver(text, "columns", source, file, cells);
  return (row, code) => {
    const report = (severity: "warning" | "note", rule: RuleId, message: string, action: string): void =>
      log.add({
        severity,
        rule,
        file,
        row: row.number,
        column: measure,
        value: code,
        message: `"${code}": ${message}`,
        action,
      });
    let result: Operand;
    try {
      result = evaluate(row);
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
    return cells.number(Number(result), row, measure, code, isStatistic);
  };
}

/** Compiles the checks of a table; a row that breaks one is reported. An expression that meets text breaks none. */
export function rowChecks(
  spec: ProfileTable,
  source: Source,
  cells: CellReader,
  log: FindingLog,
): (row: SourceRow, code: string) => boolean {
  const checks = spec.checks.map((text) => ({
    text,
    evaluate: compileOver(text, "checks", source, spec.file, cells),
  }));
  const isBroken = (evaluate: Evaluate<SourceRow>, row: SourceRow): boolean => {
    try {
      return evaluate(row) === false;
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      return false;
    }
  };
  return (row, code) => {
    const broken = checks.find(({ evaluate }) => isBroken(evaluate, row));
    if (!broken) return true;
    const used = source.columns.flatMap((column, i) =>
      broken.text.includes(column) ? [`${column} is ${row.cells[i]}`] : [],
    );
    log.add({
      severity: "warning",
      rule: "check_failed",
      file: spec.file,
      row: row.number,
      value: code,
      message: `"${code}" breaks ${broken.text}: ${used.join(", ")}`,
      action: "the row was left out",
    });
    return false;
  };
}
