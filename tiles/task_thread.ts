// A thread that does one step after the other.

import { parentPort } from "node:worker_threads";
import { doStep, type Step } from "./tasks.ts";
import type { StepEnd } from "./worker_pool.ts";

const port = parentPort!;
port.on("message", (step: Step) => {
  doStep(step).then(
    () => port.postMessage({ error: null } satisfies StepEnd),
    (error: Error) => port.postMessage({ error } satisfies StepEnd),
  );
});
