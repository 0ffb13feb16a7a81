// Long loops that let other requests have their turn.

import { setImmediate as nextTurn } from "node:timers/promises";

/** How long a piece of work may keep the thread. */
const SLICE_MS = 15;

/** Ends a slice when it has lasted long enough: `await turns.pass()` inside a loop costs a look at the clock. */
export class Turns {
  #since = performance.now();

  async pass(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await nextTurn();
    this.#since = performance.now();
  }
}
