// Which class of the legend stands out on the map: the one under the pointer, else the one that was pressed.

import { createStore, useStore } from "./store.ts";
import type { ClassPick } from "./fill.ts";

const hovered = createStore<ClassPick | null>(null);
const chosen = createStore<ClassPick | null>(null);

export const setHoveredClass = hovered.set;

/** Presses a class: it stands out until it is pressed again. */
export const toggleChosenClass = (pick: ClassPick): void => chosen.set(chosen.get() === pick ? null : pick);

export const clearClassPicks = (): void => {
  hovered.set(null);
  chosen.set(null);
};

export const useHoveredClass = (): ClassPick | null => useStore(hovered);
export const useChosenClass = (): ClassPick | null => useStore(chosen);
