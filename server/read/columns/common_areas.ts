// Changes of sums whose areas differ between two periods: only what is counted in both is compared.

import { HAS_VALUE, MISSING, moreSevere } from "#domain/missing";
import type { ExactColumn } from "#server/column_store/column";
import { valueAt } from "./estimate.ts";

const NOT_APPLICABLE = MISSING["not-applicable"].status;

/** What a level has of an indicator in two periods, for a run of its areas. */
export interface TwoPeriods {
  /** Null where the level has no such column. */
  readonly earlier: ExactColumn | null;
  readonly later: ExactColumn | null;
  /** Place of the area above in the run of the level above; of no meaning for the first level. */
  readonly parents: Int32Array;
}

/** Sums over the areas of the lowest level that are counted in both periods, by place. */
export interface CommonSums {
  readonly earlier: Float64Array;
  readonly later: Float64Array;
  /** Areas of the lowest level that are counted in both. */
  readonly leaves: Float64Array;
  readonly leafCount: Float64Array;
}

const isCounted = (column: ExactColumn | null, at: number): boolean => (column?.covered[at] ?? 0) > 0;

/** Whether some area has a number in both periods and is only partly covered in one. */
export const isPartlyCovered = (earlier: ExactColumn, later: ExactColumn): boolean =>
  earlier.covered.some(
    (share, at) => share > 0 && later.covered[at]! > 0 && (share < 1 || later.covered[at]! < 1),
  );

/**
 * Sums of what is counted in both periods; `levels` go from the level that is compared down to the lowest. An area that states
 * a figure of its own is covered whole; beside a period in which only some of its areas are counted nothing of it is common.
 */
export function sumCommonAreas(levels: readonly TwoPeriods[]): CommonSums {
  let below: CommonSums | null = null;
  for (let at = levels.length - 1; at >= 0; at--) below = sumLevel(levels[at]!, below, levels[at + 1]);
  return below!;
}

function sumLevel(
  { earlier, later, parents }: TwoPeriods,
  below: CommonSums | null,
  children: TwoPeriods | undefined,
): CommonSums {
  const n = parents.length;
  const sums: CommonSums = {
    earlier: new Float64Array(n),
    later: new Float64Array(n),
    leaves: new Float64Array(n),
    leafCount: new Float64Array(n).fill(below ? 0 : 1),
  };
  /** Bit 1: summed from children in the earlier period; bit 2: in the later one. */
  const isSummed = new Uint8Array(n);
  children?.parents.forEach((parent, child) => {
    sums.earlier[parent]! += below!.earlier[child]!;
    sums.later[parent]! += below!.later[child]!;
    sums.leaves[parent]! += below!.leaves[child]!;
    sums.leafCount[parent]! += below!.leafCount[child]!;
    isSummed[parent]! |=
      Number(isCounted(children.earlier, child)) | (Number(isCounted(children.later, child)) << 1);
  });
  for (let at = 0; at < n; at++) {
    const isInBoth = isCounted(earlier, at) && isCounted(later, at);
    const isWhole = isInBoth && earlier!.covered[at] === 1 && later!.covered[at] === 1;
    if (isWhole) {
      sums.earlier[at] = earlier!.numerator[at]!;
      sums.later[at] = later!.numerator[at]!;
      sums.leaves[at] = Math.max(1, sums.leafCount[at]!);
    } else if (!isInBoth || isSummed[at] !== 3) {
      sums.earlier[at] = 0;
      sums.later[at] = 0;
      sums.leaves[at] = 0;
    }
  }
  return sums;
}

/** The share 0–1 of the areas of the lowest level that is counted in both periods. */
export const commonShare = ({ leaves, leafCount }: CommonSums, at: number): number =>
  leaves[at]! / Math.max(1, leafCount[at]!);

/** Later minus earlier of what is counted in both periods; not applicable where nothing is. */
export function changeOfCommonAreas(
  earlier: ExactColumn,
  later: ExactColumn,
  common: CommonSums,
): ExactColumn {
  const { length } = later.status;
  const numerator = new Float64Array(length);
  const covered = new Float32Array(length);
  const status = later.status.map((own, at) => {
    const reason = moreSevere(earlier.status[at]!, own);
    if (reason !== HAS_VALUE) return reason;
    if (common.leaves[at] === 0) return NOT_APPLICABLE;
    const isSame = earlier.covered[at] === 1 && later.covered[at] === 1;
    numerator[at] = isSame
      ? valueAt(later, at) - valueAt(earlier, at)
      : common.later[at]! - common.earlier[at]!;
    covered[at] = commonShare(common, at);
    return HAS_VALUE;
  });
  return { numerator, denominator: null, status, covered };
}
