// The code of a row before it is checked: the cell of a column or an expression, brought into the form that codes have.

import { ExpressionFault } from "#server/import/profile/expression";
import type { CodeColumn, KeyExpression } from "#server/import/profile/profile";
import { codeText } from "./code_text.ts";
import { columnOf } from "#server/import/readers/column";
import type { Source } from "#server/import/readers/source";
import { compileRowExpression } from "./row_expression.ts";

/** A key that gives a code. */
export type CodeKey = CodeColumn | KeyExpression;

export interface KeyText {
  /** What findings name: the column, or the expression. */
  readonly name: string;
  /** What stands in the row; "" where it cannot be computed. */
  readonly raw: (cells: readonly string[]) => string;
  /** The code it stands for; without what the profile shapes when `isBare`. */
  readonly code: (raw: string, isBare?: boolean) => string;
}

/** Compiles a key; throws an ImportFault for an unknown column or a malformed expression. */
export function compileKey(spec: CodeKey, source: Source, file: string): KeyText {
  const code = (raw: string, isBare = false): string => codeText(raw, isBare ? {} : spec);
  if ("column" in spec) {
    const column = columnOf(source, spec.column, file);
    return { name: spec.column, raw: (cells) => cells[column]!, code };
  }
  const evaluate = compileRowExpression<readonly string[]>(
    spec.expr,
    "key",
    source,
    file,
    (cells, column) => cells[column]!,
  );
  return {
    name: spec.expr,
    code,
    raw(cells) {
      try {
        const value = evaluate(cells);
        return typeof value === "object" ? "" : String(value);
      } catch (error) {
        if (error instanceof ExpressionFault) return "";
        throw error;
      }
    },
  };
}
