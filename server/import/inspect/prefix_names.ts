// Names of levels that are known by the front of codes alone: in the file of the areas a column that says the same for each front.

import type { CodeColumn } from "./codes.ts";
import { inExpression, SeenColumn } from "./seen_source.ts";
import { speaksOf, type LevelWord } from "./level_words.ts";
import { languageOf, type AreaNames } from "./names.ts";

/** Whether every front has one name, which no other front has. */
function isOneToOne(fronts: readonly string[], names: readonly string[]): boolean {
  const [nameOf, frontOf] = [new Map<string, string>(), new Map<string, string>()];
  return fronts.every((front, row) => {
    const name = names[row]!;
    const isSame = (nameOf.get(front) ?? name) === name && (frontOf.get(name) ?? front) === front;
    nameOf.set(front, name);
    frontOf.set(name, front);
    return isSame;
  });
}

/** The names of the areas whose codes are the first `length` characters of those of `own`, beside which they stand. */
export function namesOfFronts(own: CodeColumn, length: number, level: LevelWord): AreaNames[] {
  const { source, column, pad } = own;
  // Fronts are of the codes as they are written.
  if (pad !== undefined || column.asKey) return [];
  const fronts = column.cells.map((cell) => cell.slice(0, length));
  const found = source.columns.find(
    (each) =>
      each !== column &&
      !each.isNumeric() &&
      each.filled === source.rowCount &&
      speaksOf(each.name, level) &&
      isOneToOne(fronts, each.cells),
  );
  if (!found) return [];
  const key = new SeenColumn(`front of ${column.name}`, {
    expr: `first(${inExpression(column)}, ${length})`,
  });
  key.cells.push(...fronts);
  return [
    {
      language: languageOf(found),
      column: found,
      key: { source, column: key, pad: undefined, codes: key.distinct, isKey: false },
    },
  ];
}
