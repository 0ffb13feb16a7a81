// Household and person records among the files: two tables of people that share the key of a household. Nothing of what stands in them is written.

import { periodOf } from "./periods.ts";
import { HOUSEHOLD_KEY, HOUSEHOLD_WORDS, PERSON_WORDS, VILLAGE_CODE } from "./register_words.ts";
import { nameOf, type SeenColumn, type SeenSource } from "./seen_source.ts";

/** Records of one kind: where they are, and which column is which field. */
export interface FoundRecords {
  readonly source: SeenSource;
  readonly village: SeenColumn;
  readonly household: SeenColumn;
  readonly columns: Readonly<Record<string, string>>;
}

export interface FoundRegister {
  readonly households: FoundRecords;
  readonly persons: FoundRecords;
}

export interface RegisterSearch {
  readonly register: FoundRegister | null;
  readonly others: readonly SeenSource[];
  /** Records that make no register, and why. */
  readonly unused: readonly { readonly file: string; readonly why: string }[];
}

/** Besides what must be there, so many fields make a table one of records. */
const FEWEST_FIELDS = 3;

function fieldsOf(
  { columns }: SeenSource,
  words: Readonly<Record<string, RegExp>>,
  taken: readonly SeenColumn[],
): Record<string, string> {
  const free = columns.filter((column) => !taken.includes(column));
  const found: Record<string, string> = {};
  for (const [field, pattern] of Object.entries(words)) {
    const column = free.find(({ name }) => pattern.test(name) && !Object.values(found).includes(name));
    if (column) found[field] = column.name;
  }
  return found;
}

function recordsIn(
  source: SeenSource,
  words: Readonly<Record<string, RegExp>>,
  needed: string,
): FoundRecords | null {
  if (source.geometry !== null) return null;
  const village = source.columns.find(({ name }) => VILLAGE_CODE.test(name));
  const household = source.columns.find(({ name }) => HOUSEHOLD_KEY.test(name));
  if (!village || !household) return null;
  const columns = fieldsOf(source, words, [village, household]);
  const isKnown = columns[needed] !== undefined && Object.keys(columns).length >= FEWEST_FIELDS;
  return isKnown ? { source, village, household, columns } : null;
}

/** Parts the sources into household and person records, and all others. */
export function findRegister(sources: readonly SeenSource[]): RegisterSearch {
  const persons = sources.flatMap((source) => recordsIn(source, PERSON_WORDS, "number") ?? []);
  const households = sources
    .filter((source) => persons.every((found) => found.source !== source))
    .flatMap((source) => recordsIn(source, HOUSEHOLD_WORDS, "registered") ?? []);
  const register =
    households.length > 0 && persons.length > 0 ? { households: households[0]!, persons: persons[0]! } : null;
  const unused = [...households, ...persons]
    .filter((found) => found !== register?.households && found !== register?.persons)
    .map(({ source }) => ({
      file: nameOf(source),
      why: register
        ? `it holds records of people too; a register is one file of households and one of persons, such as a pattern for several`
        : `it holds records of people; a register needs one file of households (with who is registered) and one of their members`,
    }));
  const taken = new Set([...households, ...persons].map(({ source }) => source));
  return { register, others: sources.filter((source) => !taken.has(source)), unused };
}

/** The period of a register: a column of both files, or what both say; null where nothing does. */
export function periodOfRegister({ households, persons }: FoundRegister): {
  readonly value: string | { readonly column: string };
  readonly column: SeenColumn | null;
  readonly because: string;
} | null {
  const found = periodOf(households.source);
  if (!found) return null;
  const { period, column, because } = found;
  if (typeof period === "string") return { value: period, column, because };
  if ("in" in period) return null;
  const isInBoth = persons.source.columns.some(({ name }) => name === period.column);
  return isInBoth ? { value: period, column, because } : null;
}
