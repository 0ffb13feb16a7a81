// The error that stops publishing when a hidden figure could be found out.

import type { UnsafeCell } from "#analysis/disclosure/audit";
import type { PeriodPlan } from "#analysis/disclosure/plan";
import { ProblemError } from "#server/errors";
import type { Work } from "./edition_work.ts";

const SHOWN_CELLS = 3;

/** What stands in the way of publishing: the cells, and what gives them away. */
export function unsafeEdition(
  { levels }: Work,
  { period }: PeriodPlan,
  unsafe: readonly UnsafeCell[],
): ProblemError {
  const texts = unsafe.slice(0, SHOWN_CELLS).map(({ count, cell, over, isShown, low, high }) => {
    const name = `${count.key} of ${levels.codes[cell]!} in ${period}`;
    if (isShown) return `${name} is to be hidden and would be shown`;
    const known = `${name} would be known to be ${low === high ? low : `${low} to ${high}`}`;
    return over < 0
      ? `${known}, as its parts add up to it`
      : `${known}, as ${levels.codes[over]!} less its shown parts`;
  });
  const more = unsafe.length > SHOWN_CELLS ? `; and ${unsafe.length - SHOWN_CELLS} more` : "";
  return new ProblemError(
    409,
    "unsafe public edition",
    `nothing is published: ${texts.join("; ")}${more}; hide another part of the same total, or the total`,
  );
}
