// Columns whose values the map is likely to need next, as announced by a time slider that plays, say.

import { createStore } from "./store.ts";

/** Each entry the columns of one content of the map, as `Fill.columns`. */
export type PrefetchColumns = readonly (readonly string[])[];

const wanted = createStore<PrefetchColumns>([]);

/** Lets every open map fetch the values of columns for the tiles in view. */
export const prefetch = (columns: PrefetchColumns): void => wanted.set(columns);

/** Calls `listener` with the columns to fetch; returns the function that unsubscribes it. */
export const subscribePrefetch = (listener: (columns: PrefetchColumns) => void): (() => void) =>
  wanted.subscribe(() => listener(wanted.get()));
