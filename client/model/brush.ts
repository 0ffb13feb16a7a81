// The areas inside the brush on a chart: changes while the pointer moves, so it lives beside React and not in the URL.

import { createStore, useStore } from "./store.ts";

const NONE: ReadonlySet<string> = new Set();
const brushed = createStore(NONE);

/** Sets the codes of the brushed areas; an empty list clears. */
export const setBrushed = (codes: readonly string[]): void =>
  brushed.set(codes.length === 0 ? NONE : new Set(codes));

export const { get: getBrushed, subscribe: subscribeBrush } = brushed;

export const useBrushed = (): ReadonlySet<string> => useStore(brushed);
