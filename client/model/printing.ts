// Paper is white: while it is printed, the page and its map take the light theme. What has to be drawn for paper is drawn before.

import { flushSync } from "react-dom";
import { createStore, useStore } from "./store.ts";

const printing = createStore(false);
const preparing = createStore(false);

/** Draws for paper. */
export type Preparation = () => Promise<void>;
const preparations = new Set<Preparation>();

/** Between the events of the browser before and after printing. */
let isAtPrinter = false;

/** The page is printed as it stands when the event is over, so all must be drawn by then. */
const setPrinting = (isPrinting: boolean): void => flushSync(() => printing.set(isPrinting));

/** Has something drawn before each printing that begins on the page; returns the way to stop that. */
export function prepareBeforePrinting(preparation: Preparation): () => void {
  preparations.add(preparation);
  return () => void preparations.delete(preparation);
}

/** Draws what paper needs, and prints the page. */
export async function printPage(): Promise<void> {
  if (preparing.get()) return;
  if (preparations.size === 0) return window.print();
  flushSync(() => preparing.set(true));
  setPrinting(true);
  try {
    await Promise.all([...preparations].map((prepare) => prepare()));
    flushSync(() => preparing.set(false));
    window.print();
  } finally {
    preparing.set(false);
    // Some browsers go on before the page is at the printer, and say later when it is done.
    if (!isAtPrinter) setPrinting(false);
  }
}

// With the first script, so that whoever listens for `beforeprint` later finds the page in light.
if (typeof window !== "undefined") {
  window.addEventListener("beforeprint", () => {
    isAtPrinter = true;
    setPrinting(true);
  });
  window.addEventListener("afterprint", () => {
    isAtPrinter = false;
    setPrinting(false);
  });
  // The browser's own key would print before the map is drawn for paper.
  window.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isPrintKey = key.toLowerCase() === "p" && (ctrlKey || metaKey) && !altKey && !shiftKey;
    if (!isPrintKey || preparations.size === 0) return;
    event.preventDefault();
    void printPage();
  });
}

/** True while the page is being printed, and while its map is drawn for that. */
export const usePrinting = (): boolean => useStore(printing);

/** True while something is drawn for paper. */
export const usePreparingPrint = (): boolean => useStore(preparing);
