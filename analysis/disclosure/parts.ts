// The bounds that a count has as a part of wholes, as a whole of parts, and from earlier releases.

import type { Earlier } from "./areas.ts";
import type { Count } from "./counts.ts";
import type { Part } from "./rules.ts";
import { NO_BOUND, type Bounds } from "./tree.ts";

/** What a part can be at most, from the wholes that it is a part of. */
export function mostOf(part: Count, parts: readonly Part[]): Float64Array {
  const most = new Float64Array(part.value.length).fill(NO_BOUND);
  for (const found of parts) {
    if (found.part !== part) continue;
    const [partWeight, wholeWeight] = found.weights;
    for (let cell = 0; cell < most.length; cell++) {
      if (found.whole.exists[cell] === 0) continue;
      const room = Math.floor((found.whole.value[cell]! * wholeWeight) / partWeight);
      most[cell] = Math.min(most[cell]!, Math.max(part.value[cell]!, room));
    }
  }
  return most;
}

/** The least value that its parts leave to a whole, the open ones or all. */
export function leastOf(whole: Count, parts: readonly Part[], isOpenOnly = true): Float64Array {
  const least = new Float64Array(whole.value.length);
  for (const { part, whole: own, weights } of parts) {
    if (own !== whole || (isOpenOnly && !part.rule.isOpen)) continue;
    for (let cell = 0; cell < least.length; cell++)
      if (part.exists[cell] === 1)
        least[cell] = Math.max(
          least[cell]!,
          Math.min(whole.value[cell]!, Math.ceil((part.value[cell]! * weights[0]) / weights[1])),
        );
  }
  return least;
}

/** What earlier releases leave of bounds: a figure that was changed since was within its own bounds before. */
export function narrowByEarlier({ low, high }: Bounds, earlier: readonly Earlier[]): void {
  for (const { mustHide, least, most } of earlier)
    for (let cell = 0; cell < low.length; cell++) {
      if (mustHide[cell] === 0) continue;
      if (most[cell]! > 0) low[cell] = low[cell]! + most[cell]!;
      if (least[cell]! < 0 && high[cell]! < NO_BOUND) high[cell] = high[cell]! + least[cell]!;
    }
}
