// Progress for people: a line every two seconds at most.
import type { Progress } from "#domain/progress";
const EVERY_MS = 2_000;

/** Progress that writes lines to `stream`: what, how far, how long still. However often it is called, it costs a look at the clock. */
export function progressTo(
  stream: { write(text: string): unknown },
  now = () => performance.now(),
): Progress {
  let what: string | null = null;
  let started = 0;
  let written = Number.NEGATIVE_INFINITY;
  return (step) => {
    const at = now();
    if (step.what !== what) [what, started] = [step.what, at];
    if (at - written < EVERY_MS) return;
    written = at;
    if (step.total === null) {
      stream.write(`${step.what}${step.done > 0 ? `: ${step.done}` : " …"}\n`);
      return;
    }
    const leftMs = step.done > 0 ? ((at - started) / step.done) * (step.total - step.done) : 0;
    const left = leftMs >= 1_000 ? `, ${Math.round(leftMs / 1_000)} s left` : "";
    stream.write(`${step.what}: ${step.done} of ${step.total}${left}\n`);
  };
}
