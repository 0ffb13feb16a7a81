// The table of offices as it is typed: a CSV file with a row for each area.

import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { ANSWER_DAYS } from "#domain/report";
import { ProblemError } from "#server/errors";
import type { OfficeRow } from "./offices.ts";

const NAME = /^name_([a-z]{2,3})$/;
const MAX_DAYS = 365;
const COLUMNS = "area, days, and name_en, name_zh or the like";

/** What the reader of CSV makes of a file: the cells of each row, and the line that it ends in. */
const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

const bad = (line: number, what: string): ProblemError =>
  new ProblemError(400, "bad offices", `line ${line}: ${what}`);

/** Columns of the header by their place. */
function readHeader(header: readonly string[]): { area: number; days: number; names: [string, number][] } {
  const unknown = header.find((name) => name !== "area" && name !== "days" && !NAME.test(name));
  if (unknown !== undefined) throw bad(1, `column "${unknown}" is not known: known are ${COLUMNS}`);
  const area = header.indexOf("area");
  const names = header.flatMap((name, at): [string, number][] => {
    const language = NAME.exec(name)?.[1];
    return language ? [[language, at]] : [];
  });
  if (area < 0 || names.length === 0)
    throw bad(1, `the columns are "${header.join(", ")}": there must be ${COLUMNS}`);
  return { area, days: header.indexOf("days"), names };
}

/** The rows of a CSV file; throws a 400 where it is none. */
function recordsOf(text: string): z.infer<typeof records> {
  try {
    return records.parse(parse(text, { bom: true, trim: true, info: true, skip_empty_lines: true }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ProblemError(400, "bad offices", error.message.toLowerCase());
  }
}

/** Offices of a CSV file; throws a 400 that names line, value and rule. */
export function readOffices(text: string): OfficeRow[] {
  const [head, ...rows] = recordsOf(text);
  if (!head) throw bad(1, `the file is empty: the first line has ${COLUMNS}`);
  const columns = readHeader(head.record);
  const lineOf = new Map<string, number>();
  return rows.map(({ record, info: { lines } }) => {
    const areaCode = record[columns.area]!;
    if (areaCode === "") throw bad(lines, "the area is empty: write its code");
    const earlier = lineOf.get(areaCode);
    if (earlier !== undefined)
      throw bad(lines, `area "${areaCode}" has an office already in line ${earlier}`);
    lineOf.set(areaCode, lines);
    const names = Object.fromEntries(
      columns.names.flatMap(([language, at]) => (record[at] ? [[language, record[at]]] : [])),
    );
    if (Object.keys(names).length === 0) throw bad(lines, `the office of area "${areaCode}" has no name`);
    const days = columns.days < 0 ? "" : record[columns.days]!;
    const answerDays = days === "" ? ANSWER_DAYS : /^\d{1,3}$/.test(days) ? Number(days) : 0;
    if (answerDays < 1 || answerDays > MAX_DAYS)
      throw bad(lines, `days is "${days}": it is a whole number from 1 to ${MAX_DAYS}`);
    return { areaCode, names, answerDays };
  });
}
