// Where departments report different numbers: what a table reports that another of higher priority overrules, summed up the levels.

import type { RolledColumn } from "#server/column_store/column";
import { HAS_VALUE, MISSING } from "#domain/missing";
import type { LevelShape } from "./rollup.ts";

const NOT_SURVEYED = MISSING["not-surveyed"].status;

/** One table against the tables before it about one measure at one level, by idx; only where they differ. */
export interface Conflict {
  readonly reported: Float64Array;
  readonly used: Float64Array;
  readonly differs: Uint8Array;
}

/** An empty conflict over `n` areas. */
export const noConflict = (n: number): Conflict => ({
  reported: new Float64Array(n),
  used: new Float64Array(n),
  differs: new Uint8Array(n),
});

/**
 * Sums a conflict from its level to the top; returns one column per level, top first. Numerator is what
 * the table reports, denominator what is used instead, both over the areas that differ; `covered` is their share.
 */
export function rollUpConflict(
  { reported, used, differs }: Conflict,
  levels: readonly LevelShape[],
  ordinal: number,
): RolledColumn[] {
  let numerator: Float64Array = reported;
  let denominator: Float64Array = used;
  let leaves: Float64Array = Float64Array.from(differs, (flag, idx) =>
    flag ? Math.max(1, levels[ordinal]!.leafCount[idx]!) : 0,
  );
  const columns: RolledColumn[] = [];
  for (let at = ordinal; at >= 0; at--) {
    const { parentIdx, leafCount } = levels[at]!;
    columns.push({
      numerator,
      denominator,
      value: Float32Array.from(numerator, (sum, idx) =>
        denominator[idx] === 0 ? 0 : sum / denominator[idx]!,
      ),
      status: Uint8Array.from(leaves, (count) => (count > 0 ? HAS_VALUE : NOT_SURVEYED)),
      covered: Float32Array.from(leaves, (count, idx) => count / Math.max(1, leafCount[idx]!)),
    });
    const above = levels[at - 1];
    if (!above) break;
    const sumUp = (below: Float64Array): Float64Array => {
      const sums = new Float64Array(above.parentIdx.length);
      below.forEach((value, idx) => {
        sums[parentIdx[idx]!]! += value;
      });
      return sums;
    };
    [numerator, denominator, leaves] = [sumUp(numerator), sumUp(denominator), sumUp(leaves)];
  }
  return columns.reverse();
}
