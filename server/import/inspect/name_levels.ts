// Levels of a territory whose files hold names and no codes: codes are made of the names, and tables are matched by them.

import { CODE_PATTERN } from "#domain/id";
import { codeOfNames } from "#server/import/profile/expression";
import { pointColumns, type AreaSource } from "./area_sources.ts";
import type { CodeColumn, CodeSpace } from "./codes.ts";
import { inExpression, SeenColumn, type SeenSource } from "./seen_source.ts";
import { LEVEL_WORDS, levelWord, type LevelWord } from "./level_words.ts";
import type { FoundLevel } from "./levels.ts";
import { isNameHeader, languageOf } from "./names.ts";

/** So many of the rows of a column have a name, and so many of the names of a table are those of areas. */
const MOST = 0.9;
const SHARED = 0.7;
/** A column with more letters in a cell than this holds no names. */
const LONGEST_NAME = 60;
/** The columns of names that GADM and others number: NAME_1, NAME_2. */
const NUMBERED = /^(?:var)?name_?(\d)$/i;

/** Stands before a name that no area has, in place of its code. */
export const UNKNOWN = "no area: ";

/** A level by its names: in the file of the areas, the column with them. */
interface Named {
  readonly column: SeenColumn;
  readonly word: LevelWord;
}

const isOfNames = (column: SeenColumn, { rowCount }: SeenSource): boolean =>
  column.filled >= MOST * rowCount &&
  column.distinct.size > 0 &&
  !column.isNumeric() &&
  [...column.distinct].every((name) => name.length <= LONGEST_NAME);

const ofNumber = (n: number): LevelWord => ({
  id: `level_${n}`,
  label: { en: `Level ${n}`, zh: `第${n}级` },
  plural: `Areas of level ${n}`,
  words: [],
});

/** The columns of names of a file, from the top down: one for each level, of which the last has most different names. */
function namedColumns(source: SeenSource): Named[] {
  const found: Named[] = [];
  const taken = new Set<string>();
  for (const column of source.columns.filter((each) => isOfNames(each, source))) {
    const [, number] = NUMBERED.exec(column.name) ?? [];
    const word = number === undefined ? levelWord(column.name) : ofNumber(Number(number) + 1);
    if (!word || taken.has(word.id)) continue;
    taken.add(word.id);
    found.push({ column, word });
  }
  found.sort((a, b) => a.column.distinct.size - b.column.distinct.size);
  const lowest = found.at(-1);
  const plain = source.columns.find(
    (column) =>
      isOfNames(column, source) &&
      isNameHeader(column.name) &&
      found.every((each) => each.column !== column) &&
      column.distinct.size > (lowest?.column.distinct.size ?? 0),
  );
  const free = LEVEL_WORDS.find(({ id }) => id === "village" && !taken.has(id)) ?? ofNumber(found.length + 1);
  return plain ? [...found, { column: plain, word: free }] : found;
}

/** The names of a row from the top down to a level. */
const namesAt = (named: readonly Named[], level: number, row: number): string[] =>
  named.slice(0, level + 1).map(({ column }) => column.cells[row]!);

/** Whether each code of a level is of one set of names. */
const areNamesEnough = ({ column }: Named): boolean =>
  [...column.distinct].every((name) => CODE_PATTERN.test(name));

/** Whether areas of one name lie in one area above. */
function isOneName(named: readonly Named[], level: number, rowCount: number): boolean {
  const above = new Map<string, string>();
  for (let row = 0; row < rowCount; row++) {
    const names = namesAt(named, level, row);
    const own = names.pop()!;
    const first = above.get(own) ?? names.join("\n");
    if (first !== names.join("\n")) return false;
    above.set(own, first);
  }
  return true;
}

/** The codes of a level: the names themselves where these are enough, else made of all names from the top down. */
function codeColumnOf(
  named: readonly Named[],
  level: number,
  source: SeenSource,
  isKey: boolean,
): CodeColumn {
  const own = named[level]!;
  const isPlain = areNamesEnough(own) && isOneName(named, level, source.rowCount);
  const column = isPlain
    ? own.column
    : new SeenColumn(`code of ${own.column.name}`, {
        expr: `code(${named
          .slice(0, level + 1)
          .map((each) => inExpression(each.column))
          .join(", ")})`,
      });
  if (!isPlain)
    for (let row = 0; row < source.rowCount; row++)
      column.cells.push(codeOfNames(namesAt(named, level, row)));
  return { source, column, pad: undefined, codes: column.distinct, isKey };
}

/** The file of areas that says most: polygons before points, with at least two levels of names of which no two rows have the same. */
function bestNamed(sources: readonly SeenSource[]): { source: SeenSource; named: Named[] } | null {
  const found = sources.flatMap((source) => {
    const isPlace =
      source.geometry === "polygons" || source.geometry === "points" || pointColumns(source) !== null;
    const named = isPlace ? namedColumns(source) : [];
    if (named.length < 2) return [];
    const rows = Array.from({ length: source.rowCount }, (_, row) =>
      namesAt(named, named.length - 1, row).join("\n"),
    );
    return new Set(rows).size === rows.length ? [{ source, named }] : [];
  });
  const rank = ({ source }: { source: SeenSource }): number => (source.geometry === "polygons" ? 1 : 0);
  return found.toSorted((a, b) => rank(b) - rank(a) || b.source.rowCount - a.source.rowCount)[0] ?? null;
}

function placeOf(source: SeenSource, key: CodeColumn): AreaSource {
  if (source.geometry === "polygons") return { key, rank: 3 };
  if (source.geometry === "points") return { key, point: "geometry", rank: 1 };
  const { lon, lat } = pointColumns(source)!;
  return { key, point: { lon: lon.name, lat: lat.name }, rank: 1 };
}

/** A table as it names areas of the lowest level: matched by name, within the areas above that it names. */
function tableKey(
  source: SeenSource,
  named: readonly Named[],
  codeOf: ReadonlyMap<string, string>,
): CodeColumn | null {
  const fits = (column: SeenColumn, { column: own }: Named): boolean =>
    column.distinct.size > 0 &&
    [...column.distinct].filter((name) => own.distinct.has(name)).length >= SHARED * column.distinct.size;
  const columns = named.map((level) =>
    source.columns.find((column) => isOfNames(column, source) && fits(column, level)),
  );
  const own = columns.at(-1);
  if (!own) return null;
  const within = columns.slice(0, -1).filter((column) => column !== undefined && column !== own);
  const key = new SeenColumn(own.name, {
    match: "name",
    column: own.name,
    ...(within.length > 0 ? { within: within.map((column) => column!.name) } : {}),
  });
  for (const [row, name] of own.cells.entries()) {
    const asked = columns.map((column) => column?.cells[row] ?? "").join("\n");
    key.cells.push(codeOf.get(asked) ?? codeOf.get(name) ?? `${UNKNOWN}${name}`);
  }
  return {
    source,
    column: key,
    pad: undefined,
    codes: key.distinct,
    isKey: key.distinct.size === key.cells.length,
  };
}

/** Codes of the lowest level by all names of a row, and by the last of them alone where it is of one area. */
function codesByNames(named: readonly Named[], key: CodeColumn): Map<string, string> {
  const codes = new Map<string, string>();
  const twice = new Set<string>();
  for (const [row, code] of key.column.cells.entries()) {
    const names = namesAt(named, named.length - 1, row);
    codes.set(names.join("\n"), code);
    const own = names.at(-1)!;
    if (codes.has(own)) twice.add(own);
    codes.set(own, code);
  }
  for (const own of twice) codes.delete(own);
  return codes;
}

/** The levels that names alone tell, top to bottom, and the columns by which tables belong to the lowest; null where no file has any. */
export function levelsByNames(
  sources: readonly SeenSource[],
): { readonly levels: FoundLevel[]; readonly keys: readonly CodeColumn[] } | null {
  const best = bestNamed(sources);
  if (!best) return null;
  const { source, named } = best;
  const keys = named.map((_, at) => codeColumnOf(named, at, source, at === named.length - 1));
  const lowest = keys.at(-1)!;
  const codeOf = codesByNames(named, lowest);
  const ofTables = sources
    .filter((other) => other !== source && other.geometry === null)
    .flatMap((other) => tableKey(other, named, codeOf) ?? []);
  const levels = named.map(({ column, word }, at): FoundLevel => {
    const key = keys[at]!;
    const isLowest = key === lowest;
    const space: CodeSpace = { columns: isLowest ? [key, ...ofTables] : [key], codes: key.codes };
    return {
      word,
      space,
      areas: isLowest ? placeOf(source, key) : null,
      leftAside: null,
      way: at === 0 ? null : { kind: "columns", from: key, to: keys[at - 1]! },
      names: [{ language: languageOf(column), column, key }],
      also: [],
      empty: [],
      isByName: true,
    };
  });
  return { levels, keys: [...keys, ...ofTables] };
}
