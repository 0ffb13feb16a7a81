// A file as `lens inspect` has looked at it: its columns cell by cell, and what stands in them.

import { MISSING_TEXTS, parseNumber } from "#server/import/tables/number";
import type { FileSpec } from "#server/import/profile/profile";
import type { SourceBounds } from "#server/import/boundaries/polygons";

/** What the geometries of a file are; null for a table. */
export type GeometryKind = "polygons" | "points" | "lines" | null;

/** Numbers of a column, as they are written. */
export interface NumberFacts {
  /** Cells that are numbers, of those that hold something. */
  readonly count: number;
  readonly areWhole: boolean;
  readonly min: number;
  readonly max: number;
  /** Cells written in per cent. */
  readonly percents: number;
  /** What else stands in cells, with how often; texts that stand for nothing are not among it. */
  readonly texts: ReadonlyMap<string, number>;
}

/** So many different words beside numbers may be marks for what is missing. */
const MARKS = 3;

export class SeenColumn {
  readonly name: string;
  /** How a profile writes it as a key, where that is not its name: an expression, or names that are matched. */
  readonly asKey: Readonly<Record<string, unknown>> | null;
  /** By row; "" where there is nothing. */
  readonly cells: string[] = [];
  #distinct: ReadonlySet<string> | null = null;
  readonly #numbers = new Map<string, NumberFacts>();

  constructor(name: string, asKey: Readonly<Record<string, unknown>> | null = null) {
    this.name = name;
    this.asKey = asKey;
  }

  /** Everything that stands in the column, without what stands for nothing. */
  get distinct(): ReadonlySet<string> {
    this.#distinct ??= new Set(this.cells.filter((cell) => !(cell.toLowerCase() in MISSING_TEXTS)));
    return this.#distinct;
  }

  get filled(): number {
    return this.cells.reduce((count, cell) => count + (cell === "" ? 0 : 1), 0);
  }

  /** The numbers of the column, read with this mark before the fraction. */
  numbers(decimal: "." | "," = "."): NumberFacts {
    const known = this.#numbers.get(decimal) ?? factsOf(this.cells, decimal);
    this.#numbers.set(decimal, known);
    return known;
  }

  /** Whether nearly all that stands in it is numbers, or most, beside a few words that come again. */
  isNumeric(decimal: "." | "," = "."): boolean {
    const { count, texts } = this.numbers(decimal);
    const others = [...texts.values()].reduce((sum, n) => sum + n, 0);
    const part = texts.size <= MARKS ? 0.5 : 0.8;
    return count > 0 && count >= part * (count + others);
  }
}

function factsOf(cells: readonly string[], decimal: "." | ","): NumberFacts {
  let [count, percents, areWhole, min, max] = [0, 0, true, Infinity, -Infinity];
  const texts = new Map<string, number>();
  for (const cell of cells) {
    const parsed = parseNumber(cell, decimal);
    if (!parsed) {
      if (!(cell.toLowerCase() in MISSING_TEXTS)) texts.set(cell, (texts.get(cell) ?? 0) + 1);
      continue;
    }
    const { value, sign } = parsed;
    count++;
    if (sign) percents++;
    areWhole &&= Number.isInteger(value);
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { count, percents, areWhole, min, max, texts };
}

/** One table or layer of a file. */
export interface SeenSource {
  /** How a profile names it. */
  readonly spec: FileSpec;
  readonly format: string;
  readonly crs: string | null;
  readonly geometry: GeometryKind;
  /** Of its geometries, in its own coordinates; null for a table. */
  readonly bounds: SourceBounds | null;
  readonly columns: readonly SeenColumn[];
  readonly rowCount: number;
  /** Whether only its first rows were looked at. */
  readonly isCut: boolean;
  /** Of a source that is made of several files: the period in the name of each row's file; null where some names have none. */
  readonly filePeriods?: SeenColumn | null;
  /** What was odd about it, in words. */
  readonly remarks: readonly string[];
}

/** What comments call a source. */
export const nameOf = ({ spec: { file, entry, layer } }: Pick<SeenSource, "spec">): string =>
  [file, entry, layer].filter((part) => part !== undefined).join(" › ");

/** A column inside an expression. */
export const inExpression = ({ name }: SeenColumn): string =>
  /^[\p{L}_$][\p{L}\d_$]*$/u.test(name) ? name : `col(${JSON.stringify(name)})`;
