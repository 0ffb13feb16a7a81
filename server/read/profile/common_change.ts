// The change of sums of one area over the areas inside it that are counted in both periods.

import { kindOf } from "#domain/column_kind";
import type { CommonChange } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { HAS_VALUE } from "#domain/missing";
import type { IdxRange } from "#server/read/areas/area_index";
import { isWhole } from "#server/read/areas/whole";
import type { PlacedArea } from "#server/read/areas/area_rows";
import {
  commonShare,
  isPartlyCovered,
  sumCommonAreas,
  type TwoPeriods,
} from "#server/read/columns/common_areas";
import { readSlices } from "#server/read/columns/slices";
import { coverageOf } from "#server/read/columns/value";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { findSlice, slicesOf, type ProfileSlices, type Slices } from "./profile_slices.ts";

interface Compared {
  readonly indicator: string;
  readonly since: string;
}

/** The sums of which only some areas are counted in `period` or in the one before that is compared with. */
function partlyCovered(
  { own, period }: ProfileSlices,
  indicators: readonly CatalogIndicator[],
  since: string | undefined,
): Compared[] {
  return indicators.flatMap((indicator) => {
    const { id, periods } = indicator;
    const now = findSlice(own, id, period);
    if (kindOf(indicator) !== "sum" || now?.status[0] !== HAS_VALUE) return [];
    const before = periods.slice(0, Math.max(0, periods.indexOf(period)));
    const from = since ?? before.findLast((at) => findSlice(own, id, at)?.status[0] === HAS_VALUE);
    const then = from === undefined ? undefined : findSlice(own, id, from);
    return then && isPartlyCovered(then, now) ? [{ indicator: id, since: from! }] : [];
  });
}

interface LevelRun {
  readonly slices: Slices;
  readonly parents: Int32Array;
}

/** The slices of an area and of all that lies in it, level by level. */
async function readRuns(
  store: Store,
  release: Release,
  { idx, detail }: PlacedArea,
  compared: readonly Compared[],
  { period, own }: Pick<ProfileSlices, "period" | "own">,
): Promise<LevelRun[]> {
  const { levels } = release.catalog;
  const choice = {
    periods: [...new Set([period, ...compared.map(({ since }) => since)])],
    indicators: compared.map(({ indicator }) => indicator),
  };
  const isAll = isWhole(release, detail.code);
  const runs: LevelRun[] = isAll ? [{ slices: own, parents: Int32Array.of(0) }] : [];
  let range: IdxRange = { first: idx, last: idx };
  for (const { id } of isAll ? levels : levels.slice(levels.findIndex(({ id }) => id === detail.level))) {
    const index = await store.areas.level(release.boundaryVersion, id);
    const above = range.first;
    const isTop = runs.length === 0;
    if (isAll && runs.length === 1) range = { first: 0, last: index.length - 1 };
    else if (!isTop) range = index.childrenOf(range);
    const { first, last } = range;
    const parents = Int32Array.from({ length: Math.max(0, last - first + 1) }, (_, place) =>
      isTop || (isAll && runs.length === 1) ? 0 : index.parent(first + place) - above,
    );
    runs.push({ slices: slicesOf(await readSlices(store, release, id, range, choice)), parents });
  }
  return runs;
}

/**
 * By indicator, the change since an earlier period of the areas counted in both; only for sums of which some area is not. Without
 * `since` the last period with a value is compared with.
 */
export async function readCommonChanges(
  store: Store,
  release: Release,
  area: PlacedArea,
  slices: ProfileSlices,
  since: string | undefined,
): Promise<Map<string, CommonChange>> {
  const compared = partlyCovered(slices, release.catalog.indicators, since);
  if (compared.length === 0) return new Map();
  const runs = await readRuns(store, release, area, compared, slices);
  return new Map(
    compared.map(({ indicator, since: from }) => {
      const levels = runs.map(({ slices: run, parents }): TwoPeriods => ({
        earlier: findSlice(run, indicator, from) ?? null,
        later: findSlice(run, indicator, slices.period) ?? null,
        parents,
      }));
      const common = sumCommonAreas(levels);
      const coverage = coverageOf(Math.fround(commonShare(common, 0)));
      const by = common.leaves[0]! > 0 ? { by: common.later[0]! - common.earlier[0]! } : {};
      return [indicator, { since: from, coverage, ...by }];
    }),
  );
}
