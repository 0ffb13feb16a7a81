// Peak memory of processes.

import { readFileSync, writeFileSync } from "node:fs";

/** The most memory that a process held, in bytes; null where the system does not tell (only Linux does). */
export function peakBytes(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** Forgets this process's peak so far; where that cannot be done the peak stays that of its whole life. */
export function resetPeak(): void {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // Not Linux, or not allowed: the figure is then an upper bound.
  }
}

/** The most memory that this process held since `resetPeak`, in bytes. */
export const ownPeakBytes = (): number => peakBytes(process.pid) ?? process.resourceUsage().maxRSS * 1024;
