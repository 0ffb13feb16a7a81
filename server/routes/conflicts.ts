// GET /api/areas/{code}/contested: of which areas inside two tables state different numbers.

import { conflictsContract } from "#domain/contract/conflicts";
import { HAS_VALUE } from "#domain/missing";
import { namesAbove } from "#server/read/areas/area_names";
import { findRange } from "#server/read/areas/area_range";
import { findArea } from "#server/read/areas/area_rows";
import { readDisputes } from "#server/read/columns/conflicts";
import { fromRelease } from "#server/http/route";

export const conflictsRoute = fromRelease(conflictsContract, async ({ params, query, release, store }) => {
  const { catalog } = release;
  const period = query.period === undefined ? catalog.periods.at(-1)! : release.period(query.period);
  const { limit } = query;
  const measure = query.measure === undefined ? null : release.measure(query.measure);
  const { idx: own, detail } = await findArea(store, release, params.code);
  const disputes = await readDisputes(store, release, period, (id) => measure === null || id === measure);
  const levels = catalog.levels.map(({ id }) => id);
  const found = [];
  for (const { level, column, ...dispute } of disputes) {
    if (levels.indexOf(level) < levels.indexOf(detail.level)) continue;
    const { first, last } =
      level === detail.level
        ? { first: own, last: own }
        : await findRange(store, release, level, detail.code);
    for (let idx = first; idx <= last; idx++)
      if (column.status[idx] === HAS_VALUE)
        found.push({
          ...dispute,
          level,
          idx,
          stated: column.numerator[idx]!,
          used: column.denominator![idx]!,
        });
  }
  const off = ({ stated, used }: { stated: number; used: number }): number => Math.abs(stated - used);
  found.sort((a, b) => off(b) - off(a) || a.idx - b.idx);
  const areas = [];
  for (const { level, idx, ...claim } of found.slice(0, limit)) {
    const index = await store.areas.level(release.boundaryVersion, level);
    const above = await namesAbove(store, release, level);
    areas.push({
      code: index.code(idx),
      names: index.names(idx),
      parentNames: above(idx),
      ...claim,
    });
  }
  return { release: release.number, period, total: found.length, areas };
});
