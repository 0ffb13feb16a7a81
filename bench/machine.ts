// The machine and the moment: without them no figure means anything.

import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";

export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  readonly database: string;
  /** Mean number of running programs in the minute before the start; above 0, somebody else worked too. */
  readonly loadBefore: number;
  /** Commit of the code, with "+" when files were changed since; null outside a repository. */
  readonly commit: string | null;
}

function commitNow(): string | null {
  const git = (...words: string[]): string =>
    execFileSync("git", words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const isChanged = git("status", "--porcelain", "--untracked-files=no") !== "";
    return `${git("rev-parse", "--short", "HEAD")}${isChanged ? "+" : ""}`;
  } catch {
    return null;
  }
}

/** Looks at the machine; to be called before anything else works. */
export const machineNow = (): Omit<Machine, "database"> => ({
  cores: availableParallelism(),
  cpu: cpus()[0]?.model.trim() ?? "unknown",
  memoryBytes: totalmem(),
  system: `${platform()} ${release()}`,
  node: process.version,
  loadBefore: loadavg()[0]!,
  commit: commitNow(),
});
