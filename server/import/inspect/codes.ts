// Which columns hold codes of areas, and which of them hold the same codes.

import { CODE_PATTERN } from "#domain/id";
import { codeText } from "#server/import/tables/code_text";
import type { SeenColumn, SeenSource } from "./seen_source.ts";

/** A header that says that a column holds codes. */
const CODE_HEADER =
  /code|编码|代码|编号|区划码|行政码|(?:^|[^a-z])[a-z]*dm$|^bh$|pcode|gss|fips|(?:cd|CD)[A-Z]?$|(?:^|[_\W])id$|[a-z]ID$|^GID_/i;
/** A header of numbers that are no codes, however they look. */
const FIGURE_HEADER =
  /count|number|total|sum|rank|decile|quintile|score|population|persons|households|人口|人数|户数|总数|排名|合计|year|年|date|日期|phone|电话|(^|_)(lon|lat|x|y)(gitude|itude)?$/i;

/** A header of names, which may look like codes: `Ward 12`. */
const NAME_HEADER = /name|名/i;

/** Of the rows of a column so many must look like codes. */
const ENOUGH = 0.9;
/** Of the codes of the smaller of two columns so many must be in the other for both to be codes of one kind of area. */
const SHARED = 0.7;
/** Digits from which on a number of one length is a code by its look. */
const LONG = 4;

export interface CodeColumn {
  readonly source: SeenSource;
  readonly column: SeenColumn;
  /** Digits to which lost zeros are restored. */
  pad: number | undefined;
  codes: ReadonlySet<string>;
  /** Whether every row has another one. */
  readonly isKey: boolean;
}

/** Columns that hold codes of one kind of area, those of files that list the areas first. */
export interface CodeSpace {
  readonly columns: readonly CodeColumn[];
  readonly codes: ReadonlySet<string>;
}

const codesOf = (column: SeenColumn, pad?: number): Set<string> => {
  const codes = new Set<string>();
  for (const cell of column.distinct) codes.add(codeText(cell, { pad }));
  codes.delete("");
  return codes;
};

/** Lengths of codes that are digits alone; null where some are not. */
function digitLengths(codes: ReadonlySet<string>): number[] | null {
  const lengths = new Set<number>();
  for (const code of codes) {
    if (!/^\d+$/.test(code)) return null;
    lengths.add(code.length);
  }
  return [...lengths].toSorted((a, b) => a - b);
}

/** The shape of a code: `A99999999` of a letter and eight digits. */
export const shapeOf = (code: string): string => code.replace(/\d/g, "9").replace(/\p{L}/gu, "A");

/** Whether codes all have one shape. */
function haveOneShape(codes: ReadonlySet<string>): boolean {
  const [first] = codes;
  return [...codes].every((code) => shapeOf(code) === shapeOf(first!));
}

function codeColumn(source: SeenSource, column: SeenColumn): CodeColumn | null {
  const { distinct, filled, name } = column;
  if (filled < ENOUGH * source.rowCount || distinct.size === 0 || FIGURE_HEADER.test(name)) return null;
  const codes = codesOf(column);
  const good = [...codes].filter((code) => CODE_PATTERN.test(code) && !/^\d*\.\d+$/.test(code)).length;
  if (good < ENOUGH * codes.size) return null;
  const lengths = digitLengths(codes);
  const isNamed = CODE_HEADER.test(name);
  const longest = lengths?.at(-1) ?? 0;
  const isOneLength = lengths?.length === 1;
  const lostZeros = lengths?.length === 2 && lengths[0] === longest - 1;
  const isByLook = lengths
    ? longest >= LONG + 2 && (isOneLength || lostZeros)
    : distinct.size > 1 &&
      !NAME_HEADER.test(name) &&
      haveOneShape(codes) &&
      [...codes].every((code) => /^[\w.-]*\d[\w.-]*$/.test(code) && code.length >= LONG);
  if (!isNamed && !isByLook) return null;
  if (isNamed && lengths && !isOneLength && !lostZeros) return null;
  const pad = lostZeros ? longest : undefined;
  const own = pad === undefined ? codes : codesOf(column, pad);
  return { source, column, pad, codes: own, isKey: own.size === source.rowCount };
}

function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const code of small) if (large.has(code)) shared++;
  return shared / small.size;
}

/** Whether two columns hold the same codes; one that lost the zeros of all its codes is padded. */
function belongTogether(a: CodeColumn, b: CodeColumn): boolean {
  if (sharedPart(a.codes, b.codes) >= SHARED) return true;
  for (const [short, long] of [
    [a, b],
    [b, a],
  ] as const) {
    const [own] = digitLengths(short.codes) ?? [];
    const [other] = digitLengths(long.codes) ?? [];
    if (own === undefined || other !== own + 1 || short.pad !== undefined) continue;
    const padded = codesOf(short.column, other);
    if (sharedPart(padded, long.codes) < SHARED) continue;
    short.pad = other;
    short.codes = padded;
    return true;
  }
  return false;
}

/** The columns of codes of all sources. */
export const codeColumns = (sources: readonly SeenSource[]): CodeColumn[] =>
  sources.flatMap((source) => source.columns.flatMap((column) => codeColumn(source, column) ?? []));

/** Columns by what they are codes of: those that share most of their codes are together, directly or by way of others. */
export function codeSpaces(columns: readonly CodeColumn[]): CodeSpace[] {
  const groups: CodeColumn[][] = [];
  for (const column of columns) {
    const mine = groups.filter((group) => group.some((other) => belongTogether(column, other)));
    const joined = [...mine.flat(), column];
    for (const group of mine) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => ({
    columns: group,
    codes: new Set(group.flatMap(({ codes }) => [...codes])),
  }));
}
