// What is decided of each count of a period, while its bundles are protected one after the other.

import type { Count } from "./counts.ts";

/** What is decided of a count: what is hidden, and how far up either attacker must think its cells can be. */
export interface Decided {
  readonly hidden: Uint8Array;
  readonly reach: { readonly plain: Float64Array; readonly informed: Float64Array } | null;
}

export type Patterns = ReadonlyMap<Count, Decided>;

/** How many cells a pattern hides. */
export const size = (hidden: Uint8Array): number => hidden.reduce((sum, own) => sum + own, 0);
