// The thread that studies a question beside its answer: the curve with floors and without, other plans that are nearly as good.

import { parentPort, workerData } from "node:worker_threads";
import { capMemory } from "#analysis/allocation/memory_cap";
import type { StudyInput, StudyMessage } from "./study_messages.ts";

const { problem, standing, most, budgets, best, memoryBytes } = workerData as StudyInput;
const port = parentPort!;
const send = (message: StudyMessage): void => port.postMessage(message);

capMemory(memoryBytes);
// Loaded after the cap is set, since the solver takes its first memory when it is loaded.
const { solveLocation } = await import("#analysis/allocation/location");
const { curveOf, kneeOf, moneyCurve } = await import("#analysis/allocation/curve");
const { alternativesTo } = await import("#analysis/allocation/alternatives");
const { checkPlan } = await import("#analysis/allocation/check");
const { isSolution } = await import("#analysis/allocation/plan");
const { floors } = problem;

/** Solves, and answers with nothing that the checker refuses. */
async function solve(asked: typeof problem) {
  const outcome = await solveLocation(asked);
  const wrong = isSolution(outcome) ? checkPlan(asked, outcome) : [];
  if (wrong.length > 0) throw new Error(`the checker refuses a plan of the curve: ${wrong[0]}`);
  return outcome;
}

const all = standing + most;
const bySites = (asked: typeof problem, type: "fair" | "free") =>
  curveOf(asked, all, solve, ({ p, objective, gap }) => {
    if (p > standing)
      send({ type, value: { fen: null, sites: p - standing, objective, isProven: gap === 0 } });
  });
const byMoney = (asked: typeof problem, type: "fair" | "free") =>
  moneyCurve(asked, budgets!, solve, (fen, plan) =>
    send({
      type,
      value: {
        fen,
        sites: plan ? plan.open.length - standing : 0,
        objective: plan?.objective ?? null,
        isProven: plan?.isProven ?? false,
      },
    }),
  );

const free = { ...problem, floors: new Map() };
if (budgets === null) {
  const fair = await bySites(problem, "fair");
  const knee = kneeOf(fair.filter(({ p }) => p > standing));
  send({ type: "knee", sites: knee === null ? null : knee - standing });
  if (floors.size > 0) await bySites(free, "free");
} else {
  await byMoney(problem, "fair");
  if (floors.size > 0) await byMoney(free, "free");
}
send({ type: "alternatives", plans: (await alternativesTo(problem, best, solve)).slice(0, 5) });
send({ type: "done" });
