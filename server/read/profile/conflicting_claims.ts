// Which tables state something else than what is shown of an area.

import type { ConflictingClaim } from "#domain/contract/areas";
import type { Catalog } from "#domain/contract/catalog";
import { HAS_VALUE } from "#domain/missing";
import { parseConflictColumn } from "#server/column_store/release_record";
import { findRange } from "#server/read/areas/area_range";
import type { PlacedArea } from "#server/read/areas/area_rows";
import type { Slice } from "#server/read/columns/slices";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";

const sourceOf = ({ department, fileName, reportingDate }: Catalog["tables"][number]) => ({
  department,
  fileName,
  reportingDate,
});

/** What tables state otherwise in the columns of one area, and for how many areas of the lowest level. */
export async function readConflictingClaims(
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
  const { tables, levels } = release.catalog;
  const lowest = levels.at(-1)!.id;
  const range = detail.level === lowest ? null : await findRange(store, release, lowest, detail.code);
  const leaves = range ? range.last - range.first + 1 : 1;
  return found.flatMap(({ slice, measure, table: id }): ConflictingClaim[] => {
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
