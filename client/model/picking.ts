// Whether a press on the map picks areas instead of opening them: a mode of the hand, not of the link.

import { useSyncExternalStore } from "react";

export type Picking = "press" | "lasso" | null;

let picking: Picking = null;
const listeners = new Set<() => void>();

export function setPicking(next: Picking): void {
  picking = next;
  for (const listener of listeners) listener();
}

export const getPicking = (): Picking => picking;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePicking = (): Picking => useSyncExternalStore(subscribe, getPicking);
