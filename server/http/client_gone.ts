// Whether anybody still waits for an answer.

import type { ServerResponse } from "node:http";

const LEAVING = new WeakMap<ServerResponse, AbortController>();

/** A signal that is given when the client leaves before it has its answer, or a problem that there will be none. */
export function clientGone(res: ServerResponse): AbortSignal {
  return leavingOf(res).signal;
}

/** Aborts the work for an answer that nobody waits for any more. */
export function giveUp(res: ServerResponse): void {
  leavingOf(res).abort();
}

function leavingOf(res: ServerResponse): AbortController {
  const known = LEAVING.get(res);
  if (known) return known;
  const leaving = new AbortController();
  LEAVING.set(res, leaving);
  res.once("close", () => {
    if (!res.writableFinished) leaving.abort();
  });
  return leaving;
}
