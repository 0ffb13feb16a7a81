// What basket and filters were before each change, so that a change can be taken back from anywhere.

import { createStore, useStore } from "./store.ts";
import type { View } from "./view.ts";

export type Undoable = Pick<View, "set" | "setName" | "card" | "where">;

/** Steps that are kept. */
const MOST_STEPS = 50;

const steps = createStore<readonly Undoable[]>([]);

/** Whether two are equal but for the card, which is no change of what is held. */
const isSame = (a: Undoable, b: Undoable): boolean =>
  JSON.stringify({ ...a, card: null }) === JSON.stringify({ ...b, card: null });

/** Keeps what stood before a change. */
export const rememberStep = (before: Undoable): void =>
  steps.set([...steps.get(), before].slice(-MOST_STEPS));

/** What the last change that made a difference replaced, which is then forgotten; null where nothing is left. */
export function takeBack(now: Undoable): Undoable | null {
  const left = [...steps.get()];
  let before = left.pop();
  while (before && isSame(before, now)) before = left.pop();
  steps.set(left);
  return before ?? null;
}

/** Whether something can be taken back. */
export const useCanUndo = (): boolean => useStore(steps).length > 0;
