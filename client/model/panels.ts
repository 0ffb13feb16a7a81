// Which panels of the map are folded: kept for the device, not in the link.

import { keep, readKept } from "./device_storage.ts";
import { createStore, useStore } from "./store.ts";

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

const key = (side: Side): string => `village-lens:${side}-panel`;
const WORDS = { open: false, folded: true } as const;

const read = (side: Side): boolean | null => {
  const text = readKept("device", key(side));
  return text === "open" || text === "folded" ? WORDS[text] : null;
};

/** True when folded, false when open, null while the reader has not chosen, so that the width of the screen decides. */
const folded = { left: createStore(read("left")), right: createStore(read("right")) } as const;

/** Whether the reader has folded a panel; null while that is left to the screen. */
export const usePanelFolded = (side: Side): boolean | null => useStore(folded[side]);

export function setPanelFolded(side: Side, isFolded: boolean): void {
  keep("device", key(side), isFolded ? "folded" : "open");
  folded[side].set(isFolded);
}
