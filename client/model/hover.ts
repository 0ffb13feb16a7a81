// The area under the pointer or the keyboard: changes 60 times a second, so it lives beside React and not in the URL.

import { useSyncExternalStore } from "react";
import { createStore, useStore } from "./store.ts";

export interface Hover {
  readonly code: string;
  /** In the data's default language; for areas whose record is not loaded. */
  readonly name: string | null;
  readonly from: "map" | "table";
  /** Pixels in the map's frame; null when it was not pointed at on the map. */
  readonly point: { readonly x: number; readonly y: number } | null;
  /** The area on the screen as [left, top, right, bottom] in pixels. */
  readonly box: readonly number[] | null;
}

const hover = createStore<Hover | null>(null);

export const { get: getHover, set: setHover, subscribe: subscribeHover } = hover;

/** The hovered area with the point, null for none. */
export const useHover = (): Hover | null => useStore(hover);

/** The code of the hovered area; moving inside one area renders nothing. */
export const useHoverCode = (): string | null =>
  useSyncExternalStore(hover.subscribe, () => hover.get()?.code ?? null);
