// Roll-up of statistics: figures that are no sums, each of its own level; a weight makes means of them where a level has none.

import type { RolledColumn } from "#server/column_store/column";
import { HAS_VALUE, MISSING } from "#domain/missing";
import type { LevelShape, ReportedColumn } from "./rollup.ts";

const NOT_SURVEYED = MISSING["not-surveyed"].status;

/** Numbers of one level by idx; the status is 0 where there is one. */
type Numbers = Pick<ReportedColumn, "value" | "status">;

/** What a level states by itself, over 1. */
function ownColumn(reported: ReportedColumn | undefined, n: number, isWeighted: boolean): RolledColumn {
  const status = reported?.status.slice() ?? new Uint8Array(n).fill(NOT_SURVEYED);
  const numerator = new Float64Array(n);
  const denominator = isWeighted ? new Float64Array(n) : null;
  const covered = new Float32Array(n);
  for (let idx = 0; idx < n; idx++) {
    if (status[idx] !== HAS_VALUE) continue;
    numerator[idx] = reported!.value[idx]!;
    if (denominator) denominator[idx] = 1;
    covered[idx] = 1;
  }
  return { numerator, denominator, value: Float32Array.from(numerator), status, covered };
}

/** Fills in the mean of the areas below, by their weights, where a level states nothing itself. */
function fillInMeans(
  own: RolledColumn,
  below: RolledColumn,
  weights: Numbers,
  shape: LevelShape,
  belowShape: LevelShape,
): void {
  const n = own.status.length;
  const numerator = new Float64Array(n);
  const denominator = new Float64Array(n);
  const leaves = new Float64Array(n);
  belowShape.parentIdx.forEach((parent, child) => {
    const weight = weights.value[child]!;
    if (below.status[child] !== HAS_VALUE || weights.status[child] !== HAS_VALUE || weight <= 0) return;
    numerator[parent]! += weight * (below.numerator[child]! / below.denominator![child]!);
    denominator[parent]! += weight;
    leaves[parent]! += below.covered[child]! * Math.max(1, belowShape.leafCount[child]!);
  });
  for (let idx = 0; idx < n; idx++) {
    if (own.status[idx] === HAS_VALUE || denominator[idx] === 0) continue;
    own.numerator[idx] = numerator[idx]!;
    own.denominator![idx] = denominator[idx]!;
    own.value[idx] = numerator[idx]! / denominator[idx]!;
    own.status[idx] = HAS_VALUE;
    own.covered[idx] = leaves[idx]! / Math.max(1, shape.leafCount[idx]!);
  }
}

/**
 * A statistic at every level, top first: what the level states, and where it states nothing the mean of the areas below weighted by
 * `weightAt` of their level. Without a weight no figure is made of others. Numbers need not be whole.
 */
export function rollUpStatistic(
  measure: string,
  levels: readonly LevelShape[],
  reported: readonly ReadonlyMap<string, ReportedColumn>[],
  weightAt: ((ordinal: number) => Numbers | undefined) | null,
): RolledColumn[] {
  const columns: RolledColumn[] = [];
  for (let ordinal = levels.length - 1; ordinal >= 0; ordinal--) {
    const shape = levels[ordinal]!;
    const own = ownColumn(reported[ordinal]!.get(measure), shape.parentIdx.length, weightAt !== null);
    const below = columns.at(-1);
    const weights = weightAt?.(ordinal + 1);
    if (below && weights) fillInMeans(own, below, weights, shape, levels[ordinal + 1]!);
    columns.push(own);
  }
  return columns.reverse();
}
