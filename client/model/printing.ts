// Paper is white: while it is printed, the page and its map take the light theme.

import { flushSync } from "react-dom";
import { createStore, useStore } from "./store.ts";

const printing = createStore(false);

/** The page is printed as it stands when the event is over, so all must be drawn by then. */
const setPrinting = (isPrinting: boolean): void => flushSync(() => printing.set(isPrinting));

// With the first script, so that whoever listens for `beforeprint` later finds the page in light.
if (typeof window !== "undefined") {
  window.addEventListener("beforeprint", () => setPrinting(true));
  window.addEventListener("afterprint", () => setPrinting(false));
}

/** True while the page is being printed. */
export const usePrinting = (): boolean => useStore(printing);
