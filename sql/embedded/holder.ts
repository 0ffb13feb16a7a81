// Who holds the embedded database of a data directory: a record that only one process can write, and that a dead one cannot keep.

import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot and start time of the process; null where the system does not tell. */
  readonly startedAt: string | null;
}

export interface Holder {
  /** The process that has the data directory open. */
  readonly child: ProcessIdentity;
  /** The process that started it and with which it ends. */
  readonly owner: ProcessIdentity;
  /** Directory of the socket `.s.PGSQL.5432`. */
  readonly socketDirectory: string;
}

const RECORD = /^holder\.(\d+)\.json$/;

/** The process that `pid` is now; null when there is none. */
export function identify(pid: number): ProcessIdentity | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return { pid, startedAt: `${boot}/${fields[19]}` };
  } catch {
    return { pid, startedAt: null };
  }
}

/** Whether the very process is still running. */
export function isRunning(earlier: ProcessIdentity): boolean {
  const now = identify(earlier.pid);
  return (
    now !== null &&
    (now.startedAt === earlier.startedAt || now.startedAt === null || earlier.startedAt === null)
  );
}

/** Path of the socket in `directory`, named as `psql -h directory` looks for it. */
export function socketPath(directory: string): string {
  return join(directory, ".s.PGSQL.5432");
}

/** Whether somebody answers on the socket in `directory`. */
export function answers(directory: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath(directory));
    const end = (isUp: boolean): void => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

function newest(runDirectory: string): { number: number; holder: Holder | null } {
  const numbers = readdirSync(runDirectory).map((name) => Number(RECORD.exec(name)?.[1] ?? 0));
  const number = Math.max(0, ...numbers);
  if (number === 0) return { number, holder: null };
  try {
    return {
      number,
      holder: JSON.parse(readFileSync(join(runDirectory, `holder.${number}.json`), "utf8")) as Holder,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return newest(runDirectory);
    throw error;
  }
}

async function isHeld(holder: Holder): Promise<boolean> {
  // The socket tells of a holder in another container, whose process number means nothing here.
  return isRunning(holder.child) || (await answers(holder.socketDirectory));
}

/** Finds who holds the database of `runDirectory` now; null when nobody does. */
export async function currentHolder(runDirectory: string): Promise<Holder | null> {
  const { holder } = newest(runDirectory);
  return holder && (await isHeld(holder)) ? holder : null;
}

/**
 * Makes `holder` the holder; returns null, or the holder that was there first.
 *
 * Records are numbered and the highest counts. A new one may follow only a dead one, is created with its content in one step
 * (a link), and lower ones are removed afterwards: of two processes that saw the same dead record one wins, and a late one
 * finds a higher number than its own.
 */
export async function takeHold(runDirectory: string, holder: Holder): Promise<Holder | null> {
  const draft = join(runDirectory, `draft.${process.pid}`);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    for (;;) {
      const before = newest(runDirectory);
      if (before.holder && (await isHeld(before.holder))) return before.holder;
      const number = before.number + 1;
      const record = join(runDirectory, `holder.${number}.json`);
      try {
        linkSync(draft, record);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
        throw error;
      }
      if (newest(runDirectory).number > number) {
        rmSync(record);
        continue;
      }
      for (const name of readdirSync(runDirectory))
        if (Number(RECORD.exec(name)?.[1] ?? number) < number)
          rmSync(join(runDirectory, name), { force: true });
      return null;
    }
  } finally {
    rmSync(draft, { force: true });
  }
}
