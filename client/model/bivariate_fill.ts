// The answer about two indicators → what fills the areas, and which of its classes the reader means.

import type { PairsResponse } from "#domain/contract/bivariate";
import { formatColumnId } from "#domain/column_id";
import { BIVARIATE_COLOURS, bivariateClassAt, bivariateIndex } from "#domain/bivariate";
import type { Tercile } from "#domain/bivariate";
import type { ClassPick, BivariateFill } from "./fill.ts";
import type { Theme } from "./view.ts";

type Axes = Pick<PairsResponse, "need" | "other">;

/** Makes the fill: the classes of both columns run by value, the colours by tercile. */
export function bivariateFill({ need, other }: Axes, theme: Theme): BivariateFill {
  return {
    kind: "pair",
    columns: [formatColumnId(need), formatColumnId(other)],
    breaks: [need.axis.breaks, other.axis.breaks],
    colours: need.axis.rungs.flatMap((needRung) =>
      other.axis.rungs.map(
        (otherRung) => BIVARIATE_COLOURS[theme][bivariateIndex({ need: needRung, other: otherRung })]!,
      ),
    ),
  };
}

/** The place of a class among the colours of the fill; null for a class that cannot occur. */
export function pickOfClass({ need, other }: Axes, at: number): ClassPick | null {
  const wanted = bivariateClassAt(at);
  const row = need.axis.rungs.indexOf(wanted.need);
  const column = other.axis.rungs.indexOf(wanted.other);
  return row < 0 || column < 0 ? null : row * other.axis.rungs.length + column;
}

/** The terciles of an axis from good to bad: the rows or columns of the legend's square. */
export const tercilesOf = ({ rungs }: PairsResponse["need"]["axis"]): Tercile[] =>
  [...rungs].sort((a, b) => a - b);

/** The bounds between the terciles of an axis, from the good end to the bad one; 0 where one side is nothing at all. */
export function boundsOf({ breaks, rungs, zeroRung }: PairsResponse["need"]["axis"]): number[] {
  const bounds = breaks.map((bound, i) => (i === 0 && zeroRung !== null ? 0 : bound));
  return rungs.length > 1 && rungs[0]! > rungs[1]! ? bounds.reverse() : bounds;
}
