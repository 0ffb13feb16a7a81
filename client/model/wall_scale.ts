// How much larger everything is on a wall than on a desk.

import { createStore, useStore } from "./store.ts";

const scale = createStore(1);

/** The width in pixels at which a wall is as large as a desk. */
const DESK_PX = 1180;
const MOST = 4;

export const setWallScale = (isWall: boolean): void =>
  scale.set(isWall ? Math.min(MOST, Math.max(1.15, window.innerWidth / DESK_PX)) : 1);

export const useWallScale = (): number => useStore(scale);
