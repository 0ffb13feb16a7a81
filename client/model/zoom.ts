// The zoom of the map: moves with the wheel, so it lives beside React.

import { useSyncExternalStore } from "react";
import { getCamera } from "./location.ts";
import { createStore } from "./store.ts";

/** Null until there is a map. */
const zoom = createStore<number | null>(null);

export const setZoom = (at: number): void => zoom.set(at);

/** The whole zoom at which tiles are fetched; null until there is a map. */
export const useTileZoom = (): number | null =>
  useSyncExternalStore(zoom.subscribe, () => {
    const at = zoom.get() ?? getCamera()?.zoom ?? null;
    return at === null ? null : Math.floor(at);
  });

/** A value that depends on the zoom; renders again only when the value changes. */
export const useZoomed = <T>(select: (zoom: number) => T): T =>
  useSyncExternalStore(zoom.subscribe, () => select(zoom.get() ?? getCamera()?.zoom ?? 0));
