// The map as a picture: whoever draws one map says here how it is copied.

import { createStore, useStore } from "./store.ts";

export type TakeMapPicture = () => HTMLCanvasElement | null;

const taker = createStore<TakeMapPicture | null>(null);

/** Offers a way to copy the map; gives the way to withdraw it. */
export function offerMapPicture(take: TakeMapPicture): () => void {
  taker.set(take);
  return () => {
    if (taker.get() === take) taker.set(null);
  };
}

/** The way to copy the map, framed between its cards; null while none is drawn. */
export const useMapPicture = (): TakeMapPicture | null => useStore(taker);
