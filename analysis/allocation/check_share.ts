// Checks how units were given by need. It shares no code with what gives them: the proof is that the next larger share would take more units than there are.

import type { SharePlan, ShareProblem } from "./share_problem.ts";

/** What is wrong with a plan, in words that name the place; empty where all of it holds. */
export function checkShare({ need, have, amount }: ShareProblem, plan: SharePlan): string[] {
  const wrong: string[] = [];
  const { give, share, left } = plan;
  if (give.length !== need.length)
    return [`give has ${give.length} numbers: there are ${need.length} in need`];
  let given = 0;
  for (const [i, units] of give.entries()) {
    if (!Number.isInteger(units) || units < 0)
      wrong.push(`give[${i}] is ${units}: a whole number of 0 or more`);
    if (units > 0 && have[i]! + units - 1 >= need[i]!)
      wrong.push(`give[${i}] is ${units}: ${have[i]} and one less would be all that it needs`);
    given += units;
  }
  if (given + left !== amount) wrong.push(`${given} are given and ${left} left: there are ${amount}`);
  let real = 1;
  for (const [i, wanted] of need.entries()) real = Math.min(real, (have[i]! + give[i]!) / wanted);
  if (Math.abs(real - share) > 1e-12) wrong.push(`the smallest share is ${real}, not ${share}`);
  if (left > 0 && real < 1) wrong.push(`${left} are left while some have less than they need`);
  if (wrong.length === 0 && real < 1 && unitsAbove(real, need, have) <= amount)
    wrong.push(`a larger smallest share than ${real} can be had with ${unitsAbove(real, need, have)}`);
  return wrong;
}

/** Units that it takes for everybody to be above a share. */
function unitsAbove(share: number, need: readonly number[], have: readonly number[]): number {
  let units = 0;
  for (const [i, wanted] of need.entries()) {
    let more = Math.max(0, Math.floor(share * wanted - have[i]!));
    while ((have[i]! + more) / wanted <= share) more++;
    units += more;
  }
  return units;
}
