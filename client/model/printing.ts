// Paper is white: while it is printed, the page and its map take the light theme.

import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

let isPrinting = false;
const listeners = new Set<() => void>();

/** The page is taken as it stands when the event is over, so all must be drawn by then. */
function turn(to: boolean): void {
  isPrinting = to;
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

// With the first script, so that whoever listens for `beforeprint` later finds the page in light.
window.addEventListener("beforeprint", () => turn(true));
window.addEventListener("afterprint", () => turn(false));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the page is being printed. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => isPrinting);
