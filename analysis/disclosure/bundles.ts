// Counts that are protected together, on one tree for each set of villages that the same of them cover.
//
// Persons of all villages and persons of the villages with a poverty count are two sums of one count: who has both knows what
// the villages make up that only one has. So villages are parted by the sums that they are in (cohorts), and every cohort is
// protected as if its own sums were public.

import type { Categories } from "#domain/disclosure";
import type { AreaTree } from "./areas.ts";
import { categoriesOf, type Count } from "./counts.ts";
import { makeTree, type CellTree } from "./tree.ts";

export interface Cohort {
  readonly tree: CellTree;
  /** The counts that cover it, one for each key. */
  readonly counts: readonly Count[];
  /** Its own sums of each of them. */
  readonly values: readonly Float64Array[];
  /** All counts of the bundle that cover it. */
  readonly members: readonly Count[];
}

export interface Bundle {
  readonly hide: "alone" | Categories["hide"];
  readonly counts: readonly Count[];
  readonly cohorts: readonly Cohort[];
  /** Lowest level that is public. */
  readonly lowest: number;
}

/** Counts by what they have to be protected with, those that are open left out. */
function groupsOf(counts: readonly Count[]): Count[][] {
  const groups = new Map<string, Count[]>();
  for (const count of counts) {
    if (count.rule.isOpen) continue;
    const categories = categoriesOf(count.term);
    // The total of categories that are hidden apart is protected first, by itself.
    const isAlone = !categories || (categories.hide === "apart" && categories.isTotal(count.term));
    const name = isAlone ? count.key : `categories ${categories.id}`;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(count);
  }
  return [...groups.values()];
}

/** Which of the patterns cover each cell that is no sum, as a number by cell; 0 for none. */
function coverOf(
  patterns: readonly { readonly exists: Uint8Array; readonly isSum: Uint8Array }[],
  n: number,
): Float64Array {
  const cover = new Float64Array(n);
  patterns.forEach(({ exists, isSum }, at) => {
    for (let cell = 0; cell < n; cell++) if (exists[cell] === 1 && isSum[cell] === 0) cover[cell]! += 2 ** at;
  });
  return cover;
}

/** The cells of a cohort: its leaves, and the areas above in which they are. */
function cellsOf({ above }: AreaTree, cover: Float64Array, mask: number): Uint8Array {
  const exists = new Uint8Array(cover.length);
  for (let cell = cover.length - 1; cell >= 0; cell--) {
    if (cover[cell] === mask) exists[cell] = 1;
    if (exists[cell] === 1 && above[cell]! >= 0) exists[above[cell]!] = 1;
  }
  return exists;
}

function sumUp(
  { above }: AreaTree,
  exists: Uint8Array,
  isLeaf: Uint8Array,
  value: Float64Array,
): Float64Array {
  const sums = new Float64Array(value.length);
  for (let cell = sums.length - 1; cell >= 0; cell--) {
    if (exists[cell] === 0) continue;
    if (isLeaf[cell] === 1) sums[cell]! += value[cell]!;
    if (above[cell]! >= 0) sums[above[cell]!]! += sums[cell]!;
  }
  return sums;
}

/** Leaves out what lies below the lowest public level. */
function cut(areas: AreaTree, exists: Uint8Array, addsUp: boolean, lowest: number): CellTree {
  const cells = exists.map((own, cell) => (areas.level[cell]! <= lowest ? own : 0));
  const isSum = new Uint8Array(cells.length);
  if (addsUp)
    for (let cell = 0; cell < cells.length; cell++)
      if (cells[cell] === 1 && areas.above[cell]! >= 0) isSum[areas.above[cell]!] = 1;
  return makeTree(areas.above, cells, isSum);
}

const byKey = (counts: readonly Count[]): Count[] => [
  ...new Map(counts.map((count) => [count.key, count])).values(),
];

function cohortsOf(areas: AreaTree, counts: readonly Count[], lowest: number): Cohort[] {
  const addsUp = counts.some(({ isSum }) => isSum.includes(1));
  const [first] = counts;
  const earlier = counts.flatMap((count) => count.earlier.flatMap(({ existed }) => existed));
  const isOne =
    counts.every(({ exists }) => exists.every((own, cell) => own === first!.exists[cell])) &&
    earlier.every((existed) => existed.every((own, cell) => own === first!.exists[cell]));
  if (isOne || !addsUp) {
    const own = byKey(counts);
    return [
      {
        tree: cut(areas, first!.exists, addsUp, lowest),
        counts: own,
        values: own.map(({ value }) => value),
        members: counts,
      },
    ];
  }
  const patterns = [
    ...counts,
    ...earlier.map((existed) => ({ exists: existed, isSum: sumCells(areas, existed) })),
  ];
  const cover = coverOf(patterns, areas.above.length);
  return [...new Set(cover)]
    .filter((mask) => mask !== 0 && counts.some((_, at) => bit(mask, at)))
    .map((mask) => {
      const exists = cellsOf(areas, cover, mask);
      const isLeaf = Uint8Array.from(cover, (own) => Number(own === mask));
      const members = counts.filter((_, at) => bit(mask, at));
      const own = byKey(members);
      return {
        tree: cut(areas, exists, true, lowest),
        counts: own,
        values: own.map(({ value }) => sumUp(areas, exists, isLeaf, value)),
        members,
      };
    });
}

const bit = (mask: number, at: number): boolean => Math.floor(mask / 2 ** at) % 2 === 1;

function sumCells({ above }: AreaTree, exists: Uint8Array): Uint8Array {
  const isSum = new Uint8Array(exists.length);
  for (let cell = 0; cell < above.length; cell++)
    if (exists[cell] === 1 && above[cell]! >= 0 && exists[above[cell]!] === 1) isSum[above[cell]!] = 1;
  return isSum;
}

/** The bundles of a period. */
export function bundlesOf(areas: AreaTree, counts: readonly Count[]): Bundle[] {
  return groupsOf(counts).map((group) => {
    const levelsAbove = Math.min(...group.map(({ rule }) => rule.levelsAboveLowest));
    const lowest = Math.max(0, areas.levelCount - 1 - levelsAbove);
    const categories = categoriesOf(group[0]!.term);
    const isTotal = categories?.hide === "apart" && categories.isTotal(group[0]!.term);
    const hide = isTotal ? "alone" : (categories?.hide ?? "alone");
    return { hide, counts: group, cohorts: cohortsOf(areas, group, lowest), lowest };
  });
}
