// Cells of a table → whole numbers or the reason why there is none, with a finding for each cell that is odd.

import type { Missing, Value } from "#domain/missing";
import type { FindingLog } from "#server/import/findings/finding_log";
import type { FindingPart } from "#server/import/findings/import_fault";
import type { Operand } from "#server/import/profile/expression";
import type { ProfileTable } from "#server/import/profile/profile";
import type { Source, SourceRow } from "#server/import/readers/source";
import { Notations } from "./notations.ts";
import { MISSING_TEXTS, parseNumber } from "./number.ts";
import type { RuleId } from "#server/import/findings/rules";

/** How far from a whole number a computed one may be, relative to its size: rounding of floating point. */
const WHOLE = 1e-9;

const ODDITIES = {
  thousands_separator: "has thousands separators",
  full_width_digits: "is written with characters of other widths or spaces",
  unit_in_cell: "has its unit beside it",
} as const;

/** A product to as many digits as a double holds for sure: 1.1 × 0.01 is 0.011. */
const scaled = (value: number, times: number): number =>
  times === 1 ? value : Number((value * times).toPrecision(15));

export class CellReader {
  readonly #spec: ProfileTable;
  readonly #source: Source;
  readonly #log: FindingLog;
  readonly #missingTexts: ReadonlyMap<string, Missing>;
  readonly #notations = new Notations();

  constructor(spec: ProfileTable, source: Source, log: FindingLog) {
    this.#spec = spec;
    this.#source = source;
    this.#log = log;
    this.#missingTexts = new Map<string, Missing>([
      ...Object.entries(MISSING_TEXTS),
      ...Object.entries(spec.missing).map(
        ([text, reason]) => [text.trim().toLowerCase(), reason as Missing] as const,
      ),
    ]);
  }

  /** Whether a cell holds nothing, or a text that stands for nothing. */
  isMissing(text: string): boolean {
    return this.#missingTexts.has(text.toLowerCase());
  }

  /** A cell as an operand of an expression: a number, a reason why there is none, else its text. Numbers written oddly are reported. */
  operand(row: SourceRow, index: number): Operand {
    const text = row.cells[index]!;
    const missing = this.#missingTexts.get(text.toLowerCase());
    if (missing) return { missing };
    const parsed = parseNumber(text, this.#spec.decimal);
    if (!parsed) return text;
    const { value, oddity, sign } = parsed;
    this.#notations.add(index, value, sign, row.number, text);
    if (oddity !== null)
      this.#report(row, this.#source.columns[index]!, text, {
        severity: "note",
        rule: oddity,
        message: `"${text}" ${ODDITIES[oddity]}`,
        action: `read as ${value}`,
      });
    return value;
  }

  /** Ends the table: reports which columns are written in per cent. */
  end(): void {
    this.#notations.report(this.#spec.file, this.#source.columns, this.#log);
  }

  /** Value of the cell in a column, for the area `code`; a statistic need not be whole, and `times` is what the number is multiplied with. */
  value(
    row: SourceRow,
    index: number,
    code: string,
    { isStatistic = false, times = 1 }: { readonly isStatistic?: boolean; readonly times?: number } = {},
  ): Value {
    const text = row.cells[index]!;
    const column = this.#source.columns[index]!;
    const report = (part: Pick<FindingPart, "severity" | "rule" | "message" | "action">): void =>
      this.#report(row, column, text, part);
    const operand = this.operand(row, index);
    if (typeof operand === "number")
      return this.number(scaled(operand, times), row, column, code, isStatistic);
    if (typeof operand === "object") {
      report({
        severity: "note",
        rule: "value_missing",
        message: `"${code}" has ${text === "" ? "nothing" : `"${text}"`} instead of a number`,
        action: `taken as ${operand.missing}`,
      });
      return operand.missing;
    }
    report({
      severity: "warning",
      rule: "not_a_number",
      message: `"${code}" has "${text}" instead of a number`,
      action: "taken as not-surveyed",
    });
    return "not-surveyed";
  }

  /** A number as a value of a measure: any that is finite for a statistic, else as `whole`. */
  number(value: number, row: SourceRow, column: string, code: string, isStatistic: boolean): Value {
    if (!isStatistic) return this.whole(value, row, column, code);
    if (Number.isFinite(value)) return value;
    this.#report(row, column, String(value), {
      severity: "warning",
      rule: "number_too_big",
      message: `"${code}": ${value} is no finite number`,
      action: "the value was left out",
    });
    return "not-surveyed";
  }

  /** A number as a value of a measure: whole, not below zero, not beyond 2^53; what is not is reported and left out. */
  whole(value: number, row: SourceRow, column: string, code: string): Value {
    const rounded = Math.round(value);
    const refuse = (rule: RuleId, message: string): Value => {
      this.#report(row, column, String(value), {
        severity: "warning",
        rule,
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
  }

  #report(
    row: SourceRow,
    column: string,
    value: string,
    part: Pick<FindingPart, "severity" | "rule" | "message" | "action">,
  ): void {
    this.#log.add({ file: this.#spec.file, row: row.number, column, value, ...part });
  }
}
