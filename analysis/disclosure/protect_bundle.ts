// The patterns of hidden cells that protect a bundle of counts.

import type { PeriodInput } from "./areas.ts";
import { bundlesOf, type Bundle, type Cohort } from "./bundles.ts";
import { repairCategories, type Table } from "./categories.ts";
import type { Count, Counts } from "./counts.ts";
import { size, type Patterns } from "./decided.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { MAY_HIDE, repair } from "./repair.ts";
import type { Ruled } from "./rules.ts";

/** The patterns by layer in which all is protected; null where only hiding all of the bundle helps. */
function protect(
  bundle: Bundle,
  { cohort, layers, patterns, mayHide, fixed, isCompromised }: Prepared,
): Uint8Array[] | null {
  if (isCompromised) return null;
  const { tree } = cohort;
  if (bundle.hide === "apart") {
    const table: Table = {
      tree,
      layers,
      patterns: patterns.map((pattern) => pattern.slice()),
      mayHide,
      fixed,
    };
    return repairCategories(table) ? [...table.patterns] : null;
  }
  const pattern = new Uint8Array(tree.parent.length);
  for (const own of patterns) for (let cell = 0; cell < pattern.length; cell++) pattern[cell]! |= own[cell]!;
  const cost = new Float64Array(pattern.length);
  for (const { value } of layers) for (let cell = 0; cell < cost.length; cell++) cost[cell]! += value[cell]!;
  const free = mayHide.map((own, cell) =>
    fixed.some((isFixed) => isFixed[cell] === 1) ? MAY_HIDE.never : own,
  );
  const hidden = repair({ tree, layers, pattern, mayHide: free, cost });
  return hidden && layers.map(() => hidden);
}

interface Protected {
  readonly bundle: Bundle;
  /** What is hidden of each of its counts; null where all has to be. */
  readonly patterns: ReadonlyMap<Count, Uint8Array> | null;
  readonly ofCohorts: ReadonlyMap<Cohort, readonly Uint8Array[]>;
  /** Counts that were left out of the bundle and are withheld, so that the others can be shown. */
  readonly left: readonly Count[];
}

/** Protects a bundle; where that fails and a count is shown twice over, without the one that covers less. */
export function protectBundle(
  input: PeriodInput,
  bundle: Bundle,
  counts: Counts,
  ruled: Ruled,
  decided: Patterns,
  left: readonly Count[] = [],
): Protected {
  const own = new Map(bundle.counts.map((count) => [count, new Uint8Array(count.value.length)] as const));
  const ofCohorts = new Map<Cohort, readonly Uint8Array[]>();
  const isSafe = bundle.cohorts.every((cohort) => {
    const patterns = protect(bundle, prepare(input, bundle, cohort, counts, ruled, decided));
    if (patterns) ofCohorts.set(cohort, patterns);
    patterns?.forEach((pattern, at) => {
      for (const count of cohort.members)
        if (count.key === cohort.counts[at]!.key) addCells(own.get(count)!, pattern, cohort.tree.exists);
    });
    return patterns !== null;
  });
  if (isSafe) return { bundle, patterns: own, ofCohorts, left };
  const [least] = bundle.counts
    .filter((count) => bundle.counts.some((other) => other !== count && other.key === count.key))
    .sort((a, b) => size(a.exists) - size(b.exists));
  if (!least) return { bundle, patterns: null, ofCohorts: new Map(), left };
  const others = bundle.counts.filter((count) => count !== least);
  const [smaller] = bundlesOf(input.areas, others);
  return protectBundle(input, smaller!, counts, ruled, decided, [...left, least]);
}

function addCells(to: Uint8Array, pattern: Uint8Array, exists: Uint8Array): void {
  for (let cell = 0; cell < to.length; cell++) if (exists[cell] === 1) to[cell]! |= pattern[cell]!;
}
