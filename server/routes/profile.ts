// GET /api/areas/{code}/profile: every indicator of one area, among its siblings and over time.

import { profileContract, type FormerArea } from "#domain/contract/areas";
import { MISSING } from "#domain/missing";
import { measureColumn } from "#server/column_store/release_record";
import { fromRelease } from "#server/http/route";
import { findArea } from "#server/read/areas/area_rows";
import { readCommonChanges } from "#server/read/profile/common_change";
import { readConflictingClaims } from "#server/read/profile/conflicting_claims";
import { profileIndicator } from "#server/read/profile/profile_indicator";
import { findSlice, readProfileSlices } from "#server/read/profile/profile_slices";

export const profileRoute = fromRelease(profileContract, async ({ params, query, release, store }) => {
  const { catalog } = release;
  const period = query.period === undefined ? catalog.periods.at(-1)! : release.period(query.period);
  const area = await findArea(store, release, params.code);
  const slices = await readProfileSlices(store, release, area, period);
  const since = query.since === undefined ? undefined : release.period(query.since);
  const common = await readCommonChanges(store, release, area, slices, since);
  const indicators = catalog.indicators.map((indicator) =>
    profileIndicator(slices, indicator, catalog.periods, common.get(indicator.id)),
  );
  const measures: Record<string, number> = {};
  for (const { id } of catalog.measures) {
    const slice = findSlice(slices.own, measureColumn(id), period);
    if (slice && slice.status[0] !== MISSING["not-surveyed"].status && slice.covered[0]! > 0)
      measures[id] = slice.numerator[0]!;
  }
  const madeOf = await store.rows<FormerArea>(
    `select from_code as code, share, kind, since from release.lineage
     where release = $1 and to_code = $2 and from_code <> to_code order by since, from_code`,
    [release.number, area.detail.code],
  );
  const inPeriod = [...slices.own.values()].filter((slice) => slice.period === period);
  const contested = await readConflictingClaims(store, release, area, inPeriod);
  return { release: release.number, period, area: area.detail, measures, indicators, contested, madeOf };
});
