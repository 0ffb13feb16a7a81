// Which areas of the shown level meet the conditions: the map pales all others, the list leaves them out.

import { createStore, useStore } from "./store.ts";

export interface KeptAreas {
  readonly level: string;
  readonly codes: ReadonlySet<string>;
}

const kept = createStore<KeptAreas | null>(null);

export const { set: setKeptAreas } = kept;

/** The areas that meet the conditions; null where there are none to meet. */
export const useKeptAreas = (): KeptAreas | null => useStore(kept);
