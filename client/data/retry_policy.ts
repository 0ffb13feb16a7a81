// When it is worth asking a server again that did not answer: after a pause that grows, and at once when it is heard of again.

/** Milliseconds after the first failure; each further one in a row doubles them. */
const FIRST_MS = 5000;
const MOST_MS = 60_000;

const waiting = new Set<() => void>();

/** Lets everybody who waits ask at once: the server, or the way to it, is there again. */
export function retryNow(): void {
  for (const goOn of waiting) goOn();
}

/** Resolves when it is worth asking again after so many failures in a row; never when the signal is aborted before. */
export const retryPause = (failures: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      waiting.delete(goOn);
      signal.removeEventListener("abort", end);
    };
    const goOn = (): void => {
      end();
      resolve();
    };
    const timer = setTimeout(goOn, Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1)));
    waiting.add(goOn);
    signal.addEventListener("abort", end);
  });
