// Counts that stand beside what share they are: 21 poor households, 10.6 % of all, so there are 198 in all.

import { parseNumber } from "#server/import/tables/number";
import { foldedHeader, isShare, withoutShareWord } from "./headers.ts";
import type { SeenColumn } from "./seen_source.ts";

interface Pair {
  readonly count: SeenColumn;
  readonly share: SeenColumn;
}

export interface ImpliedWhole {
  /** Counts with their shares. */
  readonly pairs: readonly Pair[];
  /** The pair with the largest shares, from which the whole is computed with the least error. */
  readonly best: Pair;
  /** The count that is the sum of the others, where one is. */
  readonly total: SeenColumn | null;
}

/** Of the rows so many must agree. */
const ENOUGH = 0.9;
/** Shares above this are none. */
const MOST = 5;

const numbersOf = ({ cells }: SeenColumn): (number | null)[] =>
  cells.map((cell) => parseNumber(cell)?.value ?? null);

/** Digits behind the point, as most numbers of a column have them. */
function decimalsOf({ cells }: SeenColumn): number {
  const counts = new Map<number, number>();
  for (const cell of cells) {
    const digits = cell.replace("%", "").split(".")[1]?.length ?? 0;
    counts.set(digits, (counts.get(digits) ?? 0) + 1);
  }
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0] as const)[0];
}

/** The whole of a row and how far rounding of the share may have moved it; null where it cannot be told. */
function wholes({ count, share }: Pair): ({ value: number; error: number } | null)[] {
  const half = 0.5 / 10 ** (decimalsOf(share) + (share.numbers().percents > 0 ? 2 : 0));
  const shares = numbersOf(share);
  return numbersOf(count).map((own, row) => {
    const part = shares[row];
    if (own === null || part === null || part === undefined || part <= 2 * half) return null;
    return { value: own / part, error: (own / part) * (half / (part - half)) + 1 };
  });
}

function agree(a: Pair, b: Pair): boolean {
  const [left, right] = [wholes(a), wholes(b)];
  let [rows, hits] = [0, 0];
  for (const [row, whole] of left.entries()) {
    const other = right[row];
    if (!whole || !other) continue;
    rows++;
    if (Math.abs(whole.value - other.value) <= whole.error + other.error) hits++;
  }
  return rows > 0 && hits >= ENOUGH * rows;
}

/** The column that is the sum of all others, row by row. */
function totalOf(counts: readonly SeenColumn[]): SeenColumn | null {
  if (counts.length < 3) return null;
  const values = counts.map(numbersOf);
  const rows = values[0]!.length;
  for (const [at, column] of counts.entries()) {
    let hits = 0;
    for (let row = 0; row < rows; row++) {
      const others = values.reduce((sum, own, i) => sum + (i === at ? 0 : (own[row] ?? 0)), 0);
      if (others === values[at]![row]) hits++;
    }
    if (hits >= 0.99 * rows) return column;
  }
  return null;
}

/** The whole that counts and shares of a table imply; null where they do not agree about one. */
export function impliedWhole(columns: readonly SeenColumn[]): ImpliedWhole | null {
  const shares = columns.filter((column) => {
    const { min, max, areWhole } = column.numbers();
    return isShare(column.name) && !areWhole && min >= 0 && max <= MOST;
  });
  const counts = columns.filter((column) => {
    const { min, areWhole, count } = column.numbers();
    return count > 0 && areWhole && min >= 0 && !shares.includes(column);
  });
  const pairs: Pair[] = [];
  const isFree = (column: SeenColumn): boolean => pairs.every(({ count }) => count !== column);
  for (const share of shares) {
    const count = counts.find(({ name }) => foldedHeader(name) === withoutShareWord(share.name));
    if (count) pairs.push({ count, share });
  }
  if (pairs.length === 0) return null;
  for (const share of shares) {
    if (pairs.some((pair) => pair.share === share)) continue;
    const count = counts.find((column) => isFree(column) && agree(pairs[0]!, { count: column, share }));
    if (count) pairs.push({ count, share });
  }
  if (pairs.length < 2 || !pairs.slice(1).every((pair) => agree(pairs[0]!, pair))) return null;
  const mean = ({ share }: Pair): number =>
    numbersOf(share).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const best = pairs.reduce((most, pair) => (mean(pair) > mean(most) ? pair : most));
  return { pairs, best, total: totalOf(pairs.map(({ count }) => count)) };
}
