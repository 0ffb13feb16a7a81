// How far up the hidden cells of a count can be for either attacker, once its pattern is decided.

import type { PeriodInput } from "./areas.ts";
import type { Bundle } from "./bundles.ts";
import type { Count, Counts } from "./counts.ts";
import type { Decided, Patterns } from "./decided.ts";
import { protectionOf } from "./layer.ts";
import { leastOf } from "./parts.ts";
import { prepare } from "./prepare.ts";
import type { Ruled } from "./rules.ts";
import type { Bounds } from "./tree.ts";

/** How far up the hidden cells of a count reach: its parts move along, where they cover the same areas and no rule holds them. */
export function reachOf(
  input: PeriodInput,
  bundle: Bundle,
  count: Count,
  hidden: Uint8Array,
  ruled: Ruled,
  counts: Counts,
  decided: Patterns,
): Decided["reach"] {
  const [cohort, ...others] = bundle.cohorts;
  if (others.length > 0 || !hidden.includes(1)) return null;
  const { layers } = prepare(input, bundle, cohort!, counts, ruled, decided);
  const layer = layers[cohort!.counts.findIndex(({ key }) => key === count.key)]!;
  const least = leastOf(count, ruled.parts, false);
  const movesAlong = ruled.parts.every(
    ({ part, whole }) => whole !== count || part.exists.every((own, cell) => own === count.exists[cell]),
  );
  const low = (bounds: Bounds): Bounds => ({
    ...bounds,
    low: bounds.low.map((own, cell) => Math.max(own, least[cell]!)),
  });
  const { madeOf: _, joint: __, raised: ___, ...alone } = layer;
  const { plain, informed } = protectionOf(
    cohort!.tree,
    { ...alone, plain: movesAlong ? layer.plain : low(layer.plain), informed: low(layer.informed) },
    hidden,
  );
  return { plain: plain.high, informed: informed.high };
}
