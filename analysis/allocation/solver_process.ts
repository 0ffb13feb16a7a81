// The process of one run: its thread solves, while this one receives the stop. It ends with its run, and with the process that started it.

import type { FromProcess, ToProcess } from "./process_messages.ts";
import { runTask } from "./solve.ts";

const stop = new AbortController();

/** Sends, and waits until it is on its way. */
const send = (message: FromProcess): Promise<void> =>
  new Promise((resolve) => process.send!(message, () => resolve()));

process.on("disconnect", () => process.exit(1));
process.on("message", (message: ToProcess) => {
  if (message.type === "stop") {
    stop.abort();
    return;
  }
  const { task, memoryBytes, seconds } = message;
  runTask(task, {
    stop: stop.signal,
    onProgress: (progress) => void send({ ...progress, type: "progress" }),
    ...(memoryBytes !== null && { memoryBytes }),
    ...(seconds !== null && { seconds }),
  })
    .then((finished) => send({ type: "finished", finished }))
    .catch((error: unknown) =>
      send({ type: "failed", reason: error instanceof Error ? error.message : String(error) }),
    )
    .finally(() => process.exit());
});
