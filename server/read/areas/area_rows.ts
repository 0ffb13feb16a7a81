// Areas as rows: one by code, its ancestors, lists by name, level and parent.

import type { AreaDetail, AreaSummary } from "#domain/contract/areas";
import { ProblemError } from "#server/errors";
import { foldText } from "#server/column_store/search_text";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { isWhole, wholeArea } from "./whole.ts";

const SUMMARY = `
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

export interface AreaSearch {
  readonly q?: string | undefined;
  readonly level?: string | undefined;
  readonly parent?: string | undefined;
  readonly limit: number;
}

type FoundArea = AreaSummary & { parentNames: AreaSummary["names"][] };

/** Areas with the names of their ancestors, top first; `from` gives rows of geo.area as a, and `rank` to order them by. */
const LISTED = (from: string): string => `
  select ${SUMMARY},
         coalesce((
           with recursive up as (
             select p.names, p.parent_code, 1 as step from geo.area p
             where p.boundary_version = $1 and p.code = a.parent_code
             union all
             select p.names, p.parent_code, up.step + 1 from up
             join geo.area p on p.boundary_version = $1 and p.code = up.parent_code
           )
           select jsonb_agg(up.names order by up.step desc) from up
         ), '[]'::jsonb) as "parentNames"
  from ${from} order by rank, a.code`;

/** Finds areas: by part of name or code the best match first, else in the order of codes. */
export async function searchAreas(
  store: Store,
  release: Release,
  { q, level, parent, limit }: AreaSearch,
): Promise<{ total: number; areas: FoundArea[] }> {
  const { boundaryVersion } = release;
  const levels = release.catalog.levels.map(({ id }) => id);
  const levelId = level === undefined ? null : release.level(level).id;
  // All areas lie in the whole; those of the top level are its children.
  const isInWhole = parent !== undefined && isWhole(release, parent);
  const above = parent === undefined || isInWhole ? null : await findArea(store, release, parent);
  const text = foldText(q ?? "");
  if (isInWhole && levelId === null) return searchAreas(store, release, { q, level: levels[0]!, limit });
  if (text === "") return listAreas(store, boundaryVersion, levelId, above && parent!, limit);

  const childLevel = above ? above.detail.childLevel : levelId;
  const isEmpty = above !== null && (childLevel === null || (levelId ?? childLevel) !== childLevel);
  const index = await store.areas.search(boundaryVersion);
  const { total, hits } = isEmpty
    ? { total: 0, hits: [] }
    : await index.find(text, {
        level: childLevel === null ? null : levels.indexOf(childLevel),
        parentIdx: above?.idx ?? null,
        limit,
      });
  const areas = await store.rows<FoundArea>(
    LISTED(`unnest($2::text[], $3::int[]) with ordinality as found (level, idx, rank)
       join geo.area a on a.boundary_version = $1 and a.level = found.level and a.idx = found.idx`),
    [boundaryVersion, hits.map(({ ordinal }) => levels[ordinal]!), hits.map(({ idx }) => idx)],
  );
  return { total, areas };
}

/** Areas in the order of their codes, of one level or below one parent where given. */
async function listAreas(
  store: Store,
  boundaryVersion: number,
  level: string | null,
  parent: string | null,
  limit: number,
): Promise<{ total: number; areas: FoundArea[] }> {
  const where = `boundary_version = $1 and level = coalesce($2::text, level)
    and ($3::text is null or parent_code = $3)`;
  const rows = await store.rows<FoundArea>(
    LISTED(`(select *, 0 as rank from geo.area where ${where} order by code limit $4) a`),
    [boundaryVersion, level, parent, limit],
  );
  const [count] = await store.rows<{ n: number }>(`select count(*)::int as n from geo.area where ${where}`, [
    boundaryVersion,
    level,
    parent,
  ]);
  return { total: count!.n, areas: rows };
}
