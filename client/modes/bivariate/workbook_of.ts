// The workbook of the listed areas: both indicators, of the picked class alone or of all areas that have both.

import type { BivariateAxis, Tercile } from "#domain/bivariate";
import { bivariateClassAt } from "#domain/bivariate";
import { parseColumnId } from "#domain/column_id";
import { writeConditions } from "#domain/condition";
import type { Condition } from "#domain/condition";
import type { PairsResponse } from "#domain/contract/bivariate";
import type { Language } from "#domain/language";
import { workbookAddress } from "#client/data/workbook.ts";

/** The values of a class of an axis as a condition; null is any value. */
export function tercileCondition(
  axis: BivariateAxis | null,
  tercile: Tercile | null,
): Pick<Condition, "low" | "high"> {
  if (!axis || tercile === null) return { low: null, high: null };
  const at = axis.rungs.indexOf(tercile);
  const [low, high] = [axis.breaks[at - 1], axis.breaks[at]];
  return {
    low: low === undefined ? null : { value: low, isIncluded: true },
    high: high === undefined ? null : { value: high, isIncluded: false },
  };
}

interface Listed {
  readonly release: string;
  /** `indicator@period` */
  readonly need: string;
  readonly other: string;
  readonly level: string;
  readonly parent: string | null;
}

/** Address of the workbook; null while the bounds of the picked class are on their way. */
export function workbookOf(
  { release, need, other, level, parent }: Listed,
  classes: Pick<PairsResponse, "need" | "other"> | null,
  picked: number | null,
  language: Language,
): string | null {
  if (picked !== null && !classes) return null;
  const wanted = picked === null ? null : bivariateClassAt(picked);
  const condition = (column: string, axis: BivariateAxis | null, tercile: Tercile | null): Condition => ({
    ...parseColumnId(column)!,
    ...tercileCondition(axis, tercile),
  });
  const where = [
    condition(need, classes?.need.axis ?? null, wanted?.need ?? null),
    condition(other, classes?.other.axis ?? null, wanted?.other ?? null),
  ];
  return workbookAddress({
    release,
    level,
    parent,
    columns: [need, other].join(),
    where: writeConditions(where),
    language,
  });
}
