// Where the tasks of cutting run: on worker threads, or inline in the calling one.

import { Piscina } from "piscina";
import { buffersOf } from "./packed.ts";
import { runTask, type Task } from "./tasks.ts";

/** Runs tasks, up to `size` of them at a time. */
export interface WorkerPool {
  /** Resolves when the task is done; rejects with what it threw. */
  run(task: Task): Promise<void>;
  readonly size: number;
  close(): Promise<void>;
}

/** Runs every task in the calling thread. */
export const inline: WorkerPool = { run: runTask, size: 1, close: () => Promise.resolve() };

/** A pool of `size` worker threads, which start at once. The areas of a task are moved to its thread, not copied. */
export function startWorkerPool(size: number): WorkerPool {
  const pool = new Piscina<Task, void>({
    filename: new URL("./tasks.ts", import.meta.url).href,
    name: runTask.name,
    minThreads: size,
    maxThreads: size,
    execArgv: [],
  });
  return {
    size,
    run: (task) =>
      pool.run(task, {
        transferList: task.kind === "cut" ? (buffersOf(task.batch.areas) as ArrayBuffer[]) : [],
      }),
    close: () => pool.destroy(),
  };
}
