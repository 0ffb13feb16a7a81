// The thread of one run: takes a problem, reports how far it is, returns the outcome. It ends with its run.

import { parentPort, workerData } from "node:worker_threads";
import { capMemory } from "./memory_cap.ts";
import type { FromWorker, ToWorker } from "./worker_messages.ts";

const { task, stop, memoryBytes, seconds } = workerData as ToWorker;
const port = parentPort!;
const flag = new Int32Array(stop);
const send = (message: FromWorker): void => port.postMessage(message);

capMemory(memoryBytes);

const hooks = {
  onProgress: (objective: number, bound: number, nodes: number) =>
    send({ type: "progress", objective, bound, nodes }),
  ...(seconds !== null && { deadline: performance.now() + seconds * 1e3 }),
  isStopped: () => Atomics.load(flag, 0) !== 0,
};

// Loaded after the cap is set, since the solver takes its first memory when it is loaded.
if (task.type === "location") {
  const { solveLocation } = await import("./location.ts");
  send({ type: "location", outcome: await solveLocation(task.problem, hooks) });
} else {
  const { solveBudget } = await import("./budget.ts");
  send({ type: "budget", outcome: await solveBudget(task.problem, hooks) });
}
