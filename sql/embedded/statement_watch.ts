// Watches the one backend from outside: a statement past its limit, or one that nobody works on any more, is beyond help in the
// thread that runs it.

import type { Worker } from "node:worker_threads";

const LOOK_MS = 500;
/** Looks in a row at which the thread did nothing while a statement was under way. */
const IDLE_LOOKS = 6;
/** Share of a look in which a thread that waits for its event loop is active all the same. */
const HARDLY_ACTIVE = 0.01;

/** What is being run. */
export interface Running {
  /** Null for no limit. */
  readonly limitMs: number | null;
  /** For the last words; without any value of the statement. */
  readonly what: string;
}

export interface StatementWatch {
  /** A statement begins; `ended` is called when it has been answered. */
  begin(running: Running): { ended(): void };
  stop(): void;
}

/** Watches `backend`; calls `onFault` once, with what is wrong. */
export function watchStatements(
  backend: Pick<Worker, "performance">,
  onFault: (fault: string) => void,
): StatementWatch {
  let current: (Running & { readonly since: number }) | null = null;
  let idleLooks = 0;
  let before = backend.performance.eventLoopUtilization();
  const look = (): void => {
    const now = backend.performance.eventLoopUtilization();
    const { utilization } = backend.performance.eventLoopUtilization(now, before);
    before = now;
    if (!current) return;
    idleLooks = utilization < HARDLY_ACTIVE ? idleLooks + 1 : 0;
    const { limitMs, what, since } = current;
    const isLate = limitMs !== null && performance.now() - since > limitMs;
    if (!isLate && idleLooks < IDLE_LOOKS) return;
    clearInterval(timer);
    onFault(
      isLate ? `a statement took longer than ${limitMs / 1000} s: ${what}` : `a statement hangs: ${what}`,
    );
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    begin(running) {
      current = { ...running, since: performance.now() };
      idleLooks = 0;
      return { ended: () => void (current = null) };
    },
    stop: () => clearInterval(timer),
  };
}
