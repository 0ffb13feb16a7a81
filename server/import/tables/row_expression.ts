// Expressions of a profile over the cells of a row.

import { compile, ExpressionFault, type Evaluate, type Scope } from "#server/import/profile/expression";
import { ImportFault, messageOf } from "#server/import/findings/import_fault";
import type { Source } from "#server/import/readers/source";

/** Fault of an expression that stands under `key` of the profile. */
const expressionFault = (text: string, key: string, file: string, error: unknown): ImportFault =>
  new ImportFault(messageOf(error), {
    rule: "expression_invalid",
    file,
    value: text,
    action: `nothing was read; correct "${key}" in the profile`,
  });

/** Compiles an expression over the columns of `source`; throws an ImportFault that names `key`, where it stands in the profile. */
export function compileRowExpression<Row>(
  text: string,
  key: string,
  source: Source,
  file: string,
  scope: Scope<Row>,
): Evaluate<Row> {
  try {
    return compile(text, source.columns, scope);
  } catch (error) {
    throw expressionFault(text, key, file, error);
  }
}

/** Compiles the filter of a file, which takes the rows for which it is true; throws an ImportFault for a malformed one. */
export function rowFilter(
  where: string | undefined,
  source: Source,
  file: string,
): (cells: readonly string[]) => boolean {
  if (where === undefined) return () => true;
  const textOf: Scope<readonly string[]> = (cells, column) => cells[column]!;
  const evaluate = compileRowExpression(where, "where", source, file, textOf);
  return (cells) => {
    try {
      return evaluate(cells) === true;
    } catch (error) {
      throw error instanceof ExpressionFault ? expressionFault(where, "where", file, error) : error;
    }
  };
}
