// What a profile is read from: one area in every column, its siblings and its parent in those of one period.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { isWhole, leavesOfTops, meanOfTops, sumTops } from "#server/read/areas/whole";
import type { PlacedArea } from "#server/read/areas/area_rows";
import { estimateColumn, type Estimates } from "#server/read/columns/estimate";
import { readSlices, type Slice } from "#server/read/columns/slices";
import { measureColumn } from "#server/column_store/release_record";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";

/** By column and period. */
export type Slices = ReadonlyMap<string, Slice>;

const keyOf = (id: string, period: string): string => `${id} ${period}`;

/** Slices by column and period. */
export const slicesOf = (slices: readonly Slice[]): Slices =>
  new Map(slices.map((slice) => [keyOf(slice.indicator, slice.period), slice]));

export const findSlice = (slices: Slices, id: string, period: string): Slice | undefined =>
  slices.get(keyOf(id, period));

export interface ProfileSlices {
  readonly period: string;
  /** The area alone, in all periods. */
  readonly own: Slices;
  /** All children of its parent in the period; the area is at `place` among them. */
  readonly siblings: Slices;
  readonly place: number;
  /** The parent alone in the period; nothing at the top. */
  readonly parent: Slices;
}

/** The estimates of an indicator in `slices`; null for a full count, and where there is no slice of it. */
export function estimateSlice(slices: Slices, indicator: CatalogIndicator, period: string): Estimates | null {
  const slice = findSlice(slices, indicator.id, period);
  return slice
    ? estimateColumn(indicator, period, slice, (id) => findSlice(slices, measureColumn(id), period))
    : null;
}

/** Every column of the top level, summed over all its areas. */
async function readWholeSlices(store: Store, release: Release): Promise<Slice[]> {
  const leaves = await leavesOfTops(store, release);
  const all = { first: 0, last: leaves.length - 1 };
  const tops = await readSlices(store, release, release.catalog.levels[0]!.id, all, { periods: null });
  const bySlice = slicesOf(tops);
  const statistics = new Map(release.catalog.indicators.map(({ id, statistic }) => [id, statistic]));
  const measures = new Set(
    release.catalog.measures.flatMap(({ id, statistic }) => (statistic ? [measureColumn(id)] : [])),
  );
  return tops.map((slice) => {
    const statistic = statistics.get(slice.indicator);
    const { indicator, period } = slice;
    if (!statistic && !measures.has(indicator)) return { indicator, period, ...sumTops(slice, leaves) };
    const weight = statistic?.weight;
    const weights = weight === undefined ? undefined : bySlice.get(keyOf(measureColumn(weight), period));
    return { indicator, period, ...meanOfTops(slice, weights, leaves) };
  });
}

/** Reads the slices of an area. */
export async function readProfileSlices(
  store: Store,
  release: Release,
  { idx, parentIdx, detail }: PlacedArea,
  period: string,
): Promise<ProfileSlices> {
  const { level, parents } = detail;
  if (isWhole(release, detail.code)) {
    const own = slicesOf(await readWholeSlices(store, release));
    return { period, own, siblings: new Map(), place: 0, parent: new Map() };
  }
  const own = await readSlices(store, release, level, { first: idx, last: idx }, { periods: null });
  const index = await store.areas.level(release.boundaryVersion, level);
  const above = parentIdx ?? -1;
  const range = index.childrenOf({ first: above, last: above });
  const siblings = await readSlices(store, release, level, range, { periods: [period] });
  const parentLevel = parents.at(-1)?.level;
  const parent =
    parentLevel !== undefined && parentIdx !== null
      ? await readSlices(
          store,
          release,
          parentLevel,
          { first: parentIdx, last: parentIdx },
          { periods: [period] },
        )
      : [];
  return {
    period,
    own: slicesOf(own),
    siblings: slicesOf(siblings),
    place: idx - range.first,
    parent: slicesOf(parent),
  };
}
