// Says at the very end of a run which tests passed at the second try only, so that they get mended.

import type { Reporter, TestModule } from "vitest/node";

/** A line for each test that was tried more than once: its file, its name, and whether it passed in the end. */
function retriedIn(modules: readonly TestModule[]): string[] {
  const lines: string[] = [];
  for (const module of modules)
    for (const test of module.children.allTests()) {
      const tries = test.diagnostic()?.retryCount ?? 0;
      if (tries > 0) lines.push(`  ${module.relativeModuleId} > ${test.fullName}: ${test.result().state}`);
    }
  return lines;
}

/** Names what was tried again; below the summary of all others, since that is what is read. */
export class RetriedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = retriedIn(modules);
    if (lines.length === 0) return;
    process.once("exit", () => {
      process.stdout.write(`retried, to be mended (${lines.length}):\n${lines.join("\n")}\n`);
    });
  }
}
