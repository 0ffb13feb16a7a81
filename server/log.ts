// Structured logs on stderr; stdout is for what a program may wait for.

import { destination, pino, type Logger } from "pino";

export type { Logger } from "pino";

export const makeLog = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ dest: 2, sync: true }));
