// GET /api/columns: several indicators of every area of a level, column by column, for filters and comparisons.

import { columnsContract } from "#domain/contract/columns";
import { HAS_VALUE, missingOfStatus } from "#domain/missing";
import { measureColumn } from "#server/column_store/release_record";
import { fromRelease } from "#server/http/route";
import { findRange } from "#server/read/areas/area_range";
import { valueAt } from "#server/read/columns/estimate";
import { nearestEntry } from "#server/read/columns/nearest_entry";

export const columnsRoute = fromRelease(columnsContract, async ({ query, release, store }) => {
  const { id: level } = release.level(query.level);
  const period = release.period(query.period);
  const range = await findRange(store, release, level, query.parent);
  const areas = Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at);
  const index = await store.areas.level(release.boundaryVersion, level);
  const columns = [];
  for (const id of query.indicators) {
    const entry = nearestEntry(release, level, id, period);
    const column = entry && (await store.columns.exact(entry));
    columns.push({
      indicator: release.indicator(id).id,
      period: entry?.period ?? period,
      values: areas.map((idx) => {
        if (!column) return "not-surveyed" as const;
        const status = column.status[idx]!;
        return status === HAS_VALUE ? valueAt(column, idx) : missingOfStatus(status);
      }),
    });
  }
  const answer = {
    release: release.number,
    level,
    period,
    codes: areas.map((idx) => index.code(idx)),
    columns,
  };
  if (query.people === undefined) return answer;
  const counted = release.find(level, measureColumn(release.measure(query.people)), period);
  const sums = counted && (await store.columns.exact(counted));
  return {
    ...answer,
    people: areas.map((idx) => (sums && sums.covered[idx]! > 0 ? sums.numerator[idx]! : null)),
  };
});
