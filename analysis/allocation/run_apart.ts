// A run in a process of its own: whatever happens to it, from a kill to memory that runs out, it fails alone.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Outcome } from "./plan.ts";
import type { LocationProblem } from "./problem.ts";
import type { FromProcess, ToProcess } from "./process_messages.ts";
import type { RunOptions } from "./solve.ts";

const PROGRAM = fileURLToPath(new URL("./solver_process.ts", import.meta.url));

export interface ApartOptions extends RunOptions {
  /** Called with the id of the process. */
  readonly onProcess?: (pid: number) => void;
}

/** What the solver says of a location problem. Rejects when the run is cancelled, fails, is killed, or needs more memory than it may. */
export async function runLocationApart(
  problem: LocationProblem,
  options: ApartOptions = {},
): Promise<Outcome> {
  const { signal, stop, onProgress, onProcess, memoryBytes, seconds } = options;
  signal?.throwIfAborted();
  // Typed arrays and maps go as they are.
  const child = fork(PROGRAM, { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const say = (message: ToProcess): void => void child.send(message, () => undefined);
  const onStop = (): void => say({ type: "stop" });
  let onAbort = (): void => {};
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      onAbort = () => reject(signal!.reason as Error);
      signal?.addEventListener("abort", onAbort, { once: true });
      child.on("message", (message: FromProcess) => {
        if (message.type === "progress") onProgress?.(message);
        else if (message.type === "failed") reject(new Error(message.reason));
        else if (message.finished.type === "location") resolve(message.finished.outcome);
        else reject(new Error(`the run of a location problem returned a ${message.finished.type}`));
      });
      child.once("error", reject);
      child.once("exit", (code, killed) => reject(new Error(endOf(code, killed))));
      if (child.pid !== undefined) onProcess?.(child.pid);
      say({
        type: "start",
        task: { type: "location", problem },
        memoryBytes: memoryBytes ?? null,
        seconds: seconds ?? null,
      });
      stop?.addEventListener("abort", onStop, { once: true });
      if (stop?.aborted) onStop();
    });
  } finally {
    stop?.removeEventListener("abort", onStop);
    signal?.removeEventListener("abort", onAbort);
    child.removeAllListeners();
    child.on("error", () => undefined);
    child.kill("SIGKILL");
  }
}

const endOf = (code: number | null, killed: NodeJS.Signals | null): string =>
  killed === null
    ? `the solver's process ended with code ${code} before it had an answer`
    : `the solver's process was ended from outside (${killed}), perhaps because the machine ran out of memory`;
