// Who stays outside, put together by why.

import type { PlanResult } from "#domain/contract/plan_runs";
import { OUTSIDE_REASONS } from "#domain/planning";
import type { OutsideReason } from "#domain/planning";

export interface ReasonGroup {
  readonly reason: OutsideReason;
  readonly people: number;
  /** Most people first. */
  readonly villages: PlanResult["outside"];
}

/** Those who stay outside by reason, most people first. */
export const groupByReason = (outside: PlanResult["outside"]): ReasonGroup[] =>
  OUTSIDE_REASONS.map((reason) => {
    const villages = outside.filter((village) => village.reason === reason);
    return { reason, villages, people: villages.reduce((sum, { people }) => sum + people, 0) };
  })
    .filter(({ villages }) => villages.length > 0)
    .sort((a, b) => b.people - a.people);
