// When a wall display goes on, and to which view: it never stays at one that could not be loaded.

export interface WallState {
  /** Index of the view that is shown. */
  readonly at: number;
  /** When it was entered, later when it was whole, in milliseconds. */
  readonly since: number;
  /** Whether it has been whole since it was entered. */
  readonly isWhole: boolean;
  /** Views that have been whole before: without a connection only they can be shown. */
  readonly known: readonly number[];
  /** The one that was whole last; null before the first. */
  readonly last: number | null;
  /** Whether those that are not known are passed over for the rest of the round. */
  readonly skips: boolean;
  /** Whether a view could not be loaded, and none that was missing has been since. */
  readonly isAway: boolean;
}

/** After an address has changed, the screen takes a moment to ask for what it needs, in milliseconds. */
export const SETTLE_MS = 800;
/** A view that is not whole after this is left, in milliseconds. */
export const GIVE_UP_MS = 10_000;

export const firstState = (at: number, now: number): WallState => ({
  at,
  since: now,
  isWhole: false,
  known: [],
  last: null,
  skips: false,
  isAway: false,
});

const entered = (state: WallState, at: number, now: number): WallState => ({
  ...state,
  at,
  since: now,
  isWhole: false,
});

/** The view after the present one, or before it. A new round tries again what could not be loaded. */
export function step(state: WallState, by: 1 | -1, count: number, now: number): WallState {
  for (let steps = 1; steps < count; steps++) {
    const to = state.at + by * steps;
    const at = (to + count) % count;
    const skips = state.skips && to < count;
    if (!skips || state.known.includes(at)) return entered({ ...state, skips }, at, now);
  }
  return { ...state, since: now };
}

export interface Look {
  readonly now: number;
  /** Whether all that the screen asked for is there. */
  readonly isThere: boolean;
  readonly isPaused: boolean;
  readonly count: number;
  readonly seconds: number;
}

/** The state after a look at the screen. */
export function tick(state: WallState, { now, isThere, isPaused, count, seconds }: Look): WallState {
  const stayed = now - state.since;
  if (!state.isWhole && stayed < SETTLE_MS) return state;
  if (!state.isWhole && isThere)
    return {
      ...state,
      isWhole: true,
      since: now,
      last: state.at,
      known: [...new Set([...state.known, state.at])],
      isAway: state.isAway && state.known.includes(state.at),
    };
  if (!state.isWhole && stayed >= GIVE_UP_MS && state.last !== null && state.last !== state.at)
    return { ...entered(state, state.last, now), skips: true, isAway: true };
  if (state.isWhole && !isPaused && stayed >= seconds * 1000) return step(state, 1, count, now);
  return state;
}
