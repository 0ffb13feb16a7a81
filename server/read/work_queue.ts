// Work that is heavy for the database: one piece at a time, and few that wait.

import { ProblemError, RETRY_AFTER_SECONDS } from "#server/errors";

export class WorkQueue {
  readonly #maxWaiting: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(maxWaiting: number) {
    this.#maxWaiting = maxWaiting;
  }

  /** What `work` gives when its turn has come; throws a 503 where too many wait, and nothing is done where nobody waits for it any more. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#waiting > this.#maxWaiting)
      throw new ProblemError(
        503,
        "server busy",
        `${this.#maxWaiting} questions of this kind wait already: try again in ${RETRY_AFTER_SECONDS} s`,
      );
    this.#waiting++;
    const turn = this.#last.then(() => {
      signal.throwIfAborted();
      return work();
    });
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }
}
