// Whether the client still waits for its answer.

import type { ServerResponse } from "node:http";

/** A signal that is given when the client leaves before it has its answer. */
export function clientGone(res: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) leaving.abort();
  });
  return leaving.signal;
}
