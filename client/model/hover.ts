// The area under the pointer or the keyboard: moves at 60 Hz, so it lives beside React and not in the URL.

import { useSyncExternalStore } from "react";

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

let hover: Hover | null = null;
const listeners = new Set<() => void>();

/** Sets what is hovered; the same area again only moves the point. */
export function setHover(next: Hover | null): void {
  if (next === hover) return;
  hover = next;
  for (const listener of listeners) listener();
}

export function subscribeHover(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const getHover = (): Hover | null => hover;

/** Follows the whole hover, point included. */
export const useHover = (): Hover | null => useSyncExternalStore(subscribeHover, getHover);

/** Follows only the code, so that moving inside one area renders nothing. */
export const useHoverCode = (): string | null =>
  useSyncExternalStore(subscribeHover, () => getHover()?.code ?? null);
