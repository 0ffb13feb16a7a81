// Units by need: what enumeration finds, and every planted error found.

import fc from "fast-check";
import { expect, it } from "vitest";
import { InputError } from "#analysis/problem";
import { checkShare } from "./check_share.ts";
import { readShareProblem, smallestShareOf, solveShare, type ShareProblem } from "./share_problem.ts";

/** The largest smallest share of all ways to give. */
function enumerate(problem: ShareProblem, give: number[] = []): number {
  if (give.length === problem.need.length) return smallestShareOf(problem, give);
  const left = problem.amount - give.reduce((sum, units) => sum + units, 0);
  return Math.max(...Array.from({ length: left + 1 }, (_, units) => enumerate(problem, [...give, units])));
}

it("gives what enumeration finds, and one more never makes it worse", () => {
  const problems = fc.record({
    receivers: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 6 })), {
      minLength: 1,
      maxLength: 4,
    }),
    amount: fc.integer({ min: 0, max: 7 }),
  });
  fc.assert(
    fc.property(problems, ({ receivers, amount }) => {
      const problem = {
        need: receivers.map(([need]) => need),
        have: receivers.map(([, have]) => have),
        amount,
      };
      const plan = solveShare(problem);
      expect(checkShare(problem, plan)).toEqual([]);
      expect(plan.share).toBe(enumerate(problem));
      expect(solveShare({ ...problem, amount: amount + 1 }).share).toBeGreaterThanOrEqual(plan.share);
    }),
    { numRuns: 60, seed: 3 },
  );
});

it("lifts the smallest share first, and leaves what nobody needs", () => {
  const problem = { need: [4, 10, 2], have: [2, 2, 2], amount: 5 };
  expect(solveShare(problem)).toEqual({ give: [1, 4, 0], share: 0.6, left: 0 });
  expect(solveShare({ ...problem, amount: 30 })).toEqual({ give: [2, 8, 0], share: 1, left: 20 });
});

it("finds planted errors", () => {
  const problem = { need: [4, 10, 2], have: [2, 2, 2], amount: 5 };
  const plan = solveShare(problem);
  const wrong = (patch: Partial<typeof plan>): string =>
    checkShare(problem, { ...plan, ...patch }).join("; ");
  expect(wrong({ give: [3, 2, 0], share: 0.4 })).toMatch(/would be all that it needs/);
  expect(wrong({ give: [2, 3, 0], share: 0.5 })).toMatch(/a larger smallest share than 0.5 can be had/);
  expect(wrong({ give: [1, 3, 0], share: 0.5 })).toMatch(/4 are given and 0 left: there are 5/);
  expect(wrong({ give: [1, 3, 0], share: 0.5, left: 1 })).toMatch(/1 are left while some have less/);
  expect(wrong({ share: 0.7 })).toMatch(/the smallest share is 0.6, not 0.7/);
  expect(wrong({ give: [1.5, 3.5, 0] })).toMatch(/give\[0\] is 1.5: a whole number/);
});

it("names what is wrong in a file", () => {
  const read = (content: object) => () => readShareProblem({ problem: "max_min_share", ...content });
  expect(read({ need: [1, 0], have: [0, 0], amount: 1 })).toThrow("need[1] is 0: a number above 0");
  expect(read({ need: [1], have: [-1], amount: 1 })).toThrow("have[0] is -1");
  expect(read({ need: [1], have: [], amount: 1 })).toThrow(InputError);
  expect(read({ need: [1], have: [0], amount: 1.5 })).toThrow("amount is 1.5");
});
