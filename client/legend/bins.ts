// The columns of the legend's histogram in words.

import type { Classes } from "#domain/classes";
import type { UnitId } from "#domain/unit";
import type { Words } from "#client/i18n/words.ts";
import { digitsApart } from "./bounds.ts";

/** The bounds of column `at` of `bins` between the least and the largest value, with as many digits as tell them apart. */
export function binText(
  { min, max }: Pick<Classes, "min" | "max">,
  bins: number,
  at: number,
  words: Words,
  unit: UnitId,
): string {
  const [from, to] = [min ?? 0, max ?? 0];
  const bound = (i: number): number => from + ((to - from) * i) / bins;
  const write = (value: number, digits: number): string => words.number(value, unit, { digits });
  const digits = digitsApart([bound(0), bound(1), bound(2)], write);
  const [low, high] = [write(bound(at), digits), write(bound(at + 1), digits)];
  return from === to
    ? low
    : at === bins - 1
      ? words.t.classRangeOf(low, high)
      : words.t.classRange(low, high);
}
