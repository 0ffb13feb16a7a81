// Progress for people: one line per step on a terminal, a line now and then elsewhere.

import type { Progress } from "#domain/dataset";

const EVERY_MS = 2_000;

/** Gives a Progress that writes to `stream`: what, how far, how long still. */
export function progressTo(stream: { write(text: string): unknown }): Progress {
  let what = "";
  let started = 0;
  let told = 0;
  return (step) => {
    const now = performance.now();
    if (step.what !== what) {
      what = step.what;
      started = now;
      told = 0;
    }
    const isEnd = step.total !== null && step.done >= step.total;
    if (now - told < EVERY_MS && !isEnd) return;
    if (isEnd && told === 0 && now - started < EVERY_MS && started !== now) {
      stream.write(`${what}: done\n`);
      told = now;
      return;
    }
    told = now;
    if (step.total === null) {
      stream.write(`${what}${step.done > 0 ? `: ${step.done}` : " …"}\n`);
      return;
    }
    const left = step.done > 0 ? ((now - started) / step.done) * (step.total - step.done) : 0;
    const still = isEnd || left < 1_000 ? "" : `, ${Math.round(left / 1_000)} s left`;
    stream.write(`${what}: ${step.done} of ${step.total}${still}\n`);
  };
}
