// Which sources belong to the areas of a level, and which of their columns are figures.

import { pointColumns } from "./area_sources.ts";
import type { CodeColumn } from "./codes.ts";
import type { FoundLevel } from "./levels.ts";
import { noFigure } from "./measured_columns.ts";
import { periodOf, type FoundPeriod } from "./periods.ts";
import type { SeenColumn, SeenSource } from "./seen_source.ts";

/** What is known of a source before its columns are measured. */
export interface Candidate {
  readonly source: SeenSource;
  readonly level: FoundLevel;
  readonly key: CodeColumn;
  readonly period: FoundPeriod | null;
  readonly decimal: "." | ",";
  readonly figures: readonly SeenColumn[];
  readonly remarks: readonly string[];
}

/** The code column by which a source belongs to the lowest level it can. */
function keyOf(
  source: SeenSource,
  levels: readonly FoundLevel[],
): { level: FoundLevel; key: CodeColumn } | null {
  for (const level of levels.toReversed()) {
    const key = level.space?.columns.find((column) => column.source === source);
    if (key) return { level, key };
  }
  return null;
}

/** The mark before the fraction by which most columns are numbers. */
function decimalOf(columns: readonly SeenColumn[]): "." | "," {
  const count = (decimal: "." | ","): number => columns.filter((column) => column.isNumeric(decimal)).length;
  return count(",") > count(".") ? "," : ".";
}

/** What files without codes may be, by their geometry. */
const HINTS: Readonly<Record<NonNullable<SeenSource["geometry"]> | "table", string>> = {
  lines: "; it holds lines: see roads and context in KEYS.md",
  points: "; it holds points: see facilities and context in KEYS.md",
  polygons: "; it holds polygons: a table that gives their codes may be missing",
  table: "; rows with names alone need a key by hand (match: name)",
};

/** What is known of a source; a reason where it holds nothing of the areas. */
export function candidate(
  source: SeenSource,
  levels: readonly FoundLevel[],
  codes: readonly CodeColumn[],
): Candidate | string {
  const found = keyOf(source, levels);
  if (!found) return `no column holds codes of the areas${HINTS[source.geometry ?? "table"]}`;
  const period = periodOf(source);
  const point = pointColumns(source);
  const names = levels.flatMap(({ names: own }) => own.map(({ column }) => column));
  const others = source.columns.filter(
    (column) =>
      column !== period?.column &&
      column !== point?.lon &&
      column !== point?.lat &&
      !names.includes(column) &&
      !codes.some((code) => code.column === column),
  );
  const decimal = decimalOf(others);
  const leftOut = new Map<string, string[]>();
  const figures = others.filter((column) => {
    if (!column.isNumeric(decimal)) return false;
    const why = noFigure(column, column.numbers(decimal));
    if (why) leftOut.set(why, [...(leftOut.get(why) ?? []), column.name]);
    return !why;
  });
  const remarks = [...leftOut].map(([why, names]) => `left out: ${names.join(", ")} (${why})`);
  return { source, ...found, period, decimal, figures, remarks };
}
