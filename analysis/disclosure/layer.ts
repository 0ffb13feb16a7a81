// Counts that share one tree and one pattern of hidden cells, and which of their cells are not protected.

import { MIN_FEASIBLE, requiredWidth } from "#domain/disclosure";
import { NO_BOUND, treeIntervals, type Bounds, type CellTree } from "./tree.ts";

/** One count of the areas of a tree. */
export interface Layer {
  /** What it is called in messages. */
  readonly name: string;
  readonly value: Float64Array;
  /** What anybody knows: whole numbers, at least 0, a part at most its whole. */
  readonly plain: Bounds;
  /** What somebody knows who also knows the rule that hid a cell. */
  readonly informed: Bounds;
  /** Where its whole is hidden too, both may move together: that pattern, and the bounds that are left. */
  readonly joint?: { readonly hidden: Uint8Array; readonly bounds: Bounds };
  /** Where its whole is hidden, how far up that can move alone, by attacker: so far a cell that is no sum can too. */
  readonly raised?: { readonly plain: Float64Array; readonly informed: Float64Array };
  /** The layers that make it up in every area, each with its weight: it moves as far as they do. */
  readonly madeOf?: readonly { readonly layer: Layer; readonly weight: number }[];
  /** The least of the wholes that it is a part of. */
  readonly whole?: Float64Array;
  /** What a public whole leaves at most: below 5 no interval can be as wide as another cell's. */
  readonly most?: Float64Array;
}

/**
 * The width that the interval of a cell must have at least. A part of a whole that is public says as much of those left over:
 * the fewer of the two are what is protected.
 */
export function widthNeeded(
  { value, whole, most }: Pick<Layer, "value" | "whole" | "most">,
  cell: number,
): number {
  const own = value[cell]!;
  const rest = whole ? whole[cell]! - own : own;
  return Math.min(requiredWidth(rest >= 0 && rest < own ? rest : own), most ? most[cell]! : Infinity);
}

/** Whether a cell is a part of a public whole so small that no interval can be as wide as another cell's. */
export const isOfFewerThanFive = ({ most }: Pick<Layer, "most">, cell: number): boolean =>
  most !== undefined && most[cell]! < requiredWidth(0);

/** The interval that either attacker is left with. */
export interface Protection {
  readonly plain: Bounds;
  readonly informed: Bounds;
}

/**
 * The pattern of a layer: a cell below a shown total of 0 is no secret, as the total says it; the sum of such cells is none
 * either. Anything else that the pattern hides is to be protected.
 */
export function hiddenOf(
  { parent, exists, isSum }: CellTree,
  { value, plain, raised }: Pick<Layer, "value" | "plain" | "raised">,
  pattern: Uint8Array,
): Uint8Array {
  const hidden = pattern.slice();
  for (let cell = 0; cell < parent.length; cell++) {
    if (exists[cell] === 0) hidden[cell] = 0;
    if (hidden[cell] === 0 || value[cell] !== 0) continue;
    const over = parent[cell]!;
    if (over >= 0 && hidden[over] === 0 && value[over] === 0) hidden[cell] = 0;
    // Nothing of nothing.
    if (plain.high[cell] === 0 && !(raised && raised.plain[cell]! > 0)) hidden[cell] = 0;
  }
  // A total whose parts are all shown is shown.
  const isOpen = Uint8Array.from(isSum);
  for (let cell = parent.length - 1; cell >= 0; cell--) {
    if (isOpen[cell] === 1 && hidden[cell] === 1 && value[cell] === 0) hidden[cell] = 0;
    if (exists[cell] === 1 && hidden[cell] === 1 && parent[cell]! >= 0) isOpen[parent[cell]!] = 0;
  }
  return hidden;
}

const widen = (bounds: Bounds, other: Bounds): void => {
  for (let cell = 0; cell < bounds.low.length; cell++) {
    if (other.low[cell]! < bounds.low[cell]!) bounds.low[cell] = other.low[cell]!;
    if (other.high[cell]! > bounds.high[cell]!) bounds.high[cell] = other.high[cell]!;
  }
};

/** What the attackers are left with for the cells that a layer hides. */
export function protectionOf(tree: CellTree, layer: Layer, pattern: Uint8Array): Protection {
  if (layer.madeOf) return protectionOfTotal(tree, layer.value, layer.madeOf, pattern);
  const hidden = hiddenOf(tree, layer, pattern);
  const plain = treeIntervals(tree, layer.value, hidden, layer.plain);
  const informed = treeIntervals(tree, layer.value, hidden, layer.informed);
  if (layer.raised) {
    raise(plain, tree, layer, hidden, layer.plain, layer.raised.plain);
    raise(informed, tree, layer, hidden, layer.informed, layer.raised.informed);
  }
  if (layer.joint) {
    const both = hidden.map((own, cell) => own & layer.joint!.hidden[cell]!);
    widen(plain, treeIntervals(tree, layer.value, both, layer.joint.bounds));
  }
  return { plain, informed };
}

/** Takes the upper ends of cells that are no sums as far as their wholes can move: others below the same total only shrink then. */
function raise(
  found: Bounds,
  tree: CellTree,
  { value }: Layer,
  hidden: Uint8Array,
  { low, high }: Bounds,
  raised: Float64Array,
): void {
  if (!raised.some((own, cell) => own > high[cell]!)) return;
  const higher = treeIntervals(tree, value, hidden, {
    low,
    high: high.map((own, cell) => Math.max(own, raised[cell]!)),
  });
  for (let cell = 0; cell < value.length; cell++)
    if (tree.isSum[cell] === 0 && higher.high[cell]! > found.high[cell]!)
      found.high[cell] = higher.high[cell]!;
}

function protectionOfTotal(
  tree: CellTree,
  value: Float64Array,
  madeOf: NonNullable<Layer["madeOf"]>,
  pattern: Uint8Array,
): Protection {
  const parts = madeOf.map(({ layer, weight }) => ({
    weight,
    value: layer.value,
    protection: protectionOf(tree, layer, pattern),
  }));
  const of = (which: keyof Protection): Bounds => ({
    low: value.map((own, cell) =>
      parts.reduce(
        (sum, { weight, value: part, protection }) =>
          sum - weight * (part[cell]! - protection[which].low[cell]!),
        own,
      ),
    ),
    high: value.map((own, cell) =>
      parts.reduce(
        (sum, { weight, value: part, protection }) =>
          sum + weight * (protection[which].high[cell]! - part[cell]!),
        own,
      ),
    ),
  });
  return { plain: of("plain"), informed: of("informed") };
}

/** Whether an interval hides a value well enough from both attackers. */
export function isProtected({ plain, informed }: Protection, layer: Layer, cell: number): boolean {
  const isWide = plain.high[cell]! - plain.low[cell]! >= widthNeeded(layer, cell);
  return isWide && informed.high[cell]! - informed.low[cell]! + 1 >= MIN_FEASIBLE;
}

/** The hidden cells of a layer that are not protected. */
export function unsafeCells(tree: CellTree, layer: Layer, pattern: Uint8Array): number[] {
  const hidden = hiddenOf(tree, layer, pattern);
  const protection = protectionOf(tree, layer, pattern);
  const unsafe: number[] = [];
  for (let cell = 0; cell < hidden.length; cell++)
    if (hidden[cell] === 1 && !isProtected(protection, layer, cell)) unsafe.push(cell);
  return unsafe;
}

/** The narrowest plain interval among the hidden cells of a layer; null where none is hidden or nothing bounds one. */
export function narrowest(tree: CellTree, layer: Layer, pattern: Uint8Array): number | null {
  const hidden = hiddenOf(tree, layer, pattern);
  const { plain } = protectionOf(tree, layer, pattern);
  let width = Infinity;
  for (let cell = 0; cell < hidden.length; cell++)
    if (hidden[cell] === 1) width = Math.min(width, plain.high[cell]! - plain.low[cell]!);
  return width < NO_BOUND / 2 ? width : null;
}
