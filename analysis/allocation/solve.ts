// A run in a thread of its own: it can be watched, stopped with what there is, cancelled, and can take no more memory than its cap.

import { Worker } from "node:worker_threads";
import type { BudgetOutcome, BudgetProblem } from "./budget_problem.ts";
import type { Outcome } from "./plan.ts";
import type { LocationProblem } from "./problem.ts";
import type { FromWorker, Task, ToWorker } from "./worker_messages.ts";

/** Memory of a run: of the solver, and of the thread beside it. */
const MEMORY_BYTES = 2 * 2 ** 30;

export interface RunProgress {
  /** Of the best plan so far; NaN before there is one. */
  readonly objective: number;
  /** No plan is better than this. */
  readonly bound: number;
  readonly nodes: number;
}

export interface RunOptions {
  readonly onProgress?: (progress: RunProgress) => void;
  /** Cancels the run: it ends at once and its promise is rejected. */
  readonly signal?: AbortSignal;
  /** Ends the run with the best plan so far. */
  readonly stop?: AbortSignal;
  readonly memoryBytes?: number;
  /** Ends the run with the best plan so far after these seconds; such a plan may differ from machine to machine. */
  readonly seconds?: number;
}

export type Finished = Exclude<FromWorker, { readonly type: "progress" }>;

/** What the solver says of a location problem. Rejects when the run is cancelled, fails, or needs more memory than it may. */
export async function runLocation(problem: LocationProblem, options: RunOptions = {}): Promise<Outcome> {
  const finished = await runTask({ type: "location", problem }, options);
  if (finished.type !== "location")
    throw new Error(`the run of a location problem returned a ${finished.type}`);
  return finished.outcome;
}

/** What the solver says of a budget. Rejects when the run is cancelled, fails, or needs more memory than it may. */
export async function runBudget(problem: BudgetProblem, options: RunOptions = {}): Promise<BudgetOutcome> {
  const finished = await runTask({ type: "budget", problem }, options);
  if (finished.type !== "budget") throw new Error(`the run of a budget returned a ${finished.type}`);
  return finished.outcome;
}

const outOfMemory = (memoryBytes: number, cause: Error): Error =>
  new Error(`the solver needs more than the ${Math.round(memoryBytes / 2 ** 20)} MB that a run may have`, {
    cause,
  });

/** What the solver says of a task, from a thread of its own. */
export async function runTask(
  task: Task,
  { onProgress, signal, stop, memoryBytes = MEMORY_BYTES, seconds }: RunOptions,
): Promise<Finished> {
  signal?.throwIfAborted();
  const flag = new SharedArrayBuffer(4);
  const workerData: ToWorker = { task, stop: flag, memoryBytes, seconds: seconds ?? null };
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memoryBytes / 2 ** 20) },
  });
  const onStop = (): void => void Atomics.store(new Int32Array(flag), 0, 1);
  if (stop?.aborted) onStop();
  stop?.addEventListener("abort", onStop, { once: true });
  let onAbort = (): void => {};
  try {
    return await new Promise<Finished>((resolve, reject) => {
      onAbort = () => reject(signal!.reason as Error);
      signal?.addEventListener("abort", onAbort, { once: true });
      worker.on("message", (message: FromWorker) => {
        if (message.type === "progress") onProgress?.(message);
        else resolve(message);
      });
      worker.once("error", (error: NodeJS.ErrnoException) =>
        reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? outOfMemory(memoryBytes, error) : error),
      );
      worker.once("exit", (code) =>
        reject(new Error(`the run ended with code ${code} before it had an answer`)),
      );
    });
  } finally {
    stop?.removeEventListener("abort", onStop);
    signal?.removeEventListener("abort", onAbort);
    await worker.terminate();
  }
}
