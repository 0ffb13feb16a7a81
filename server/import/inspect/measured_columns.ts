// Columns of numbers → measures: counts that add up, or figures of their own level; what is neither is left out, with the reason.

import { isPeriod } from "#domain/period";
import type { UnitId } from "#domain/unit";
import { unitInHeader } from "#server/import/tables/header_units";
import type { Figures } from "./figures.ts";
import { builtInMeasure, idOf, isFigure, isPerCent, isRank, isShare, labelOf, unitOf } from "./headers.ts";
import type { SeenColumn } from "./seen_source.ts";

/** How a profile names the column of a measure. */
export type ColumnSpec =
  string | { readonly column: string; readonly times: number } | { readonly expr: string };

export interface MeasuredColumn {
  readonly measure: string;
  readonly spec: ColumnSpec;
  /** What is guessed; null where the header says it. */
  readonly remark: string | null;
}

/** Numbers that programs for maps and databases add. */
const OF_A_PROGRAM =
  /^(shape_?(area|len\w*|star\w*|stle\w*)|objectid(_\d+)?|o?g?c?_?fid|gid|area|perimeter|hectares?_?gis|序号|no\.?|id)$/i;
/** A column of so few small whole numbers is a class, unless its header counts something. */
const CLASS = { values: 6, most: 10, rows: 30 };
const COUNT_HEADER = /count|number|_n$|no_?of|total|数|人口|户|hh|pers|pup|poor|people/i;
/** Money is stored in hundredths. */
const HUNDREDTHS = 100;

/** Remark of a figure that does not add up. */
export const OWN_LEVEL = "own level";

/** Why a column of numbers is no figure; null where it is one. */
export function noFigure(
  { name, distinct, cells }: SeenColumn,
  facts: { areWhole: boolean; max: number },
): string | null {
  if (OF_A_PROGRAM.test(name)) return "a number that a program adds";
  if (isRank(name)) return "ranks and deciles are made of the figures themselves";
  const isClass =
    facts.areWhole &&
    distinct.size <= CLASS.values &&
    facts.max <= CLASS.most &&
    cells.length >= CLASS.rows &&
    !COUNT_HEADER.test(name) &&
    !builtInMeasure(name);
  if (isClass) return "few whole numbers: a class, it seems";
  return distinct.size > 1 &&
    [...distinct].every(isPeriod) &&
    facts.max < 2100 &&
    facts.max > 1900 &&
    distinct.size < 100
    ? "years, it seems"
    : null;
}

/** The measure of a column, added to `figures`; `other` is its id where the header gives none. */
export function measureColumn(
  column: SeenColumn,
  header: string,
  decimal: "." | ",",
  figures: Figures,
  other: string,
): MeasuredColumn {
  const { areWhole, min, percents } = column.numbers(decimal);
  const factor = unitInHeader(header, false)?.factor ?? 1;
  const isCount = min >= 0 && (areWhole || factor > 1) && !isFigure(header);
  const builtIn = builtInMeasure(header);
  if (builtIn && min >= 0 && (areWhole || factor > 1 || builtIn.unit === "yuan")) {
    const times = factor * (builtIn.unit === "yuan" ? HUNDREDTHS : 1);
    return { measure: builtIn.id, spec: timesSpec(column, header, times), remark: null };
  }
  const unit = unitOf(header);
  const id = idOf(header, other);
  if (isCount) {
    const times = factor * (unit === "money" ? HUNDREDTHS : 1);
    const measure = figures.measure({ id, label: labelOf(header), unit: unit ?? "count" });
    figures.addSum(measure, header);
    return {
      measure,
      spec: timesSpec(column, header, times),
      remark: unit ? null : "guessed: a count",
    };
  }
  const { unit: shown, times } = statisticUnit(column, header, unit, percents > 0, decimal);
  const measure = figures.measure({ id, label: labelOf(header), unit: shown, statistic: true });
  figures.addStatistic(measure, header);
  return {
    measure,
    spec: timesSpec(column, header, times * factor),
    remark: OWN_LEVEL,
  };
}

function statisticUnit(
  column: SeenColumn,
  header: string,
  unit: UnitId | undefined,
  isWritten: boolean,
  decimal: "." | ",",
): { unit: UnitId; times: number } {
  const { min, max } = column.numbers(decimal);
  if (isWritten) return { unit: "share", times: 1 };
  if (unit === "per_1000" || unit === "per_100000") return { unit, times: 1 };
  if (isPerCent(header) && min >= 0) return { unit: "share", times: max > 1.5 ? 0.01 : 1 };
  if (isShare(header) && min >= 0 && max <= 1) return { unit: "share", times: 1 };
  if (unit === "money") return { unit, times: HUNDREDTHS };
  const measured: readonly (UnitId | undefined)[] = ["kilometres", "metres", "minutes", "hectares"];
  return { unit: unit && measured.includes(unit) && !isShare(header) ? unit : "score", times: 1 };
}

/** The column by its name alone, where nothing is to be said of its unit. */
function timesSpec({ name }: SeenColumn, header: string, times: number): ColumnSpec {
  const isAsked = unitInHeader(name, true) !== null || unitInHeader(header, true) !== null;
  return times === 1 && !isAsked ? name : { column: name, times };
}
