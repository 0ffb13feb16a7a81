// Rows of PROBLEMS: where sites go, and where money goes.

import type { Problem } from "#analysis/problem";
import type { Progress } from "#domain/progress";
import { budgetAnswer, isAnswered, locationAnswer, shareAnswer, type Answer } from "./answer.ts";
import { readBudgetProblem } from "./budget_input.ts";
import { readLocationProblem } from "./input.ts";
import { readShareProblem, solveShare } from "./share_problem.ts";
import { LOCATION_KINDS } from "./problem.ts";
import { runBudget, runLocation, type RunProgress } from "./solve.ts";

/** After which a run without a stated node limit ends with what it has. */
const SECONDS = 45;

/** A stated node limit alone ends a run: it is the same on every machine. */
const limitOf = ({ nodeLimit }: { readonly nodeLimit: number | null }) =>
  nodeLimit === null ? { seconds: SECONDS } : {};

const secondsSince = (start: number): number => (performance.now() - start) / 1e3;

/** Writes best and bound into the text of a step: neither says how much is left to do. */
const progressOf =
  (kind: string, onProgress: Progress) =>
  ({ objective, bound, nodes }: RunProgress): void =>
    onProgress({
      what: `${kind}: best ${Number.isFinite(objective) ? objective : "none yet"}, bound ${Number.isFinite(bound) ? bound : "none yet"}, nodes`,
      done: nodes,
      total: null,
    });

const asBody = (answer: Answer) => ({ isSolved: isAnswered(answer), body: answer });

export const locationProblem: Problem = {
  kinds: LOCATION_KINDS,
  async solve(input, onProgress) {
    const problem = readLocationProblem(input);
    const start = performance.now();
    const outcome = await runLocation(problem, {
      ...limitOf(problem),
      onProgress: progressOf(problem.kind, onProgress),
    });
    return asBody(locationAnswer(problem, outcome, secondsSince(start)));
  },
};

export const budgetProblem: Problem = {
  kinds: ["budget"],
  async solve(input, onProgress) {
    const problem = readBudgetProblem(input);
    const start = performance.now();
    const outcome = await runBudget(problem, {
      ...limitOf(problem),
      onProgress: progressOf("budget", onProgress),
    });
    return asBody(budgetAnswer(problem, outcome, secondsSince(start)));
  },
};

export const shareProblem: Problem = {
  kinds: ["max_min_share"],
  solve(input) {
    const problem = readShareProblem(input);
    const start = performance.now();
    const plan = solveShare(problem);
    return Promise.resolve(asBody(shareAnswer(problem, plan, secondsSince(start))));
  },
};
