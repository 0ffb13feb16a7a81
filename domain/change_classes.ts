// Classes of a change: a narrow class of no change, and on either side classes broken by the values of that side alone.

import { classify, dividing, isGiven, MAX_CLASSES, sortedNumbers } from "./classes.ts";
import type { Classes, ClassMethod } from "./classes.ts";
import { findBreaks } from "./class_methods.ts";
import type { FoundMethod } from "./class_methods.ts";

export interface ChangeRule {
  /** The breaks of `manual`, strictly rising. */
  readonly given?: readonly number[];
  /** Changes of less than this to either side are none: half of the least step that is printed (`halfStep`). */
  readonly half: number;
}

/** The diverging ramp has so many colours for either side. */
const MAX_SIDE = 3;

/** Breaks of `n` classes within one side, in its values sorted upwards. */
function sideBreaks(sorted: readonly number[], method: FoundMethod, n: number): number[] {
  if (sorted.length === 0 || n < 2) return [];
  const [min, max] = [sorted[0]!, sorted.at(-1)!];
  // Both count from no change outwards, so that they take sizes; the other methods do not know which end is far.
  const isFromZero = method === "head_tail" || method === "standard_deviation";
  if (!isFromZero || min > 0) return dividing(findBreaks([...sorted], method, n), min, max).slice(0, n - 1);
  const sizes = sorted.map((value) => -value).reverse();
  const outwards = dividing(findBreaks(sizes, method, n), sizes[0]!, sizes.at(-1)!).slice(0, n - 1);
  return outwards.map((size) => -size).reverse();
}

/** How many classes either side gets of `k`, that of no change included: the fuller one more, none more than it has values. */
function sideCounts(below: readonly number[], above: readonly number[], k: number): [number, number] {
  const wanted = Math.max(2, k - 1);
  const most = (side: readonly number[]): number => Math.min(MAX_SIDE, new Set(side).size);
  const fair = (side: readonly number[], other: readonly number[]): number =>
    side.length >= other.length ? Math.ceil(wanted / 2) : Math.floor(wanted / 2);
  const low = Math.min(most(below), fair(below, above));
  const high = Math.min(most(above), wanted - low);
  return [Math.min(most(below), wanted - high), high];
}

/**
 * Classes changes: those that are none, which are printed as 0, and around them at most `k` − 1 classes (2 at least) of what
 * fell and what rose, each side broken by its own values. A side with nobody is left out. `noChange` of the answer says
 * which class stands for none; given breaks have no such class.
 */
export function classifyChanges(
  values: Iterable<number>,
  method: ClassMethod,
  k: number = MAX_CLASSES,
  { given = [], half }: ChangeRule,
): Classes {
  const sorted = sortedNumbers(values);
  if (isGiven(method)) return classify(sorted, method, k, { given });
  const below = sorted.filter((value) => value < -half);
  const above = sorted.filter((value) => value >= half);
  const [low, high] = sideCounts(below, above, k);
  const lowBreaks = low > 0 ? [...sideBreaks(below, method, low), -half] : [];
  const highBreaks = high > 0 ? [half, ...sideBreaks(above, method, high)] : [];
  return {
    method,
    breaks: [...lowBreaks, ...highBreaks],
    hasZeroClass: false,
    noChange: lowBreaks.length,
    min: sorted[0] ?? null,
    max: sorted.at(-1) ?? null,
  };
}

/** −1 for a change downwards, 1 upwards, 0 for none: the sides of `classifyChanges`. */
export const sideOfChange = (change: number, half: number): -1 | 0 | 1 =>
  change < -half ? -1 : change >= half ? 1 : 0;
