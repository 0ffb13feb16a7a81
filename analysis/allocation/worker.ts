// The thread of one run: takes a problem, reports how far it is, returns the outcome. It ends with its run.

import { parentPort, workerData } from "node:worker_threads";
import { capMemory } from "./memory_cap.ts";
import type { FromWorker, ToWorker } from "./worker_messages.ts";

const { task, stop, memoryBytes, seconds } = workerData as ToWorker;
const port = parentPort!;
const flag = new Int32Array(stop);
const send = (message: FromWorker): void => port.postMessage(message);

const isRefused = capMemory(memoryBytes);

const hooks = {
  onProgress: (objective: number, bound: number, nodes: number) =>
    send({ type: "progress", objective, bound, nodes }),
  ...(seconds !== null && { deadline: performance.now() + seconds * 1e3 }),
  isStopped: () => Atomics.load(flag, 0) !== 0,
};

// Loaded after the cap is set, since the solver takes its first memory when it is loaded.
async function outcomeOf(): Promise<FromWorker> {
  if (task.type === "location") {
    const { solveLocation } = await import("./location.ts");
    return { type: "location", outcome: await solveLocation(task.problem, hooks) };
  }
  const { solveBudget } = await import("./budget.ts");
  return { type: "budget", outcome: await solveBudget(task.problem, hooks) };
}

try {
  send(await outcomeOf());
} catch (error) {
  if (!isRefused()) throw error;
  throw new Error(
    `the solver needs more than the ${Math.round(memoryBytes / 2 ** 20)} MB that a run may have`,
    {
      cause: error,
    },
  );
}
