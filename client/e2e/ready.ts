// Every end-to-end file begins with this: it waits until the app that `app.ts` started is ready.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";

const PATIENCE_MS = 240_000;

async function untilReady(appLog: string): Promise<void> {
  for (const begun = performance.now(); ; await sleep(100)) {
    const output = readFileSync(appLog, "utf8");
    if (/^ready http/m.test(output)) return;
    if (/^ended with /m.test(output)) throw new Error(`the app ended before it was ready:\n${output}`);
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`the app is not ready in time:\n${output}`);
  }
}

const appLog = inject("appLog");
if (appLog !== null) await untilReady(appLog);
