// What departments withhold because it would be about very few households.

import type { Value } from "#domain/missing";

/** Fewer registered households than this are not published for one village. */
const FEWEST_TARGETS = 8;

/** All counts, or `suppressed` for every one where `count` households are too few. */
export const withheldIfFew = (counts: readonly number[], count: number): readonly Value[] =>
  count > 0 && count < FEWEST_TARGETS ? counts.map(() => "suppressed") : counts;
