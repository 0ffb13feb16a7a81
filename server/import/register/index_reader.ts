// What a profile's indices ask of a row: conditions of its deprivations, and the groups it is in.

import type { Condition } from "#domain/register/rows";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ExpressionFault, type Operand } from "#server/import/profile/expression";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { parseNumber } from "#server/import/tables/number";
import { compileRowExpression } from "#server/import/tables/row_expression";
import { askedCondition, conditionOf } from "./conditions.ts";
import { UNKNOWN } from "./fields.ts";
import type { IndexSpec } from "./index_profile.ts";

/** What a row says to the indices of a profile. */
export interface IndexFields {
  readonly conditions?: readonly Condition[];
  readonly groups?: readonly string[];
}

/** Where rows of households or of members come from. */
interface Rows {
  readonly of: "household" | "person";
  readonly source: Source;
  readonly file: string;
  readonly log: FindingLog;
}

/** A cell in an expression: a number, "not known", else its text. */
function operandOf(cells: readonly string[], column: number): Operand {
  const text = cells[column]!;
  if (UNKNOWN.has(text.toLowerCase())) return { missing: "not-surveyed" };
  return parseNumber(text, ".")?.value ?? text;
}

/** A condition of the profile; what of a row cannot be computed is not known, with a finding that does not quote it. */
function compiled(text: string, key: string, { source, file, log }: Rows): (row: SourceRow) => Condition {
  const evaluate = compileRowExpression<readonly string[]>(text, key, source, file, operandOf);
  const refuse = (row: SourceRow, rule: "not_a_number" | "not_yes_or_no", message: string): Condition => {
    log.addRow({
      severity: "warning",
      rule,
      file,
      row: row.number,
      column: key,
      message: `${text} ${message}`,
      action: "taken as not known",
    });
    return "unknown";
  };
  return (row) => {
    try {
      return conditionOf(evaluate(row.cells)) ?? refuse(row, "not_yes_or_no", "is neither yes nor no");
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      return refuse(row, "not_a_number", "needs a number where there is none");
    }
  };
}

/** Reads of each row what the indices ask; nothing where there are none. Throws an ImportFault for what cannot be read at all. */
export function indexReader(indices: readonly IndexSpec[], rows: Rows): (row: SourceRow) => IndexFields {
  if (indices.length === 0) return () => ({});
  const isHousehold = rows.of === "household";
  const conditions = indices.flatMap((index, i) =>
    index.deprivations.map(({ decides, when, who }, j) => {
      if ((decides === "household") !== isHousehold) return () => "not asked" as const;
      const key = `register.indices[${i + 1}].deprivations[${j + 1}]`;
      const holds = compiled(when, `${key}.when`, rows);
      const isAsked = who === undefined ? null : compiled(who, `${key}.who`, rows);
      return (row: SourceRow): Condition => (isAsked ? askedCondition(isAsked(row), holds(row)) : holds(row));
    }),
  );
  const groups = indices.flatMap((index) =>
    index.groups
      .filter(({ of }) => of === rows.of)
      .map(({ id: by, column, values }) => {
        const at = columnOf(rows.source, column, rows.file);
        const known = new Map(values.map(({ is, id }) => [is, `${index.id}.${by}=${by}_${id}`]));
        return (row: SourceRow): string | undefined => known.get(row.cells[at]!);
      }),
  );
  return (row) => ({
    conditions: conditions.map((condition) => condition(row)),
    groups: [...new Set(groups.map((group) => group(row)).filter((name) => name !== undefined))],
  });
}
