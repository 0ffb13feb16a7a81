// Studies a question beside its answer: the curve, the price of floors, other plans. It never changes the answer.

import { Worker } from "node:worker_threads";
import type { Solution } from "#analysis/allocation/plan";
import type { PlanStudy } from "#domain/contract/plan_runs";
import type { Ground } from "./ground.ts";
import type { PosedProblem } from "./pose.ts";
import type { CurveValue, StudyInput, StudyMessage } from "./study_messages.ts";

/** Sites beyond those asked for that the curve goes on to. */
const BEYOND = 6;
/** Amounts of money of the curve as shares of what there is. */
const MONEY_STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
/** Larger problems are not solved over and over. */
const MOST_CELLS = 120_000;
const MEMORY_BYTES = 2 ** 30;
/** What is not there by then is left out. */
const LIMIT_MS = 90_000;

const EMPTY: PlanStudy = {
  curve: [],
  knee: null,
  free: null,
  alternatives: [],
  isDone: false,
  leftOut: null,
};

/** Sets one value of the curve. */
function withValue(
  study: PlanStudy,
  type: "fair" | "free",
  value: CurveValue,
  hasFloors: boolean,
): PlanStudy {
  const stepOf = ({ fen, sites }: Pick<CurveValue, "fen" | "sites">): number => fen ?? sites;
  const others = study.curve.filter((point) => stepOf(point) !== stepOf(value));
  const known = study.curve.find((point) => stepOf(point) === stepOf(value));
  const point =
    type === "fair"
      ? { ...value, free: hasFloors ? (known?.free ?? null) : value.objective }
      : {
          fen: value.fen,
          sites: known?.sites ?? value.sites,
          objective: known?.objective ?? null,
          isProven: known?.isProven ?? false,
          free: value.objective,
        };
  return { ...study, curve: [...others, point].sort((a, b) => stepOf(a) - stepOf(b)) };
}

export interface StudyTask {
  readonly ground: Ground;
  readonly posed: PosedProblem;
  readonly asked: number;
  readonly best: Pick<Solution, "open" | "objective">;
  readonly signal: AbortSignal;
  onStudy(study: PlanStudy): void;
}

/** Studies until all is known, the time is over or the signal is given; `onStudy` is called with every step. */
export async function study({ ground, posed, asked, best, signal, onStudy }: StudyTask): Promise<PlanStudy> {
  const { problem, sites } = posed;
  const { kind, budget } = problem;
  // The smallest share is found by many models already, and travel to the farthest says little of one site more.
  if (kind === "max_min_mclp" || kind === "p_center" || kind === "lscp") return { ...EMPTY, isDone: true };
  if (problem.points * problem.sites > MOST_CELLS) return { ...EMPTY, isDone: true, leftOut: "too_large" };
  const standing = sites.filter((village) => village < 0).length;
  const gained = (objective: number | null): number | null => objective && objective - posed.seated;
  const candidates = sites.length - standing;
  const input: StudyInput = {
    problem,
    standing,
    most: Math.min(candidates, asked + BEYOND),
    budgets: budget === null ? null : MONEY_STEPS.map((share) => Math.round(share * budget)),
    best,
    memoryBytes: MEMORY_BYTES,
  };
  let known = EMPTY;
  const take = (message: StudyMessage): void => {
    if (message.type === "fair" || message.type === "free")
      known = withValue(
        known,
        message.type,
        { ...message.value, objective: gained(message.value.objective) },
        problem.floors.size > 0,
      );
    else if (message.type === "knee") known = { ...known, knee: message.sites };
    else if (message.type === "alternatives")
      known = {
        ...known,
        alternatives: message.plans.map(({ open, objective }) => {
          const villages = open.flatMap((site) => (sites[site]! < 0 ? [] : [ground.villages[sites[site]!]!]));
          return {
            objective: objective - posed.seated,
            codes: villages.map(({ code }) => code),
            names: villages.map(({ names }) => names),
          };
        }),
      };
    known = {
      ...known,
      free: known.curve.find((point) => (point.fen ?? point.sites) === (budget ?? asked))?.free ?? null,
    };
    onStudy(known);
  };
  await inThread(input, signal, take);
  return { ...known, isDone: true };
}

async function inThread(
  input: StudyInput,
  signal: AbortSignal,
  take: (message: StudyMessage) => void,
): Promise<void> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./study_thread.ts", import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(MEMORY_BYTES / 2 ** 20) },
  });
  let end = (): void => {};
  const timer = setTimeout(() => end(), LIMIT_MS);
  try {
    await new Promise<void>((resolve, reject) => {
      end = resolve;
      signal.addEventListener("abort", end, { once: true });
      worker.on("message", (message: StudyMessage) => {
        if (message.type === "done") resolve();
        else take(message);
      });
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`the study ended with code ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
    await worker.terminate();
  }
}
