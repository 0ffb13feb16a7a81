// GET /api/areas/{code}/profile: every indicator of one area, among its siblings and over time.

import {
  profileContract,
  type ConflictingClaim,
  type FormerArea,
  type ProfileIndicator,
} from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { HAS_VALUE, MISSING } from "#domain/missing";
import { findRange } from "#server/read/areas/area_range";
import { findArea, type PlacedArea } from "#server/read/areas/area_rows";
import type { IdxRange } from "#server/read/areas/area_index";
import type { Release } from "#server/read/release";
import { readSlices, type Slice } from "#server/read/columns/slices";
import type { Store } from "#server/read/store";
import { apportionedFields, apportionedShareOf } from "#server/read/columns/apportioned";
import { estimateColumn, type Estimates } from "#server/read/columns/estimate";
import { rankRanges } from "#server/read/columns/rank";
import { coverageOf, estimateFields, valueFieldsAt, type ValueFields } from "#server/read/columns/value";
import { isByShare, measureColumn, parseConflictColumn } from "#server/column_store/release_record";
import { fromRelease } from "#server/http/route";

const MISSING_ENTRY: ValueFields = { missing: "not-surveyed" };

const entryOf = (slice: Slice | undefined, at: number): ValueFields =>
  slice ? valueFieldsAt(slice, at) : MISSING_ENTRY;

/** Ranks an area among its siblings, 1 the worst; null when it has no value, or none that can be ranked. */
function rankOf(
  slice: Slice,
  estimates: Estimates | null,
  at: number,
  polarity: CatalogIndicator["polarity"],
): Pick<ProfileIndicator, "rank" | "rankOf" | "rankFirst" | "rankLast"> | null {
  const ranges = rankRanges(slice, estimates, polarity, 0, slice.status.length - 1);
  const range = ranges[at];
  if (!range) return null;
  const value = (idx: number): number => slice.numerator[idx]! / (slice.denominator?.[idx] ?? 1);
  const own = value(at);
  let rank = 1;
  let count = 0;
  ranges.forEach((known, idx) => {
    if (!known) return;
    count++;
    if (polarity === "higher-is-better" ? value(idx) < own : value(idx) > own) rank++;
  });
  return { rank, rankOf: count, ...range };
}

async function siblingsOf(store: Store, release: Release, area: PlacedArea): Promise<IdxRange> {
  const index = await store.areas.level(release.boundaryVersion, area.detail.level);
  const parent = area.parentIdx ?? -1;
  return index.childrenOf({ first: parent, last: parent });
}

const sourceOf = ({ department, fileName, reportingDate }: Catalog["tables"][number]) => ({
  department,
  fileName,
  reportingDate,
});

/** Which tables state something else than what is shown, and for how many areas of the lowest level. */
async function readConflictingClaims(
  store: Store,
  release: Release,
  { detail }: PlacedArea,
  slices: readonly Slice[],
): Promise<ConflictingClaim[]> {
  const found = slices.flatMap((slice) => {
    const column = parseConflictColumn(slice.indicator);
    return column && slice.status[0] === HAS_VALUE ? [{ slice, ...column }] : [];
  });
  if (found.length === 0) return [];
  const lowest = release.catalog.levels.at(-1)!.id;
  const range = detail.level === lowest ? null : await findRange(store, release, lowest, detail.code);
  const leaves = range ? range.last - range.first + 1 : 1;
  return found.flatMap(({ slice, measure, table: id }): ConflictingClaim[] => {
    const { tables } = release.catalog;
    const own = tables.findIndex((table) => table.id === id);
    if (own < 0) return [];
    return [
      {
        measure,
        ...sourceOf(tables[own]!),
        stated: slice.numerator[0]!,
        used: slice.denominator![0]!,
        usedFrom: tables
          .slice(0, own)
          .filter(({ measures }) => measures.includes(measure))
          .map(sourceOf),
        areas: Math.max(1, Math.round(slice.covered[0]! * leaves)),
      },
    ];
  });
}

export const profileRoute = fromRelease(profileContract, async ({ params, query, release, store }) => {
  const { catalog } = release;
  const period = query.period === undefined ? catalog.periods.at(-1)! : release.period(query.period);
  const area = await findArea(store, release, params.code);
  const { level } = area.detail;
  const own = await readSlices(store, release, level, { first: area.idx, last: area.idx }, null);
  const range = await siblingsOf(store, release, area);
  const siblings = await readSlices(store, release, level, range, period);
  const parent = area.detail.parents.at(-1);
  const above =
    parent && area.parentIdx !== null
      ? await readSlices(
          store,
          release,
          parent.level,
          { first: area.parentIdx, last: area.parentIdx },
          period,
        )
      : [];
  const find = (slices: readonly Slice[], id: string, at = period): Slice | undefined =>
    slices.find((slice) => slice.indicator === id && slice.period === at);

  const estimate = (
    slices: readonly Slice[],
    indicator: CatalogIndicator,
    slice: Slice | undefined,
  ): Estimates | null =>
    slice ? estimateColumn(indicator, slice, (id) => find(slices, measureColumn(id), slice.period)) : null;
  const estimated = (indicator: CatalogIndicator, at: string) => {
    const estimates = estimate(own, indicator, find(own, indicator.id, at));
    return estimates ? estimateFields(estimates, 0) : {};
  };

  const shared = own.filter(({ indicator }) => isByShare(indicator));
  const sharedIn = (indicator: CatalogIndicator, at: string) =>
    apportionedFields(apportionedShareOf(indicator, (column) => find(shared, column, at))?.(0) ?? 0);

  const indicators = catalog.indicators.map((indicator): ProfileIndicator => {
    const { id, polarity } = indicator;
    const slice = find(own, id);
    const among = find(siblings, id);
    const parentValue = entryOf(find(above, id), 0).value;
    return {
      indicator: id,
      ...entryOf(slice, 0),
      ...estimated(indicator, period),
      ...sharedIn(indicator, period),
      ...(among
        ? rankOf(among, estimate(siblings, indicator, among), area.idx - range.first, polarity)
        : null),
      ...(parentValue === undefined ? {} : { parentValue }),
      coverage: coverageOf(slice?.covered[0] ?? 0),
      trend: catalog.periods.map((at) => ({
        period: at,
        ...entryOf(find(own, id, at), 0),
        ...estimated(indicator, at),
        ...sharedIn(indicator, at),
      })),
    };
  });
  const measures: Record<string, number> = {};
  for (const { id } of catalog.measures) {
    const slice = find(own, measureColumn(id));
    if (slice && slice.status[0] !== MISSING["not-surveyed"].status && slice.covered[0]! > 0)
      measures[id] = slice.numerator[0]!;
  }
  const madeOf = await store.rows<FormerArea>(
    `select from_code as code, share, kind, since from release.lineage
       where release = $1 and to_code = $2 and from_code <> to_code order by since, from_code`,
    [release.number, area.detail.code],
  );
  const contested = await readConflictingClaims(
    store,
    release,
    area,
    own.filter((slice) => slice.period === period),
  );
  return { release: release.number, period, area: area.detail, measures, indicators, contested, madeOf };
});
