// CPU time of this process and of the database's backends, so that other work on the machine counts for little.

import { readFileSync } from "node:fs";

/** Nanoseconds on a core of a process with one thread; null where the system does not tell. */
function backendNanoseconds(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return null;
  }
}

/** Seconds of CPU spent so far by this process and by `pids`; wall time where the system does not tell. */
export function cpuSeconds(pids: readonly number[] = []): number {
  const backends = pids.map(backendNanoseconds);
  if (backends.includes(null)) return performance.now() / 1e3;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + backends.reduce<number>((sum, time) => sum + time!, 0) / 1e9;
}

/** Seconds of CPU that another process has spent on all its threads; not a number where the system does not tell. */
export function processCpuSeconds(pid: number): number {
  try {
    // User and system time are the 12th and 13th fields after the name, in hundredths of a second.
    const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .split(") ")
      .at(-1)!
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return Number.NaN;
  }
}
