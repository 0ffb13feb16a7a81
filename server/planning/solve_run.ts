// From a question on its ground to plans: the quick one, the solver's, and one drawn by hand.

import { locationAnswer, type Answer } from "#analysis/allocation/answer";
import { SOLVER } from "#analysis/allocation/highs";
import { isSolution, type Outcome, type Solution } from "#analysis/allocation/plan";
import { runLocation, type RunProgress } from "#analysis/allocation/solve";
import type { LonLat } from "#analysis/access/road";
import type { PlanResult } from "#domain/contract/plan_runs";
import type { PlanQuestion } from "#domain/planning";
import { ProblemError } from "#server/errors";
import type { Ground } from "./ground.ts";
import { planResult, siteIn, type OpenSite, type Proof } from "./plan_result.ts";
import { candidateVillages, type PosedProblem } from "./pose.ts";
import { quickSites } from "./quick_plan.ts";
import { isSeated } from "./seating.ts";

/** Memory of the solver. */
const MEMORY_BYTES = 2 * 2 ** 30;

const NO_PROOF: Proof = {
  status: "quick",
  objective: null,
  bound: null,
  gap: null,
  isChecked: false,
  seconds: 0,
  method: null,
  solver: null,
  size: { points: 0, sites: 0 },
  conflict: [],
  needs: null,
};

const openSites = (ground: Ground, { sites }: PosedProblem, open: readonly number[]): OpenSite[] =>
  open.flatMap((site) => (sites[site]! < 0 ? [] : [siteIn(ground, sites[site]!)]));

const describe = (
  ground: Ground,
  question: PlanQuestion,
  posed: PosedProblem,
  { open }: Pick<Solution, "open">,
  proof: Proof,
): PlanResult =>
  planResult(ground, {
    question,
    sites: openSites(ground, posed, open),
    candidates: posed.sites.filter((village) => village >= 0),
    leftOut: posed.leftOut,
    proof,
  });

/** A plan within a second, without proof and without regard to floors. */
export function quickResult(ground: Ground, question: PlanQuestion, posed: PosedProblem): PlanResult {
  const start = performance.now();
  const open = quickSites(posed.problem);
  const { points, sites } = posed.problem;
  const seconds = (performance.now() - start) / 1e3;
  return describe(ground, question, posed, { open }, { ...NO_PROOF, seconds, size: { points, sites } });
}

/** What sites that were put by hand would bring. */
export async function drawnResult(
  ground: Ground,
  question: PlanQuestion,
  places: readonly (string | LonLat)[],
): Promise<PlanResult> {
  const sites: OpenSite[] = [];
  for (const [at, place] of places.entries()) {
    if (typeof place !== "string") {
      sites.push({ village: -1, at: place, minutes: await ground.minutesTo(place) });
      continue;
    }
    const village = ground.villages.findIndex(({ code }) => code === place);
    if (village < 0 || ground.villages[village]!.at === null)
      throw new ProblemError(
        400,
        "bad body",
        `field "sites[${at}]" is "${place}": no village of the area with a place`,
      );
    sites.push(siteIn(ground, village));
  }
  const candidates = candidateVillages(ground, question);
  return planResult(ground, {
    question,
    sites,
    candidates,
    leftOut: [],
    proof: { ...NO_PROOF, status: "drawn" },
  });
}

export interface Solved {
  readonly plan: PlanResult;
  readonly answer: Answer;
  readonly outcome: Outcome;
}

interface SolveHooks {
  onProgress(progress: RunProgress): void;
  readonly signal: AbortSignal;
  readonly stop: AbortSignal;
  /** Where it is solved: in a thread, or in a process of its own. */
  readonly solver?: typeof runLocation;
}

/** Solves a question in a thread of its own unless another solver is given; rejects where it is cancelled, fails, or takes more memory than it may. */
export async function solveQuestion(
  ground: Ground,
  question: PlanQuestion,
  posed: PosedProblem,
  hooks: SolveHooks,
): Promise<Solved> {
  const start = performance.now();
  const { problem } = posed;
  const { solver = runLocation, ...rest } = hooks;
  const outcome = await solver(problem, { ...rest, memoryBytes: MEMORY_BYTES });
  const answer = locationAnswer(problem, outcome, (performance.now() - start) / 1e3);
  const text = (key: string): string | null => (typeof answer[key] === "string" ? answer[key] : null);
  const number = (key: string): number | null => (typeof answer[key] === "number" ? answer[key] : null);
  // Of people who have a place already a reader learns nothing: the objective is those who gain one.
  const gain = (key: string): number | null => {
    const value = number(key);
    return value === null ? null : value - posed.seated;
  };
  const [objective, bound] = [gain("objective"), gain("bound")];
  const proof: Proof = {
    status: answer.status,
    objective,
    bound,
    gap: posed.seated > 0 ? gapOf(objective, bound) : answer.gap,
    isChecked: answer.checked,
    seconds: answer.seconds,
    method: text("method"),
    solver: `${SOLVER.name} ${SOLVER.version}`,
    size: { points: problem.points, sites: problem.sites },
    ...obstacles(ground, posed, outcome),
  };
  const solution = isSolution(outcome) ? outcome : { open: [] };
  const plan = describe(ground, question, posed, solution, proof);
  if (isSolution(outcome) && isSeated(question) && Math.abs(plan.gained - objective!) > 1e-6)
    throw new Error(`the plan brings ${plan.gained} people a place, the solver says ${objective}`);
  return { plan, answer, outcome };
}

/** How far a plan may be from the best, as a share of what it brings; null where that is not known. */
const gapOf = (objective: number | null, bound: number | null): number | null =>
  objective === null || bound === null
    ? null
    : Math.abs(bound - objective) / Math.max(Math.abs(objective), 1e-9);

/** Why there is no plan: the floors in each other's way, and what would do. */
function obstacles(
  ground: Ground,
  { sites }: PosedProblem,
  outcome: Outcome,
): Pick<Proof, "conflict" | "needs"> {
  if (isSolution(outcome)) return { conflict: [], needs: null };
  const standing = sites.filter((village) => village < 0).length;
  const { p, radius, budget } = outcome.needs;
  return {
    conflict: outcome.conflict.flatMap(({ constraint, group, share }) =>
      constraint === "floor" && typeof group === "number" && typeof share === "number"
        ? [{ names: ground.townships[group]!.names, share }]
        : [],
    ),
    needs: {
      sites: typeof p === "number" ? p - standing : null,
      minutes: typeof radius === "number" ? radius : null,
      budgetFen: typeof budget === "number" ? budget : null,
    },
  };
}
