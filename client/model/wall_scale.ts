// How much larger everything is on a wall than on a desk.

import { createStore, useStore } from "./store.ts";

const scale = createStore(1);

/** The width in pixels at which a wall is as large as a desk. */
const DESK_PX = 1180;
const MOST = 4;

const LEAST = 1.15;

/** Sets the scale by the width of the window, to 1 where the page is no wall; gives it back. */
export function setWallScale(isWall: boolean): number {
  const next = isWall ? Math.min(MOST, Math.max(LEAST, window.innerWidth / DESK_PX)) : 1;
  scale.set(next);
  return next;
}

export const useWallScale = (): number => useStore(scale);
