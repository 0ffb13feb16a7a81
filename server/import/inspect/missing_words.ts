// Words that stand in columns of numbers, and empty cells that are small counts held back.

import type { Missing } from "#domain/missing";
import type { SeenColumn } from "./seen_source.ts";

const SUPPRESSED = /supp|conf|secret|withheld|保密|不公开|^[<＜]\s*\d|^≤/i;
const NOT_APPLICABLE = /applic|不适用/i;
/** Words of a table that are taken for marks; more are text. */
const MOST_WORDS = 8;

/** Words in columns of numbers, with the reason that they most likely stand for. */
export function missingWords(columns: readonly SeenColumn[], decimal: "." | ","): Record<string, Missing> {
  const words = new Set(columns.flatMap((column) => [...column.numbers(decimal).texts.keys()]));
  if (words.size > MOST_WORDS) return {};
  return Object.fromEntries(
    [...words].map((word) => [
      word,
      SUPPRESSED.test(word) ? "suppressed" : NOT_APPLICABLE.test(word) ? "not-applicable" : "not-surveyed",
    ]),
  );
}

/** Numbers from which on rounding shows. */
const SHOWN = { numbers: 20, distinct: 5 };

/** Whether all numbers of a column are multiples of 5 and some cells are empty: an office rounded them and held back the small ones. */
export function holdsBackSmall({ cells, distinct }: SeenColumn): boolean {
  let [numbers, empty] = [0, 0];
  for (const cell of cells) {
    if (cell === "") empty++;
    else if (!/^\d*[05]$/.test(cell)) return false;
    else numbers++;
  }
  return empty > 0 && numbers >= SHOWN.numbers && distinct.size >= SHOWN.distinct && !distinct.has("0");
}
