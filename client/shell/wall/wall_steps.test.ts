import { expect, test } from "vitest";
import { GIVE_UP_MS, SETTLE_MS, firstState, step, tick } from "./wall_steps.ts";
import type { WallState } from "./wall_steps.ts";

const SECONDS = 20;

/** Looks at the screen twice a second; gives the views in the order in which they were entered. */
function watch(
  start: WallState,
  {
    count,
    forMs,
    isThere,
    isPaused = false,
  }: {
    readonly count: number;
    readonly forMs: number;
    readonly isThere: (at: number, now: number) => boolean;
    readonly isPaused?: boolean;
  },
): { readonly views: readonly number[]; readonly state: WallState } {
  let state = start;
  const views = [state.at];
  for (let now = start.since; now <= start.since + forMs; now += 500) {
    const next = tick(state, { now, isThere: isThere(state.at, now), isPaused, count, seconds: SECONDS });
    if (next.at !== state.at) views.push(next.at);
    state = next;
  }
  return { views, state };
}

test("goes round, each view for its time", () => {
  const { views } = watch(firstState(0, 0), { count: 3, forMs: 75_000, isThere: () => true });
  expect(views).toEqual([0, 1, 2, 0]);
});

test("counts the time of a view from when it is whole", () => {
  const isThere = (_at: number, now: number): boolean => now >= 8000;
  const { state } = watch(firstState(0, 0), { count: 2, forMs: 27_000, isThere });
  expect(state.at).toBe(0);
});

test("does not believe a screen that has not begun to ask", () => {
  const look = { isThere: true, isPaused: false, count: 2, seconds: SECONDS };
  expect(tick(firstState(0, 0), { ...look, now: SETTLE_MS - 1 }).isWhole).toBe(false);
  expect(tick(firstState(0, 0), { ...look, now: SETTLE_MS }).isWhole).toBe(true);
});

test("paused it stays, and goes on from there", () => {
  const paused = watch(firstState(0, 0), { count: 3, forMs: 90_000, isThere: () => true, isPaused: true });
  expect(paused.views).toEqual([0]);
  expect(step(paused.state, 1, 3, 0).at).toBe(1);
  expect(step(paused.state, -1, 3, 0).at).toBe(2);
});

test("without a connection it shows again what it has, and tries the rest once a round", () => {
  // The third view never arrives; the first two were there before.
  const isThere = (at: number): boolean => at !== 2;
  const { views, state } = watch(firstState(0, 0), { count: 3, forMs: 150_000, isThere });
  expect(views.slice(0, 7)).toEqual([0, 1, 2, 1, 0, 1, 2]);
  expect(state.known).toEqual([0, 1]);
});

test("a single view that does not come is waited for", () => {
  const { views, state } = watch(firstState(0, 0), {
    count: 1,
    forMs: 3 * GIVE_UP_MS,
    isThere: () => false,
  });
  expect(views).toEqual([0]);
  expect(state.isAway).toBe(false);
});
