// The zoom of the map: moves with the wheel, so it lives beside React.

import { useSyncExternalStore } from "react";
import { getCamera } from "./location.ts";
import { createStore } from "./store.ts";

/** Null until a map has said where it stands. */
const zoom = createStore<number | null>(null);

export const setZoom = (at: number): void => zoom.set(at);

/** Follows the whole zoom at which tiles are asked for; null until a map has said where it stands. */
export const useTileZoom = (): number | null =>
  useSyncExternalStore(zoom.subscribe, () => {
    const at = zoom.get() ?? getCamera()?.zoom ?? null;
    return at === null ? null : Math.floor(at);
  });

/** Follows what depends on the zoom; renders again only when that changes. */
export const useZoomed = <T>(select: (zoom: number) => T): T =>
  useSyncExternalStore(zoom.subscribe, () => select(zoom.get() ?? getCamera()?.zoom ?? 0));
