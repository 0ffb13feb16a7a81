// Primary suppression: which cells the rules hide, and what somebody who knows the rules then knows of them.

import { NO_BOUND, type Bounds } from "./tree.ts";

/** Narrows the bounds of a cell. */
export function narrow({ low, high }: Bounds, cell: number, least: number, most: number): void {
  if (least > low[cell]!) low[cell] = least;
  if (most < high[cell]!) high[cell] = most;
}

/** A pattern of hidden cells, and the bounds that the rules give away. */
export interface Primary {
  readonly pattern: Uint8Array;
  readonly informed: Bounds;
}

/**
 * Hides counts from 1 to k − 1. `behind` says how many people stand behind each cell, the count itself where it counts them
 * (`isCount`): only then is its size known to who knows the rule.
 */
export function hideSmall(
  { pattern, informed }: Primary,
  value: Float64Array,
  {
    behind,
    isCount,
    k,
  }: { readonly behind: Float64Array | null; readonly isCount: boolean; readonly k: number },
): void {
  if (k === 0) return;
  for (let cell = 0; cell < value.length; cell++) {
    const people = behind ? behind[cell]! : NaN;
    // Money without people: nobody knows whose it is.
    const isSmall = people === 0 ? value[cell] !== 0 : !(people >= k);
    if (!isSmall || pattern[cell] === 1) continue;
    pattern[cell] = 1;
    if (isCount) narrow(informed, cell, 1, k - 1);
    else if (value[cell]! > 0) narrow(informed, cell, 1, NO_BOUND);
  }
}

/** Hides rates of too few people: the numerator, as the denominator alone says nothing of them. */
export function hideFewPeople(
  { pattern }: Primary,
  { behind, least }: { readonly behind: Float64Array | null; readonly least: number },
): void {
  if (least === 0) return;
  for (let cell = 0; cell < pattern.length; cell++)
    if (!behind || (behind[cell]! > 0 && behind[cell]! < least)) pattern[cell] = 1;
}

/** Which end of a share discloses a fact about everybody in it. */
export type Homogeneous = "all" | "none" | "neither";

/** Hides a part of a whole where those left over are 1 to k − 1, and where all, or none, are in it. */
export function hideRest(
  { pattern, informed }: Primary,
  part: Float64Array,
  whole: Float64Array,
  { k, homogeneous }: { readonly k: number; readonly homogeneous: Homogeneous },
): void {
  for (let cell = 0; cell < part.length; cell++) {
    const [own, all] = [part[cell]!, whole[cell]!];
    if (!(all > 0)) continue;
    const rest = all - own;
    const isHidden = pattern[cell] === 1;
    if ((rest > 0 && rest < k) || (rest === 0 && homogeneous === "all")) {
      pattern[cell] = 1;
      // Of a small whole both ends are small: what is known is the wider of the two.
      if (own >= k && !isHidden) narrow(informed, cell, all - k + 1, homogeneous === "all" ? all : all - 1);
    }
    if (own === 0 && homogeneous === "none") {
      pattern[cell] = 1;
      if (!isHidden) narrow(informed, cell, 0, k - 1);
    }
  }
}
