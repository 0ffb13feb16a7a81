// Structured logs on stderr; stdout is for what a program may wait for.

import { pino, type Logger } from "pino";
import { LogStream } from "./log_stream.ts";

export type { Logger } from "pino";

const stream = new LogStream(2);
process.once("exit", () => stream.flushNow());

export const makeLog = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);

/** Lines that no reader took, since the start. */
export const droppedLogLines = (): number => stream.droppedLines;

/** Ends the process when the log is written. Where its reader stands still, only a kill ends a write that hangs. */
export async function exitAfterLog(code: number): Promise<void> {
  await stream.drained();
  if (stream.isStalled) process.kill(process.pid, "SIGKILL");
  process.exit(code);
}
