// Whether a press on the map picks areas instead of opening them: a mode of the pointer, not of the link.

import { createStore, useStore } from "./store.ts";

export type Picking = "press" | "lasso" | null;

const picking = createStore<Picking>(null);

export const { get: getPicking, set: setPicking } = picking;

export const usePicking = (): Picking => useStore(picking);
