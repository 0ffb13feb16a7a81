// Villages where a site may go, as the server counts them.

import type { PlanVillage, Situation } from "#domain/contract/situation";
import type { PlanQuestion } from "#domain/planning";

/** The candidates of a question, those that would bring most people first. */
export function candidatesOf(
  { villages, townships }: Pick<Situation, "villages" | "townships">,
  { candidates: { least, only }, existingPlaces }: Pick<PlanQuestion, "candidates" | "existingPlaces">,
): PlanVillage[] {
  const wanted = new Set(only);
  const isIn = ({ code, township }: PlanVillage): boolean => {
    const parent = townships[township]!;
    return wanted.size === 0 || [code, parent.code, ...parent.above].some((area) => wanted.has(area));
  };
  return villages
    .filter((village) => {
      const { hasOne, at, gain } = village;
      // Where places count, one that is there may be enlarged.
      return (existingPlaces || !hasOne) && at !== null && gain > 0 && gain >= least && isIn(village);
    })
    .sort((a, b) => b.gain - a.gain || (a.code < b.code ? -1 : 1));
}
