// Cells on a tree of areas, and the exact interval of every hidden one: bound propagation up and down.
//
// Each cell has one equation to the cell above it, so that one pass up and one pass down reach the fixpoint, and its bounds
// are those of whole numbers too (5-methods g.4; checked against integer programming in the tests).

/** Stands for no upper bound: sums of a few thousand of it are still exact enough to be of no consequence. */
export const NO_BOUND = 1e15;

/** A tree of cells; a cell comes after the one above it. */
export interface CellTree {
  /** The cell above, of whose parts a cell is one; −1 for none. */
  readonly parent: Int32Array;
  /** 1 where there is a cell: areas that report nothing have none. */
  readonly exists: Uint8Array;
  /** 1 where a cell is the sum of cells below it. */
  readonly isSum: Uint8Array;
}

/** What is known of each cell beside the equations, 0 to `NO_BOUND`. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export const boundsOf = (n: number, low = 0, high = NO_BOUND): Bounds => ({
  low: new Float64Array(n).fill(low),
  high: new Float64Array(n).fill(high),
});

/** Makes the tree of cells from the cell above each and whether it exists; what is above no cell stands alone. */
export function makeTree(above: Int32Array, exists: Uint8Array, isSum: Uint8Array): CellTree {
  const parent = above.slice();
  for (let cell = 0; cell < parent.length; cell++) {
    const over = parent[cell]!;
    if (over >= 0 && (exists[cell] === 0 || exists[over] === 0 || isSum[over] === 0)) parent[cell] = -1;
  }
  return { parent, exists, isSum };
}

/**
 * The interval of every cell for somebody who sees the value of each cell that is not hidden and knows the bounds: exact on a
 * tree. The value of a shown cell is its interval.
 */
export function treeIntervals(
  { parent, exists, isSum }: CellTree,
  value: Float64Array,
  hidden: Uint8Array,
  bounds: Bounds,
): Bounds {
  const n = parent.length;
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  const sumLow = new Float64Array(n);
  const sumHigh = new Float64Array(n);
  for (let cell = n - 1; cell >= 0; cell--) {
    if (exists[cell] === 0) continue;
    if (hidden[cell] === 0) low[cell] = high[cell] = value[cell]!;
    else {
      const sums = isSum[cell] === 1;
      low[cell] = sums ? Math.max(bounds.low[cell]!, sumLow[cell]!) : bounds.low[cell]!;
      high[cell] = sums ? Math.min(bounds.high[cell]!, sumHigh[cell]!) : bounds.high[cell]!;
    }
    const over = parent[cell]!;
    if (over < 0) continue;
    sumLow[over]! += low[cell]!;
    sumHigh[over]! += high[cell]!;
  }
  for (let cell = 0; cell < n; cell++) {
    const over = parent[cell]!;
    if (over < 0 || hidden[cell] === 0) continue;
    const [own, most] = [low[cell]!, high[cell]!];
    low[cell] = Math.max(own, low[over]! - (sumHigh[over]! - most));
    high[cell] = Math.min(most, high[over]! - (sumLow[over]! - own));
  }
  return { low, high };
}
