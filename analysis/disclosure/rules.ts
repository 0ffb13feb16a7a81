// What the rules hide of every count of a period.

import { wholeOf } from "#domain/disclosure";
import type { Indicator } from "#domain/indicator";
import { measureOf, type Count, type Counts, type Ratio } from "./counts.ts";
import { hideFewPeople, hideRest, hideSmall, type Homogeneous, type Primary } from "./primary.ts";
import { boundsOf, NO_BOUND } from "./tree.ts";

/** A part, its whole, and what one of each weighs: part × weights[0] ≤ whole × weights[1]. */
export interface Part {
  readonly part: Count;
  readonly whole: Count;
  readonly weights: readonly [part: number, whole: number];
}

export interface Ruled {
  readonly primary: ReadonlyMap<Count, Primary>;
  readonly parts: readonly Part[];
}

const homogeneousOf = ({ polarity }: Indicator): Homogeneous =>
  polarity === "higher-is-worse" ? "all" : polarity === "higher-is-better" ? "none" : "neither";

/** Whether the numerator of a ratio is a part of its denominator. */
const isPart = ({ indicator: { unit, mayExceedOne } }: Ratio): boolean =>
  (unit === "share" || unit === "index") && mayExceedOne !== true;

/** The parts that indicators and the vocabulary declare, each once. */
function partsOf({ all, ratios }: Counts): Part[] {
  const parts = ratios.filter(isPart).map(({ numerator, denominator, factors }): Part => ({
    part: numerator,
    whole: denominator,
    weights: factors,
  }));
  for (const part of all) {
    const measure = measureOf(part.term);
    const wanted = measure === null ? null : wholeOf(measure);
    const whole = all.find(({ term }) => wanted !== null && measureOf(term) === wanted);
    if (whole) parts.push({ part, whole, weights: [1, 1] });
  }
  return parts;
}

/** The rule for those left over of a part and a whole that both count heads. */
function hideRestOf({ all, ratios }: Counts, primary: ReadonlyMap<Count, Primary>): void {
  for (const ratio of ratios) {
    const { indicator, numerator, denominator, factors } = ratio;
    if (indicator.unit !== "share" || factors[0] !== factors[1] || !numerator.isHeads || !denominator.isHeads)
      continue;
    if (numerator.rule.isOpen || numerator.rule.minCount === 0) continue;
    hideRest(primary.get(numerator)!, numerator.value, denominator.value, {
      k: numerator.rule.minCount,
      homogeneous: homogeneousOf(indicator),
    });
  }
  for (const count of all) {
    const measure = measureOf(count.term);
    const wanted = measure === null ? null : wholeOf(measure);
    const whole = all.find(({ term }) => wanted !== null && measureOf(term) === wanted);
    if (whole && !count.rule.isOpen)
      hideRest(primary.get(count)!, count.value, whole.value, {
        k: count.rule.minCount,
        homogeneous: "all",
      });
  }
}

/** Hides all below an area that a rule hides, whatever it is, so that the pattern says nothing of the parts. */
function hideBelow(above: Int32Array, { exists, isSum }: Count, { pattern, informed }: Primary): void {
  for (let cell = 0; cell < pattern.length; cell++) {
    const over = above[cell]!;
    if (over < 0 || exists[cell] === 0 || isSum[over] === 0 || pattern[over] === 0) continue;
    pattern[cell] = 1;
    informed.low[cell] = 0;
    informed.high[cell] = NO_BOUND;
  }
}

/** Applies all rules to all counts. `above` is the area above each. */
export function applyRules(counts: Counts, above: Int32Array, minimums: (ratio: Ratio) => number): Ruled {
  const primary = new Map<Count, Primary>();
  for (const count of counts.all) {
    const n = count.value.length;
    primary.set(count, { pattern: new Uint8Array(n), informed: boundsOf(n) });
  }
  // What the size of the denominator hides says nothing of the numerator, whatever other rules would hide it for.
  for (const ratio of counts.ratios) {
    const hidden = ratio.numerator.rule.isOpen ? ratio.denominator : ratio.numerator;
    if (hidden.rule.isOpen) continue;
    hideFewPeople(primary.get(hidden)!, { behind: ratio.denominator.behind, least: minimums(ratio) });
  }
  for (const count of counts.all)
    if (!count.rule.isOpen)
      hideSmall(primary.get(count)!, count.value, {
        behind: count.behind,
        isCount: count.isHeads,
        k: count.rule.minCount,
      });
  hideRestOf(counts, primary);
  for (const [count, own] of primary) hideBelow(above, count, own);
  for (const [{ exists }, { pattern }] of primary)
    for (let cell = 0; cell < pattern.length; cell++) if (exists[cell] === 0) pattern[cell] = 0;
  return { primary, parts: partsOf(counts) };
}
