// Counts for the certificate where the figures of a period went: shown, hidden by a rule, hidden for others.

import type { Figures, PeriodInput } from "#analysis/disclosure/areas";
import type { PeriodPlan } from "#analysis/disclosure/plan";
import { disclosureRule } from "#domain/disclosure";
import type { Levels, Work } from "./edition_work.ts";

/** Where the poorest fifth of the lowest level is, by cell; null without a headcount. */
function poorestFifth({ areas }: Levels, headcount: Figures | undefined): Uint8Array | null {
  if (!headcount?.denominator) return null;
  const lowest = areas.levelCount - 1;
  const ranked: { cell: number; share: number }[] = [];
  for (let cell = 0; cell < areas.level.length; cell++)
    if (areas.level[cell] === lowest && headcount.exists[cell] === 1 && headcount.denominator[cell]! > 0)
      ranked.push({ cell, share: headcount.numerator[cell]! / headcount.denominator[cell]! });
  ranked.sort((a, b) => b.share - a.share || a.cell - b.cell);
  const isPoorest = new Uint8Array(areas.level.length);
  for (const { cell } of ranked.slice(0, Math.round(ranked.length / 5))) isPoorest[cell] = 1;
  return ranked.length > 0 ? isPoorest : null;
}

/** Adds the figures of a period to the counts of the certificate. */
export function countFigures(
  work: Work,
  input: PeriodInput,
  plan: PeriodPlan | null,
  hiddenOf: (id: string) => Uint8Array,
): void {
  const { areas } = work.levels;
  const poorest = poorestFifth(work.levels, input.indicator("headcount_ratio"));
  for (const indicator of input.indicators) {
    const figures = input.indicator(indicator.id)!;
    const hidden = hiddenOf(indicator.id);
    const byRule = new Uint8Array(hidden.length);
    if (plan)
      for (const { count, byRule: own } of plan.hidden.values())
        if (count.sides.some(({ id, kind }) => kind === "indicator" && id === indicator.id))
          for (let cell = 0; cell < byRule.length; cell++) byRule[cell]! |= own[cell]!;
    const lowest = areas.levelCount - 1 - disclosureRule(indicator)!.levelsAboveLowest;
    for (let cell = 0; cell < hidden.length; cell++)
      if (figures.exists[cell] === 1)
        work.counter.add(
          hidden[cell] === 0
            ? "shown"
            : byRule[cell] === 1 || areas.level[cell]! > lowest
              ? "byRule"
              : "byRepair",
          {
            isLowest: areas.level[cell] === areas.levelCount - 1,
            disclosure: indicator.disclosure!,
            isPoorest: poorest && poorest[cell] === 1,
          },
        );
  }
}
