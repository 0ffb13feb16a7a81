// An area by code, with its ancestors.

import type { AreaDetail, AreaSummary } from "#domain/contract/areas";
import { ProblemError } from "#server/errors";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { isWhole, wholeArea } from "./whole.ts";

/** Columns of an area `a`. */
export const SUMMARY = `
  a.code, a.names, a.level, a.parent_code as "parentCode",
  case when a.point is null then null else array[st_x(a.point), st_y(a.point)] end as centre`;

/** An area, and where it is among its siblings. */
export interface PlacedArea {
  readonly detail: AreaDetail;
  readonly idx: number;
  readonly parentIdx: number | null;
}

/** An area of a release by code; throws a 404. */
export async function findArea(store: Store, release: Release, code: string): Promise<PlacedArea> {
  const rows = await store.rows<
    AreaSummary & {
      idx: number;
      parentIdx: number | null;
      bbox: [number, number, number, number] | null;
      ordinal: number;
    }
  >(
    `with recursive up as (
       select a.* from geo.area a where a.boundary_version = $1 and a.code = $2
       union all
       select p.* from up join geo.area p on p.boundary_version = $1 and p.code = up.parent_code
     )
     select ${SUMMARY}, a.idx, a.parent_idx as "parentIdx", a.bbox, l.ordinal
     from up a join geo.level l on l.id = a.level order by l.ordinal`,
    [release.boundaryVersion, code],
  );
  const row = rows.at(-1);
  if (!row && isWhole(release, code))
    return { idx: 0, parentIdx: null, detail: await wholeArea(store, release) };
  if (!row)
    throw new ProblemError(404, "unknown area", `unknown area code "${code}": search by /api/areas?q=`);
  const { idx, parentIdx, bbox, names, parentCode, centre } = row;
  const levels = release.catalog.levels;
  const childLevel = levels[levels.findIndex(({ id }) => id === row.level) + 1]?.id ?? null;
  const children = childLevel
    ? (await store.areas.level(release.boundaryVersion, childLevel)).childrenOf({ first: idx, last: idx })
    : { first: 0, last: -1 };
  const parents = rows.slice(0, -1).map(({ code: parent, names, level, parentCode, centre }) => ({
    code: parent,
    names,
    level,
    parentCode,
    centre,
  }));
  return {
    idx,
    parentIdx,
    detail: {
      code,
      names,
      level: row.level,
      parentCode,
      centre,
      parents,
      bbox,
      childCount: children.last - children.first + 1,
      childLevel,
    },
  };
}
