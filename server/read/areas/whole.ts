// The whole of a territory with several top areas: an area of no level, made of all of them when it is read.

import type { AreaDetail } from "#domain/contract/areas";
import { divide } from "#domain/indicator";
import { HAS_VALUE, MISSING } from "#domain/missing";
import { WHOLE } from "#domain/whole";
import type { ExactColumn } from "#server/column_store/column";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";

/** Whether a code asks for the whole, and the release has one that is no single area. */
export const isWhole = (release: Release, code: string): boolean =>
  code === WHOLE && release.catalog.rootCode === WHOLE;

/** The whole as an area. */
export async function wholeArea(store: Store, { catalog, boundaryVersion }: Release): Promise<AreaDetail> {
  const [west, south, east, north] = catalog.bbox;
  const top = catalog.levels[0]!.id;
  const { length } = await store.areas.level(boundaryVersion, top);
  const isDrawn = catalog.isDrawn !== false;
  return {
    code: WHOLE,
    names: catalog.title,
    level: WHOLE,
    parentCode: null,
    centre: isDrawn ? [(west + east) / 2, (south + north) / 2] : null,
    parents: [],
    bbox: isDrawn ? catalog.bbox : null,
    childCount: length,
    childLevel: top,
  };
}

/** Areas of the lowest level in each area of the top level, by idx. */
export async function leavesOfTops(store: Store, { catalog, boundaryVersion }: Release): Promise<number[]> {
  const indexes = await Promise.all(catalog.levels.map(({ id }) => store.areas.level(boundaryVersion, id)));
  return Array.from({ length: indexes[0]!.length }, (_, idx) => {
    let range = { first: idx, last: idx };
    for (const index of indexes.slice(1)) range = index.childrenOf(range);
    return range.last - range.first + 1;
  });
}

/** A column of the top level, summed into a column of one: the sums are divided once, and where nothing contributes a reason that all share stays. */
export function sumTops(column: ExactColumn, leaves: readonly number[]): ExactColumn {
  let [numerator, denominator, covered, total] = [0, 0, 0, 0];
  let reason: number | null = null;
  column.status.forEach((status, idx) => {
    const count = Math.max(1, leaves[idx]!);
    total += count;
    const share = column.covered[idx]!;
    if (share > 0) {
      numerator += column.numerator[idx]!;
      denominator += column.denominator?.[idx] ?? 0;
      covered += share * count;
    } else reason = reason === null || reason === status ? status : MISSING["not-surveyed"].status;
  });
  const hasAny = covered > 0;
  const divisor = column.denominator ? denominator : null;
  return {
    numerator: Float64Array.of(numerator),
    denominator: divisor === null ? null : Float64Array.of(divisor),
    status: Uint8Array.of(
      hasAny ? divide(numerator, divisor).status : (reason ?? MISSING["not-surveyed"].status),
    ),
    covered: Float32Array.of(total > 0 ? covered / total : 0),
  };
}

/** A statistic of the top level as a mean by its weight; not applicable without one. */
export function meanOfTops(
  column: ExactColumn,
  weights: ExactColumn | undefined,
  leaves: readonly number[],
): ExactColumn {
  let [numerator, denominator, covered, total] = [0, 0, 0, 0];
  column.status.forEach((status, idx) => {
    const count = Math.max(1, leaves[idx]!);
    total += count;
    const weight = weights?.status[idx] === HAS_VALUE ? weights.numerator[idx]! : 0;
    if (status !== HAS_VALUE || weight <= 0) return;
    numerator += weight * (column.numerator[idx]! / (column.denominator?.[idx] ?? 1));
    denominator += weight;
    covered += column.covered[idx]! * count;
  });
  return {
    numerator: Float64Array.of(numerator),
    denominator: Float64Array.of(denominator),
    status: Uint8Array.of(denominator > 0 ? HAS_VALUE : MISSING["not-applicable"].status),
    covered: Float32Array.of(total > 0 ? covered / total : 0),
  };
}
