import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { retryNow, retryPause } from "./retry_policy.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether a wait has ended, after a time. */
async function hasEnded(wait: Promise<void>, ms: number): Promise<boolean> {
  let isOver = false;
  void wait.then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(ms);
  return isOver;
}

const never = new AbortController().signal;

it("waits longer after each failure in a row, a minute at most", async () => {
  for (const [failures, seconds] of [
    [1, 5],
    [2, 10],
    [3, 20],
    [5, 60],
    [50, 60],
  ] as const) {
    const wait = retryPause(failures, never);
    expect(await hasEnded(wait, seconds * 1000 - 1)).toBe(false);
    expect(await hasEnded(wait, 1)).toBe(true);
  }
});

it("ends every wait at once when the server is heard of again", async () => {
  const waits = [retryPause(3, never), retryPause(9, never)];
  retryNow();
  for (const wait of waits) expect(await hasEnded(wait, 0)).toBe(true);
});

it("never ends for whoever has given up", async () => {
  const abort = new AbortController();
  const wait = retryPause(1, abort.signal);
  abort.abort();
  retryNow();
  expect(await hasEnded(wait, 120_000)).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
