// The facility under the pointer: it changes with every move, so it lives beside React and not in the URL.

import type { Text } from "#domain/text";
import { createStore, useStore } from "./store.ts";

export interface HoveredFacility {
  readonly code: string;
  readonly kind: string;
  readonly names: Text;
  /** Pixels in the map's frame. */
  readonly at: { readonly x: number; readonly y: number };
}

const hovered = createStore<HoveredFacility | null>(null);

export const { set: setHoveredFacility } = hovered;

export const useHoveredFacility = (): HoveredFacility | null => useStore(hovered);
