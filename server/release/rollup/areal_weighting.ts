// Apportioned counts: those that an area has from an estimated share of an older one, kept beside the sums.

import type { RolledColumn } from "#server/column_store/column";
import { HAS_VALUE, MISSING } from "#domain/missing";
import type { LevelShape } from "./rollup.ts";

const NOT_APPLICABLE = MISSING["not-applicable"].status;

/** What came of one older area, of one measure. */
export interface ApportionedCount {
  readonly parts: readonly { readonly idx: number; readonly count: number }[];
  /** Whether the parts are all there was, so that an area that holds them all knows their sum exactly. */
  readonly isWhole: boolean;
}

/** The parts as the level above holds them; those of one older area that come together again are no estimate any more. */
function rise(shared: readonly ApportionedCount[], parentIdx: Int32Array): ApportionedCount[] {
  return shared.flatMap(({ parts, isWhole }) => {
    const counts = new Map<number, number>();
    for (const { idx, count } of parts)
      counts.set(parentIdx[idx]!, (counts.get(parentIdx[idx]!) ?? 0) + count);
    return isWhole && counts.size === 1
      ? []
      : [{ parts: [...counts].map(([idx, count]) => ({ idx, count })), isWhole }];
  });
}

/**
 * Adds up how much of a measure is apportioned, from the level it is reported at to the top; returns a column per level that has
 * any, by the place of the level. Numerator is the apportioned count, denominator the whole count of the area (`totals`, top first).
 */
export function rollUpApportioned(
  shared: readonly ApportionedCount[],
  levels: readonly LevelShape[],
  ordinal: number,
  totals: readonly RolledColumn[],
): Map<number, RolledColumn> {
  const columns = new Map<number, RolledColumn>();
  let here = shared;
  for (let at = ordinal; at >= 0 && here.length > 0; at--) {
    const { parentIdx } = levels[at]!;
    const numerator = new Float64Array(parentIdx.length);
    for (const { parts } of here) for (const { idx, count } of parts) numerator[idx]! += count;
    const denominator = totals[at]!.numerator;
    columns.set(at, {
      numerator,
      denominator,
      value: Float32Array.from(numerator, (count, idx) => (count === 0 ? 0 : count / denominator[idx]!)),
      status: Uint8Array.from(numerator, (count) => (count === 0 ? NOT_APPLICABLE : HAS_VALUE)),
      covered: Float32Array.from(numerator, (count) => Number(count !== 0)),
    });
    if (at > 0) here = rise(here, parentIdx);
  }
  return columns;
}
