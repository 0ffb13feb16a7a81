// The classes of an answer as the legend names them: bounds in words, colour, and how many areas each holds.

import { UNITS } from "#domain/unit";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import type { Words } from "#client/i18n/words.ts";
import type { ClassFill } from "#client/model/fill.ts";
import { classBounds, digitsApart, digitsExact } from "./bounds.ts";

export interface LegendClass {
  readonly pick: number | "zero";
  readonly colour: string;
  readonly count: number;
  /** "12.1 to under 20.4" */
  readonly label: string;
}

type Answer = Pick<ClassesResponse, "classes" | "counts" | "zeroCount">;

/** The digits behind the point that breaks set by hand need; 0 for computed ones. */
export function givenDigits(
  { classes: { method, breaks } }: Pick<Answer, "classes">,
  unit: CatalogIndicator["unit"],
): number {
  const isGiven = method === "policy" || method === "manual";
  return isGiven ? digitsExact(breaks.map((value) => value * UNITS[unit].scale)) : 0;
}

/** The classes of an answer, that of zero first where there is one. */
export function legendClasses(
  answer: Answer,
  { unit }: Pick<CatalogIndicator, "unit">,
  { colours, zeroColour }: Pick<ClassFill, "colours" | "zeroColour">,
  { t, number }: Pick<Words, "t" | "number">,
): LegendClass[] {
  const { breaks, hasZeroClass, noChange } = answer.classes;
  const write = (value: number, digits: number): string => number(value, unit, { bare: true, digits });
  const digits = digitsApart(breaks, write, Math.max(givenDigits(answer, unit), UNITS[unit].digits));
  const bounds = classBounds(breaks, (value) => write(value, digits));
  const classes = colours.map((colour, i): LegendClass => {
    const { low, high } = bounds[i]!;
    const isAboveZero = hasZeroClass && i === 0;
    const label =
      low && high
        ? t.classRange(low, high)
        : high
          ? isAboveZero
            ? t.classAboveZero(high)
            : t.classBelow(high)
          : low
            ? t.classFrom(low)
            : isAboveZero
              ? t.classAboveZero(null)
              : t.allInOne;
    return {
      pick: i,
      colour,
      count: answer.counts[i] ?? 0,
      label: i === noChange ? t.changeMap.none : label,
    };
  });
  return hasZeroClass && zeroColour !== null
    ? [{ pick: "zero", colour: zeroColour, count: answer.zeroCount, label: write(0, 0) }, ...classes]
    : classes;
}
