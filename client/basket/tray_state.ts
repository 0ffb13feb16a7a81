// Whether the tray of the basket is folded into a chip.

import { createStore, useStore } from "#client/model/store.ts";

const folded = createStore(false);

export const { set: setTrayFolded } = folded;

export const useTrayFolded = (): boolean => useStore(folded);
