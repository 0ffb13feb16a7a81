// Maps whose tiles failed to load: reported by the maps, shown by the notice.

import { createStore, useStore } from "./store.ts";

export interface TileFailure {
  /** True: the whole map still shows what was there before; false: a part of it is missing. */
  readonly isOld: boolean;
  askAgain(): void;
}

const failureOf = new Map<object, TileFailure>();
const failures = createStore<readonly TileFailure[]>([]);

/** Records that tiles of a map failed to load; null once all are there. */
export function reportTileFailure(map: object, failure: TileFailure | null): void {
  if (failure?.isOld === failureOf.get(map)?.isOld) return;
  if (failure) failureOf.set(map, failure);
  else failureOf.delete(map);
  failures.set([...failureOf.values()]);
}

/** The failures of all open maps. */
export const useTileFailures = (): readonly TileFailure[] => useStore(failures);
