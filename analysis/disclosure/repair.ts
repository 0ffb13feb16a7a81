// Repair: hides the cheapest further cells until every hidden one is protected, or says that only hiding all of them helps.

import { hiddenOf, isProtected, protectionOf, widthNeeded, type Layer, type Protection } from "./layer.ts";
import type { CellTree } from "./tree.ts";

export interface Repairable {
  readonly tree: CellTree;
  /** All are hidden and shown together. */
  readonly layers: readonly Layer[];
  /** The cells that rules hide, or earlier releases. */
  readonly pattern: Uint8Array;
  /** Whether a cell may be hidden to protect others, as one of `MAY_HIDE`. */
  readonly mayHide: Uint8Array;
  /** What hiding a cell costs: the cheapest are taken. */
  readonly cost: Float64Array;
}

/** What is public already is never hidden; upper totals only where nothing else helps. */
export const MAY_HIDE = { never: 0, gladly: 1, atLast: 2 } as const;

/** A pattern in which every hidden cell is protected; null where there is none but the one that hides all. */
export type Repaired = Uint8Array | null;

const MAX_ROUNDS = 200;
/** Room beyond this makes no difference. */
const FAR = 1e6;

interface State extends Repairable {
  /** What is hidden by now. */
  readonly hidden: Uint8Array;
  /** Cells by the cell above. */
  readonly below: readonly (readonly number[])[];
}

function childrenOf({ parent, exists }: CellTree): number[][] {
  const below = Array.from<unknown, number[]>({ length: parent.length }, () => []);
  for (let cell = 0; cell < parent.length; cell++)
    if (exists[cell] === 1 && parent[cell]! >= 0) below[parent[cell]!]!.push(cell);
  return below;
}

/** A cell with one below it, and so on, where it is a sum of shown cells: hidden alone it would be their sum. */
function pathOf({ below, hidden, mayHide, cost, tree }: State, cell: number): number[] | null {
  const path = [cell];
  for (let at = cell; tree.isSum[at] === 1;) {
    const parts = below[at]!;
    if (parts.length === 0 || parts.some((part) => hidden[part] === 1)) return path;
    const free = parts
      .filter((part) => mayHide[part] !== MAY_HIDE.never)
      .sort((a, b) => cost[b]! - cost[a]! || a - b);
    if (free.length === 0) return null;
    at = free[0]!;
    path.push(at);
  }
  return path;
}

/** How much a cell could give away and take on for another below the same total. */
interface Slack {
  readonly down: number;
  readonly up: number;
}

const slackAt = ({ plain }: Pick<Layer, "plain">, cell: number, value: number): Slack => ({
  down: value - plain.low[cell]!,
  up: plain.high[cell]! - value,
});

/** Whether hiding `more` beside a cell would protect it, where nothing but cells below one shown total moves. */
function wouldProtect(layer: Layer, cell: number, protection: Protection, more: number): boolean {
  const value = layer.value[cell]!;
  const given = slackAt(layer, more, layer.value[more]!);
  const own = slackAt(layer, cell, value);
  const ownInformed = slackAt({ plain: layer.informed }, cell, value);
  const { plain, informed } = protection;
  const up = Math.min(own.up, plain.high[cell]! - value + given.down);
  const down = Math.min(own.down, value - plain.low[cell]! + given.up);
  const upInformed = Math.min(ownInformed.up, informed.high[cell]! - value + given.down);
  const downInformed = Math.min(ownInformed.down, value - informed.low[cell]! + given.up);
  return up + down >= widthNeeded(layer, cell) && upInformed + downInformed >= 1;
}

interface Failing {
  readonly cell: number;
  readonly failed: readonly { readonly layer: Layer; readonly protection: Protection }[];
}

function failing({ tree, layers, hidden }: State): Failing[] {
  const found = new Map<number, { layer: Layer; protection: Protection }[]>();
  for (const layer of layers) {
    const own = hiddenOf(tree, layer, hidden);
    const protection = protectionOf(tree, layer, hidden);
    for (let cell = 0; cell < own.length; cell++) {
      if (own[cell] === 0 || isProtected(protection, layer, cell)) continue;
      const failed = found.get(cell) ?? [];
      found.set(cell, failed);
      failed.push({ layer, protection });
    }
  }
  return [...found].map(([cell, failed]) => ({ cell, failed }));
}

/** How far the layers that fail would move in a cell, to compare cells by. */
const roomAt = (failed: Failing["failed"], cell: number): number =>
  failed.reduce((sum, { layer }) => {
    const { down, up } = slackAt(layer, cell, layer.value[cell]!);
    return sum + Math.min(down, FAR) + Math.min(up, FAR);
  }, 0);

/** The cheapest of the shown cells below one that would protect a cell, else the one that gives most; null where there is none. */
function cheapest(
  state: State,
  { cell, failed }: Failing,
  among: readonly number[],
  willing: number,
): number[] | null {
  const { hidden, mayHide, cost, layers } = state;
  const isEmpty = (beside: number): boolean => layers.every(({ value }) => value[beside] === 0);
  // That a place has none is what readers look for, so an empty cell is hidden last.
  const candidates = among
    .filter((beside) => hidden[beside] === 0 && mayHide[beside] === willing)
    .sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)) || cost[a]! - cost[b]! || a - b);
  let best: number[] | null = null;
  let bestRoom = 0;
  for (const beside of candidates) {
    const path = pathOf(state, beside);
    if (!path) continue;
    const leaf = path.at(-1)!;
    if (failed.every(({ layer, protection }) => wouldProtect(layer, cell, protection, leaf))) return path;
    const room = roomAt(failed, leaf);
    if (room > bestRoom) [best, bestRoom] = [path, room];
  }
  return best;
}

/** What to hide for a cell that is not protected; null where nothing at it, beside it or above may be hidden. */
function choose(state: State, found: Failing): number[] | null {
  const { tree, hidden, mayHide, below } = state;
  const ownPath = pathOf(state, found.cell);
  if (ownPath && ownPath.length > 1) return ownPath.slice(1);
  const over = tree.parent[found.cell]!;
  if (over < 0) return null;
  for (const willing of [MAY_HIDE.gladly, MAY_HIDE.atLast]) {
    const beside = cheapest(state, found, below[over]!, willing);
    if (beside) return beside;
    if (hidden[over] === 0 && mayHide[over] === willing) return [over];
    const inside = cheapest(state, found, below[found.cell]!, willing);
    if (inside) return inside;
  }
  return null;
}

/** Hides the cheapest cells beside what the pattern hides until all of it is protected. */
export function repair(input: Repairable): Repaired {
  const hidden = input.pattern.slice();
  const state: State = { ...input, hidden, below: childrenOf(input.tree) };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = failing(state);
    if (open.length === 0) return hidden;
    const touched = new Set<number>();
    let isStuck = true;
    for (const found of open) {
      const family = input.tree.parent[found.cell]!;
      // One cell more under a total may protect all that are hidden there.
      if (touched.has(family)) continue;
      touched.add(family);
      const path = choose(state, found);
      // What is hidden under a hidden total may be waiting for that to be protected.
      if (!path) continue;
      isStuck = false;
      for (const cell of path) hidden[cell] = 1;
    }
    if (isStuck) return null;
  }
  return null;
}
