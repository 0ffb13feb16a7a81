// Every end-to-end file begins with this: it waits until the app that `app.ts` started is ready.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";

const PATIENCE_MS = 240_000;

const appLog = inject("appLog");
for (const begun = performance.now(); appLog !== null; await sleep(100)) {
  const output = readFileSync(appLog, "utf8");
  if (/^ready http/m.test(output)) break;
  if (/^ended with /m.test(output)) throw new Error(`the app ended before it was ready:\n${output}`);
  if (performance.now() - begun > PATIENCE_MS) throw new Error(`the app is not ready in time:\n${output}`);
}
