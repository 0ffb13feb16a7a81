// All that is known of a cohort before anything is hidden for the sake of others.

import type { PeriodInput } from "./areas.ts";
import type { Bundle, Cohort } from "./bundles.ts";
import { layersOf } from "./cohort_layers.ts";
import type { Count, Counts } from "./counts.ts";
import type { Patterns } from "./decided.ts";
import type { Layer } from "./layer.ts";
import { MAY_HIDE } from "./repair.ts";
import type { Ruled } from "./rules.ts";

/** A cohort with all that is known of it before anything is hidden for the sake of others. */
export interface Prepared {
  readonly cohort: Cohort;
  readonly layers: readonly Layer[];
  /** By layer, what the rules, wholes that are hidden and earlier releases hide. */
  readonly patterns: readonly Uint8Array[];
  readonly mayHide: Uint8Array;
  /** By layer, 1 where an earlier release shows the cell. */
  readonly fixed: readonly Uint8Array[];
  /** Whether a cell has to be hidden that an earlier release has shown with another figure. */
  readonly isCompromised: boolean;
}

/** What has to be hidden of a count before anything is hidden for others: by its rules, and with its denominators. */
function required(count: Count, { primary }: Ruled, { ratios }: Counts, decided: Patterns): Uint8Array {
  const pattern = primary.get(count)!.pattern.slice();
  for (const { numerator, denominator } of ratios) {
    const hidden = numerator === count ? decided.get(denominator)?.hidden : undefined;
    if (hidden) for (let cell = 0; cell < pattern.length; cell++) pattern[cell]! |= hidden[cell]!;
  }
  for (let cell = 0; cell < pattern.length; cell++) if (count.exists[cell] === 0) pattern[cell] = 0;
  return pattern;
}

export function prepare(
  input: PeriodInput,
  { lowest }: Bundle,
  cohort: Cohort,
  counts: Counts,
  ruled: Ruled,
  decided: Patterns,
): Prepared {
  const { tree, members } = cohort;
  const n = tree.parent.length;
  const isWhole = members.every(({ exists }) =>
    exists.every((own, cell) => own === tree.exists[cell] || input.areas.level[cell]! > lowest),
  );
  // No totals of upper levels: those are what everybody compares with.
  const gladly = Math.max(1, lowest - 1, input.areas.levelCount - 2);
  const mayHide = input.areas.level.map((level) =>
    level === 0 ? MAY_HIDE.never : level >= gladly ? MAY_HIDE.gladly : MAY_HIDE.atLast,
  );
  let isCompromised = false;
  const fixed = cohort.counts.map(() => new Uint8Array(n));
  const patterns = cohort.counts.map((count, at) => {
    const pattern = new Uint8Array(n);
    for (const own of members.filter(({ key }) => key === count.key)) {
      const wanted = required(own, ruled, counts, decided);
      for (let cell = 0; cell < n; cell++) {
        if (tree.exists[cell] === 0) continue;
        const isKnown = own.earlier.some((earlier) => earlier.isKnown[cell] === 1);
        const isRevised = own.earlier.some((earlier) => earlier.isRevised[cell] === 1);
        if (isKnown || isRevised) fixed[at]![cell] = 1;
        if (isKnown) continue;
        const must = wanted[cell] === 1 || own.earlier.some((earlier) => earlier.mustHide[cell] === 1);
        if (must) pattern[cell] = 1;
        if (must && isRevised) isCompromised = true;
      }
    }
    return pattern;
  });
  return {
    cohort,
    layers: layersOf(cohort, ruled, decided, isWhole),
    patterns,
    mayHide,
    fixed,
    isCompromised,
  };
}
