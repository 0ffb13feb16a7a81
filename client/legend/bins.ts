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

export interface BinPart {
  /** Percent of the width of the histogram. */
  readonly left: number;
  readonly width: number;
  /** A value inside of it. */
  readonly value: number;
}

/** Between two columns, in percent of the width of the histogram. */
const BETWEEN = 0.6;

/** Column `at` of `bins`, cut where a break goes through it, so that each part has the colour of its own class. */
export function binParts(
  at: number,
  bins: number,
  { min, max, breaks }: Pick<Classes, "min" | "max" | "breaks">,
): readonly BinPart[] {
  const step = 100 / bins;
  const [least, most] = [min ?? 0, max ?? 0];
  const valueAt = (percent: number): number => least + (percent / 100) * (most - least);
  const cuts = most > least ? breaks.map((value) => ((value - least) / (most - least)) * 100) : [];
  const [first, last] = [at * step + BETWEEN / 2, (at + 1) * step - BETWEEN / 2];
  const edges = [first, ...cuts.filter((cut) => cut > first && cut < last), last];
  return edges.slice(1).map((right, i) => ({
    left: edges[i]!,
    width: right - edges[i]!,
    value: at === bins - 1 && i === edges.length - 2 ? most : valueAt((edges[i]! + right) / 2),
  }));
}
