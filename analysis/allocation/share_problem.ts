// Whole units over receivers by need, such as teachers over schools: the receiver with the smallest share of its need comes first.

import { z } from "zod";
import { InputError } from "#analysis/problem";
import { parseKeys } from "./input.ts";

export interface ShareProblem {
  /** Units that each receiver needs, above 0. */
  readonly need: readonly number[];
  /** Units that each has. */
  readonly have: readonly number[];
  /** Whole units to be given. */
  readonly amount: number;
}

export interface SharePlan {
  /** Whole units given to each receiver. */
  readonly give: readonly number[];
  /** The smallest (have + give) / need, at most 1. */
  readonly share: number;
  /** Units that nobody needs. */
  readonly left: number;
}

const list = z.array(z.number());
const schema = z.strictObject({
  problem: z.literal("max_min_share"),
  need: list,
  have: list,
  amount: z.int().min(0),
});

/** The problem that a file states. Throws an InputError. */
export function readShareProblem(content: unknown): ShareProblem {
  const { need, have, amount } = parseKeys(schema, content, Object.keys(schema.shape));
  if (have.length !== need.length)
    throw new InputError(`have has ${have.length} numbers: there are ${need.length} in need`);
  for (const [i, value] of need.entries())
    if (!(value > 0)) throw new InputError(`need[${i}] is ${value}: a number above 0`);
  for (const [i, value] of have.entries())
    if (!(value >= 0)) throw new InputError(`have[${i}] is ${value}: a number of 0 or more`);
  return { need, have, amount };
}

/** Position of the receiver that comes next; −1 where all have what they need. Of equal shares the one that a unit lifts most comes first. */
function nextOf({ need, have }: ShareProblem, give: readonly number[]): number {
  let best = -1;
  for (const [i, wanted] of need.entries()) {
    const got = have[i]! + give[i]!;
    if (got >= wanted) continue;
    if (best < 0) {
      best = i;
      continue;
    }
    // Shares are compared as products: nothing is rounded.
    const difference = got * need[best]! - (have[best]! + give[best]!) * wanted;
    if (difference < 0 || (difference === 0 && wanted < need[best]!)) best = i;
  }
  return best;
}

/** The smallest share, at most 1. */
export const smallestShareOf = ({ need, have }: ShareProblem, give: readonly number[]): number =>
  need.reduce((least, wanted, i) => Math.min(least, (have[i]! + give[i]!) / wanted), 1);

/**
 * The plan whose smallest share is largest, and whose next smallest then, and so on: each unit goes to the receiver that is behind
 * all others, which is exact where a unit more never lowers a share (Ibaraki and Katoh 1988).
 */
export function solveShare(problem: ShareProblem): SharePlan {
  const give = problem.need.map(() => 0);
  let left = problem.amount;
  for (; left > 0; left--) {
    const next = nextOf(problem, give);
    if (next < 0) break;
    give[next]! += 1;
  }
  return { give, share: smallestShareOf(problem, give), left };
}
