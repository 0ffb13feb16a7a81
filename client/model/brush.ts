// The areas that a brush on a chart takes in: changes while the pointer moves, so it lives beside React and not in the URL.

import { useSyncExternalStore } from "react";

const NONE: ReadonlySet<string> = new Set();
let brushed: ReadonlySet<string> = NONE;
const listeners = new Set<() => void>();

/** Sets the codes of the brushed areas; none clears. */
export function setBrushed(codes: readonly string[]): void {
  if (codes.length === 0 && brushed.size === 0) return;
  brushed = codes.length === 0 ? NONE : new Set(codes);
  for (const listener of listeners) listener();
}

export const getBrushed = (): ReadonlySet<string> => brushed;

export function subscribeBrush(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useBrushed = (): ReadonlySet<string> => useSyncExternalStore(subscribeBrush, getBrushed);
