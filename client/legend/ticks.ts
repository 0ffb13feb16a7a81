// The ends of the classes as they are written under the legend.

import type { ClassesResponse } from "#domain/contract/values";
import type { UnitId } from "#domain/unit";
import type { Words } from "#client/i18n/words.ts";
import { digitsApart } from "./bounds.ts";
import { givenDigits } from "./classes.ts";

/**
 * One text for each end of a class, from the least value to the largest, with as many digits as keep them apart; null for an end
 * that is not written: of a class beyond all values, and between zero and the first class above it.
 */
export function tickTexts(answer: ClassesResponse, unit: UnitId, words: Words): (string | null)[] {
  const { min, max, breaks, hasZeroClass } = answer.classes;
  const write = (value: number, digits: number): string => words.number(value, unit, { bare: true, digits });
  const least = breaks[0] !== undefined && min !== null && min >= breaks[0] ? null : min;
  const top = breaks.at(-1);
  const most = top !== undefined && max !== null && max <= top ? null : max;
  const ends = [...(hasZeroClass ? [0, null] : [least]), ...breaks, most];
  const known = ends.filter((end) => end !== null);
  const digits = digitsApart(known, write, givenDigits(answer, unit));
  return ends.map((end) => (end === null ? null : write(end, end === 0 ? 0 : digits)));
}
