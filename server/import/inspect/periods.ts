// Which period the figures of a file are of: a column says it, or the headers, or the name of the file.

import { isPeriod } from "#domain/period";
import { periodsIn } from "#server/import/tables/period_in_name";
import { nameOf, type SeenColumn, type SeenSource } from "./seen_source.ts";

/** A period as a profile writes it. */
export type PeriodSpec = string | { readonly column: string } | { readonly in: "file_name" };

export interface FoundPeriod {
  readonly period: PeriodSpec;
  /** The column that holds it, which is no figure. */
  readonly column: SeenColumn | null;
  /** How it was found, in words. */
  readonly because: string;
}

const PERIOD_HEADER = /year|period|^yr$|年|quarter|季度|month|月份|round|时间|日期|date/i;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

const isLikely = (text: string): boolean =>
  isPeriod(text) && Number(text.slice(0, 4)) >= FIRST_YEAR && Number(text.slice(0, 4)) <= LAST_YEAR;

/** The last period that a text names; null where it names none. */
export const periodIn = (text: string): string | null => periodsIn(text).at(-1) ?? null;

function inColumn(source: SeenSource): FoundPeriod | null {
  for (const column of source.columns) {
    const { name, distinct } = column;
    if (!PERIOD_HEADER.test(name) || distinct.size === 0) continue;
    const values = [...distinct];
    const [only] = values;
    if (values.length === 1) {
      const period = isLikely(only!) ? only! : periodIn(only!);
      if (period) return { period, column, because: `column "${name}" holds ${only} in every row` };
    } else if (values.every(isLikely))
      return {
        period: { column: name },
        column,
        because: `column "${name}" holds ${values.toSorted().slice(0, 9).join(", ")}`,
      };
  }
  return null;
}

/** The period of a file; null where nothing names it. */
export function periodOf(source: SeenSource): FoundPeriod | null {
  const found = inColumn(source);
  if (found) return found;
  if (source.filePeriods) {
    const periods = [...source.filePeriods.distinct].toSorted();
    return periods.length === 1
      ? { period: periods[0]!, column: null, because: "guessed by the names of the files" }
      : {
          period: { in: "file_name" },
          column: source.filePeriods,
          because: `guessed by the names of the files: ${periods.slice(0, 9).join(", ")}`,
        };
  }
  if (source.filePeriods === null) return null;
  const name = nameOf(source);
  const period = periodIn(name);
  return period ? { period, column: null, because: "guessed by the name of the file" } : null;
}

/** The year that a header ends or begins with, and the header without it: `persons_2019` and `2019年人口`. */
export function yearInHeader(header: string): { year: string; rest: string } | null {
  const [, before, front] = /^(.*?)[\s_-]*((?:19|20)\d{2})\s*年?$/.exec(header) ?? [];
  if (front && before) return { year: front, rest: before };
  const [, first, after] = /^((?:19|20)\d{2})\s*年?[\s_-]*(\D.*)$/.exec(header) ?? [];
  return first && after ? { year: first, rest: after } : null;
}
