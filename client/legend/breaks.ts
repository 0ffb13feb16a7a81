// The reader's own breaks: written in the unit that is shown, kept in the unit that is stored.

import { MAX_CLASSES } from "#domain/classes";
import { UNITS } from "#domain/unit";
import type { UnitId } from "#domain/unit";

/** Digits that a break may have behind the point of the unit that is shown. */
const DIGITS = 4;

const shown = (value: number, unit: UnitId): number => Number((value * UNITS[unit].scale).toPrecision(12));

/** Writes breaks the way they are typed: `10, 22.5` for shares of 0.1 and 0.225. */
export const writeBreaks = (breaks: readonly number[], unit: UnitId): string =>
  breaks.map((value) => String(shown(value, unit))).join(", ");

/** Reads numbers between commas, semicolons or spaces; null unless there are 1 to MAX_CLASSES − 1 that rise. */
export function parseBreaks(text: string, unit: UnitId): number[] | null {
  const parts = text.split(/[\s,;，；、]+/).filter((part) => part !== "");
  const breaks = parts.map((part) =>
    /^[-−]?\d+(\.\d+)?$/.test(part)
      ? Number((Number(part.replace("−", "-")) / UNITS[unit].scale).toPrecision(12))
      : Number.NaN,
  );
  const isRising = breaks.every((value, i) => Number.isFinite(value) && (i === 0 || value > breaks[i - 1]!));
  return isRising && breaks.length > 0 && breaks.length < MAX_CLASSES ? breaks : null;
}

/** Rounds breaks to as few digits as keep them apart, as a start for one's own. */
export function roundBreaks(breaks: readonly number[], unit: UnitId): number[] {
  const few = breaks.slice(0, MAX_CLASSES - 1);
  for (let digits = 0; digits <= DIGITS; digits++) {
    const rounded = few.map((value) => Number(shown(value, unit).toFixed(digits)) / UNITS[unit].scale);
    const isRising = rounded.every((value, i) => i === 0 || value > rounded[i - 1]!);
    const isClose = few.every((value, i) => Math.abs(rounded[i]! - value) <= 0.1 * Math.abs(value));
    if (isRising && isClose && rounded.length > 0)
      return rounded.map((value) => Number(value.toPrecision(12)));
  }
  return few.length > 0 ? few : [0];
}
