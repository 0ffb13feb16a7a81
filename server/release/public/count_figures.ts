// Where the figures of a period went: shown, withheld for their level, by a rule, or for others; counted for the certificate, kept for staff.

import { deflateRawSync } from "node:zlib";
import type { Figures, PeriodInput } from "#analysis/disclosure/areas";
import type { PeriodPlan } from "#analysis/disclosure/plan";
import type { Indicator } from "#domain/indicator";
import { disclosureRule, WITHHELD_REASONS, type WithheldReason } from "#domain/disclosure";
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

/** How a reason is stored; 0 for none. */
const codeOf = (reason: WithheldReason): number => WITHHELD_REASONS.indexOf(reason) + 1;
const [LEVEL, RULE, REPAIR] = [codeOf("level"), codeOf("rule"), codeOf("repair")];

/** Which figures of an indicator the rules of a plan hide themselves, by cell. */
export function hiddenByRule(plan: PeriodPlan, { id: indicator }: Indicator, cells: number): Uint8Array {
  const byRule = new Uint8Array(cells);
  for (const { count, byRule: own } of plan.hidden.values())
    if (count.sides.some(({ id, kind }) => kind === "indicator" && id === indicator))
      for (let cell = 0; cell < cells; cell++) byRule[cell]! |= own[cell]!;
  return byRule;
}

/** What is hidden of an indicator, and of that what a rule hides. */
interface Hidden {
  readonly hidden: Uint8Array;
  readonly byRule: Uint8Array;
}

/** Adds the figures of a period to the counts of the certificate, and keeps why those that are withheld are. */
export function countFigures(
  work: Work,
  input: PeriodInput,
  hiddenOf: (indicator: Indicator) => Hidden,
): void {
  const { areas, cells } = work.levels;
  const poorest = poorestFifth(work.levels, input.indicator("headcount_ratio"));
  for (const indicator of input.indicators) {
    const figures = input.indicator(indicator.id)!;
    const { hidden, byRule } = hiddenOf(indicator);
    const lowest = areas.levelCount - 1 - disclosureRule(indicator)!.levelsAboveLowest;
    const reasons = new Uint8Array(hidden.length);
    for (let cell = 0; cell < hidden.length; cell++) {
      if (figures.exists[cell] !== 1) continue;
      if (hidden[cell] === 1)
        reasons[cell] = areas.level[cell]! > lowest ? LEVEL : byRule[cell] === 1 ? RULE : REPAIR;
      work.counter.add(reasons[cell] === 0 ? "shown" : reasons[cell] === REPAIR ? "byRepair" : "byRule", {
        isLowest: areas.level[cell] === areas.levelCount - 1,
        disclosure: indicator.disclosure!,
        isPoorest: poorest && poorest[cell] === 1,
      });
    }
    for (const { id: level, first, n } of cells) {
      const own = reasons.subarray(first, first + n);
      if (own.some((reason) => reason !== 0))
        work.reasons.push({
          level,
          indicator: indicator.id,
          period: input.period,
          reasons: deflateRawSync(own, { level: 1 }),
        });
    }
  }
}

/** 1 where a rule hid a figure itself, of stored reasons. */
export const ruledIn = (reasons: Uint8Array): Uint8Array =>
  reasons.map((reason) => (reason === RULE ? 1 : 0));
