// Which columns name the areas of a level, and in which language.

import type { CodeColumn, CodeSpace } from "./codes.ts";
import type { LevelWord } from "./level_words.ts";
import { speaksOf } from "./level_words.ts";
import type { SeenColumn, SeenSource } from "./seen_source.ts";

export interface AreaNames {
  readonly language: string;
  readonly column: SeenColumn;
  /** The column of codes beside it. */
  readonly key: CodeColumn;
}

const NAME_HEADER = /name|nm\d*$|(?:^|[^a-z])[a-z]*mc$|名称|名字|地名|(?<=.)名$|bezeichnung|^nom\b|nombre/i;
/** Whether a header says that its column holds names. */
export const isNameHeader = (header: string): boolean => NAME_HEADER.test(header);
const HAN = /\p{Script=Han}/u;
/** A column that scores less names something else. */
const ENOUGH = 2;

/** The part of a header before what says that it is a code: `LSOA11` of `LSOA11CD`. */
const stemOf = (header: string): string =>
  header.toLowerCase().replace(/[_\s]*(code|cd|id|代码|编码)[a-z]?$/i, "");

/** How surely a column names the areas whose codes stand in `key`. */
function score(column: SeenColumn, key: CodeColumn, level: LevelWord): number {
  const { name, distinct, filled } = column;
  if (column === key.column || column.isNumeric() || filled < 0.5 * key.source.rowCount) return 0;
  if ([...distinct].slice(0, 20).some((text) => /^https?:/.test(text) || text.length > 120)) return 0;
  const stem = stemOf(key.column.name);
  let points = 0;
  if (NAME_HEADER.test(name)) points += 2;
  if (speaksOf(name, level)) points += 2;
  else if (stem.length >= 2 && name.toLowerCase().startsWith(stem)) points += 2;
  if (points > 0 && distinct.size >= 0.5 * key.codes.size) points += 1;
  return points;
}

/** The language of a column, by its header, else by its characters. */
export function languageOf({ name, distinct }: SeenColumn): string {
  const [, tag] = /(?:^|[_\s.-])(en|eng|zh|cn|chn)$/i.exec(name) ?? [];
  if (tag) return /^e/i.test(tag) ? "en" : "zh";
  const some = [...distinct].slice(0, 200);
  return some.filter((text) => HAN.test(text)).length > some.length / 2 ? "zh" : "en";
}

/** The names of a level by language; those in the file of its areas (`own`) go before look-up tables. */
export function namesOf(space: CodeSpace, own: CodeColumn | null, level: LevelWord): AreaNames[] {
  const best = new Map<string, AreaNames & { points: number }>();
  for (const key of space.columns) {
    if (!key.isKey) continue;
    for (const column of key.source.columns) {
      const points = score(column, key, level) + (key === own ? 1 : 0);
      if (points < ENOUGH + (key === own ? 1 : 0)) continue;
      const language = languageOf(column);
      const known = best.get(language);
      const isBetter =
        !known ||
        points > known.points ||
        (points === known.points &&
          known.key.source.geometry !== null &&
          key.source.geometry === null &&
          key !== own);
      if (isBetter) best.set(language, { language, column, key, points });
    }
  }
  return [...best.values()];
}

/** The columns that a header calls names, the first of each language. */
export function nameColumns({ columns }: SeenSource): { language: string; column: SeenColumn }[] {
  const named = columns.filter((column) => NAME_HEADER.test(column.name) && !column.isNumeric());
  const first = new Map<string, SeenColumn>();
  for (const column of named) if (!first.has(languageOf(column))) first.set(languageOf(column), column);
  return [...first].map(([language, column]) => ({ language, column }));
}
