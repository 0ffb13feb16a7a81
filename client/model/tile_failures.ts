// Maps on which some values did not arrive: told by the maps, read by the line that says so.

import { useSyncExternalStore } from "react";

export interface TileFailure {
  /** The whole map still shows what was there before; else a part of it is missing. */
  readonly isOld: boolean;
  askAgain(): void;
}

const late = new Map<object, TileFailure>();
const listeners = new Set<() => void>();
let known: readonly TileFailure[] = [];

/** Says of a map that values failed to arrive; null once all are there. */
export function reportTileFailure(map: object, what: TileFailure | null): void {
  if (what?.isOld === late.get(map)?.isOld) return;
  if (what) late.set(map, what);
  else late.delete(map);
  known = [...late.values()];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Gives the maps that wait for values which failed to arrive. */
export const useTileFailures = (): readonly TileFailure[] => useSyncExternalStore(subscribe, () => known);
