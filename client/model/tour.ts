// Where the reader stands in the first visit: the welcome, a stop of the tour, or done with both for good.

import { keep, readKept } from "./device_storage.ts";
import { createStore, useStore } from "./store.ts";

export const STOPS = ["place", "sentence", "legend", "card"] as const;
export type Stop = (typeof STOPS)[number];

export type TourState = "welcome" | Stop | null;

/** What a device keeps once its reader has been welcomed. */
export const WELCOMED = { key: "village-lens:tour", text: "seen" } as const;

const state = createStore<TourState>(
  typeof window === "undefined" || readKept("device", WELCOMED.key) === WELCOMED.text ? null : "welcome",
);

export const useTour = (): TourState => useStore(state);

/** Goes to a stop; the welcome is over then. */
export function goToStop(stop: Stop): void {
  keep("device", WELCOMED.key, WELCOMED.text);
  state.set(stop);
}

/** Ends welcome and tour; neither comes by itself again. */
export function endTour(): void {
  keep("device", WELCOMED.key, WELCOMED.text);
  state.set(null);
}
