// Categories that make up a total in every area: a cell is safe when whole numbers can be exchanged with it, so that no shown
// sum of an area and none of an upper area changes.
//
//              i    j                 Hidden cells of two areas a and b under one total and of two categories i and j:
//         a   +t   −t                 rows and columns keep their sums. Rectangles that share no cell add up; what they
//         b   −t   +t                 leave room for is a part of the true interval, so no unsafe cell passes for safe.

import { NO_BOUND, type Bounds, type CellTree } from "./tree.ts";
import { isProtected, type Layer } from "./layer.ts";
import { MAY_HIDE } from "./repair.ts";

export interface Table {
  readonly tree: CellTree;
  /** One per category, all over the same tree; the total of each area is public. */
  readonly layers: readonly Layer[];
  /** What is hidden, by category. A category that is hidden everywhere has no totals to keep. */
  readonly patterns: readonly Uint8Array[];
  readonly mayHide: Uint8Array;
  /** By category, 1 where a cell is public already and cannot be hidden any more. */
  readonly fixed: readonly Uint8Array[];
}

type Which = "plain" | "informed";

const isWithheld = ({ exists }: CellTree, pattern: Uint8Array): boolean =>
  pattern.every((hidden, cell) => hidden === 1 || exists[cell] === 0);

/** How far the hidden cells of a table can move, as cells are used up by exchanges. */
class Exchange {
  readonly #table: Table;
  readonly #free: readonly boolean[];
  readonly #families: ReadonlyMap<number, readonly number[]>;
  readonly #which: Which;

  constructor(table: Table, which: Which, families: ReadonlyMap<number, readonly number[]>) {
    this.#table = table;
    this.#which = which;
    this.#families = families;
    this.#free = table.patterns.map((pattern) => isWithheld(table.tree, pattern));
  }

  /** Up to `enough` by which a cell can grow (`sign` 1) or shrink (−1). */
  reach(category: number, cell: number, sign: 1 | -1, enough: number): number {
    const { layers, patterns, tree } = this.#table;
    const used = new Map<string, number>();
    const room = (at: number, area: number, direction: number): number => {
      const layer = layers[at]!;
      const { low, high } = layer[this.#which];
      const value = layer.value[area]!;
      const all = direction > 0 ? high[area]! - value : value - low[area]!;
      return all - (used.get(`${at} ${area} ${direction}`) ?? 0);
    };
    const take = (at: number, area: number, direction: number, t: number): void => {
      const key = `${at} ${area} ${direction}`;
      used.set(key, (used.get(key) ?? 0) + t);
    };
    let moved = 0;
    const want = (): number => Math.min(enough - moved, room(category, cell, sign));
    for (let other = 0; other < layers.length && want() > 0; other++) {
      if (other === category || patterns[other]![cell] === 0) continue;
      if (this.#free[category] && this.#free[other]) {
        const t = Math.min(want(), room(other, cell, -sign));
        if (t <= 0) continue;
        take(category, cell, sign, t);
        take(other, cell, -sign, t);
        moved += t;
        continue;
      }
      for (const beside of this.#families.get(tree.parent[cell]!) ?? []) {
        if (beside === cell || want() <= 0) continue;
        // What is withheld everywhere has no total to keep: another such category may stand in for it beside.
        for (const third of this.#standIns(category, beside))
          for (const fourth of this.#standIns(other, beside)) {
            if (third === fourth) continue;
            const t = Math.min(
              want(),
              room(other, cell, -sign),
              room(third, beside, -sign),
              room(fourth, beside, sign),
            );
            if (t <= 0) continue;
            take(category, cell, sign, t);
            take(other, cell, -sign, t);
            take(third, beside, -sign, t);
            take(fourth, beside, sign, t);
            moved += t;
          }
      }
    }
    return moved;
  }

  /** The hidden categories of an area that can take the place of one: itself, or any that is withheld for one that is. */
  #standIns(category: number, cell: number): number[] {
    const { patterns } = this.#table;
    if (!this.#free[category]) return patterns[category]![cell] === 1 ? [category] : [];
    return patterns.flatMap((pattern, at) => (this.#free[at] && pattern[cell] === 1 ? [at] : []));
  }
}

function familiesOf({ parent, exists }: CellTree): Map<number, number[]> {
  const families = new Map<number, number[]>();
  for (let cell = 0; cell < parent.length; cell++) {
    if (exists[cell] === 0) continue;
    const family = families.get(parent[cell]!) ?? [];
    families.set(parent[cell]!, family);
    family.push(cell);
  }
  return families;
}

/** As far as an exchange is looked for: wider is protected all the same. */
const FAR = 1e6;

/** Intervals of the hidden cells of a category that exchanges prove; those of a cell that is no leaf are not looked at. */
function provenIntervals(table: Table, category: number, families: ReadonlyMap<number, readonly number[]>) {
  const layer = table.layers[category]!;
  const pattern = table.patterns[category]!;
  const n = pattern.length;
  const of = (which: Which): Bounds => {
    const exchange = new Exchange(table, which, families);
    const low = layer.value.slice();
    const high = layer.value.slice();
    for (let cell = 0; cell < n; cell++) {
      if (pattern[cell] === 0 || table.tree.exists[cell] === 0) continue;
      const enough = which === "informed" ? 1 : Math.min(FAR, 5 + layer.value[cell]!);
      const up = exchange.reach(category, cell, 1, enough);
      high[cell]! += up;
      if (up < enough) low[cell]! -= exchange.reach(category, cell, -1, enough - up);
    }
    return { low, high };
  };
  return { plain: of("plain"), informed: of("informed") };
}

export interface UnsafeCategory {
  readonly category: number;
  readonly cell: number;
}

/** The hidden cells of all categories that exchanges do not prove safe. */
export function unsafeCategories(table: Table): UnsafeCategory[] {
  const families = familiesOf(table.tree);
  const unsafe: UnsafeCategory[] = [];
  table.layers.forEach((layer, category) => {
    const pattern = table.patterns[category]!;
    const proven = provenIntervals(table, category, families);
    for (let cell = 0; cell < pattern.length; cell++)
      if (
        pattern[cell] === 1 &&
        table.tree.exists[cell] === 1 &&
        !isImpliedZero(table, category, cell) &&
        !isProtected(proven, layer, cell)
      )
        unsafe.push({ category, cell });
  });
  return unsafe;
}

/** Whether a shown total of 0, of the area or of the one above in the category, says that a cell is 0. */
function isImpliedZero({ tree, layers, patterns }: Table, category: number, cell: number): boolean {
  if (layers[category]!.value[cell] !== 0) return false;
  const over = tree.parent[cell]!;
  if (over >= 0 && patterns[category]![over] === 0 && layers[category]!.value[over] === 0) return true;
  return layers.every(({ value }, other) => patterns[other]![cell] === 0 || value[cell] === 0);
}

/** Hides a category everywhere. */
function withhold(table: Table, category: number): void {
  table.patterns[category]!.fill(1);
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Withholds what cannot be protected at the lowest level, and a second category with it, as one alone is what is left of the total. */
function withholdUpper(table: Table): void {
  const { tree, layers, patterns, mayHide } = table;
  patterns.forEach((pattern, category) => {
    if (
      pattern.some(
        (hidden, cell) => hidden === 1 && mayHide[cell] !== MAY_HIDE.gladly && tree.exists[cell] === 1,
      )
    )
      withhold(table, category);
  });
  const withheld = layers
    .map((_, category) => category)
    .filter((category) => isWithheld(tree, patterns[category]!));
  if (withheld.length !== 1) return;
  const [next] = layers
    .map((_, category) => category)
    .filter((category) => !withheld.includes(category))
    .sort((a, b) => sumOf(layers[a]!.value) - sumOf(layers[b]!.value));
  if (next !== undefined) withhold(table, next);
}

/** The cheapest cells with which a cell makes a rectangle that gives it room; null where there are none. */
function cheapestRectangle(
  { tree, layers, patterns, mayHide, fixed }: Table,
  { category, cell }: UnsafeCategory,
  families: ReadonlyMap<number, readonly number[]>,
): UnsafeCategory[] | null {
  let best: UnsafeCategory[] | null = null;
  let least = Infinity;
  const family = families.get(tree.parent[cell]!) ?? [];
  for (const beside of family)
    for (let other = 0; other < layers.length; other++) {
      if (beside === cell || other === category) continue;
      const corners = [
        { category: other, cell },
        { category, cell: beside },
        { category: other, cell: beside },
      ].filter((corner) => patterns[corner.category]![corner.cell] === 0);
      if (
        corners.length === 0 ||
        corners.some(
          (corner) => mayHide[corner.cell] !== MAY_HIDE.gladly || fixed[corner.category]![corner.cell] === 1,
        )
      )
        continue;
      const room = Math.min(layers[other]!.value[cell]!, layers[category]!.value[beside]!, FAR);
      if (room < 1) continue;
      const cost =
        corners.reduce((sum, corner) => sum + layers[corner.category]!.value[corner.cell]! + 1, 0) / room;
      if (cost < least) [best, least] = [corners, cost];
    }
  return best;
}

const MAX_ROUNDS = 100;

const countOnes = (pattern: Uint8Array): number => pattern.reduce((sum, own) => sum + own, 0);

/** Hides further cells of the table, in place, until exchanges prove every hidden one safe; a category that stays unsafe is withheld. False where that is not enough. */
export function repairCategories(table: Table): boolean {
  const families = familiesOf(table.tree);
  withholdUpper(table);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const unsafe = unsafeCategories(table);
    // A category that was public before is known, wherever it is hidden now.
    const isKnown = table.patterns.some((pattern, category) =>
      table.fixed[category]!.some((own, cell) => own === 1 && pattern[cell] === 1),
    );
    if (isKnown) return false;
    if (unsafe.length === 0) return true;
    const touched = new Set<string>();
    const before = table.patterns.reduce((sum, pattern) => sum + countOnes(pattern), 0);
    for (const found of unsafe) {
      const place = `${table.tree.parent[found.cell]!} ${found.category}`;
      if (touched.has(place)) continue;
      touched.add(place);
      const corners = cheapestRectangle(table, found, families);
      if (corners) for (const { category, cell } of corners) table.patterns[category]![cell] = 1;
      else withhold(table, found.category);
    }
    withholdUpper(table);
    if (table.patterns.reduce((sum, pattern) => sum + countOnes(pattern), 0) === before) return false;
  }
  return false;
}

/** The bounds of a category of tables without further knowledge: 0 to the total of the area. */
export const categoryBounds = (total: Float64Array): Bounds => ({
  low: new Float64Array(total.length),
  high: total.map((value) => Math.min(value, NO_BOUND)),
});
