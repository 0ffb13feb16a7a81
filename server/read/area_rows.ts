// Areas as rows: one by code, its ancestors, lists by name, level and parent.

import type { AreaDetail, AreaSummary } from "#domain/contract/areas";
import { ProblemError } from "../errors.ts";
import { foldText } from "../import/search_text.ts";
import type { Release } from "./release.ts";
import type { Store } from "./store.ts";

const SUMMARY = `
  a.code, a.names, a.level, a.parent_code as "parentCode",
  case when a.point is null then null else array[st_x(a.point), st_y(a.point)] end as centre`;

/** An area, and where it is among its siblings. */
export interface PlacedArea {
  readonly detail: AreaDetail;
  readonly idx: number;
  readonly parentIdx: number | null;
}

/** Gives an area of a release by code; throws a 404. */
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
  if (!row)
    throw new ProblemError(404, "unknown area", `unknown area code "${code}": search by /api/areas?q=`);
  const { idx, parentIdx, bbox, names, parentCode, centre } = row;
  const levels = release.catalog.levels;
  const childLevel = levels[levels.findIndex(({ id }) => id === row.level) + 1]?.id ?? null;
  const children = childLevel
    ? (await store.areas(release.boundaryVersion, childLevel)).childrenOf({ first: idx, last: idx })
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

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Finds areas: by part of name or code the best match first, else in the order of codes. */
export async function searchAreas(
  store: Store,
  release: Release,
  { q, level, parent, limit }: AreaSearch,
): Promise<{ total: number; areas: (AreaSummary & { parentNames: AreaSummary["names"][] })[] }> {
  const values: unknown[] = [release.boundaryVersion];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ["a.boundary_version = $1"];
  if (level !== undefined) where.push(`a.level = ${bind(release.level(level).id)}`);
  if (parent !== undefined) {
    await findArea(store, release, parent);
    where.push(`a.parent_code = ${bind(parent)}`);
  }
  const folded = foldText(q ?? "");
  let rank = "0";
  if (folded) {
    const text = escapeLike(folded);
    const [whole, start, word, part] = [`%\n${text}\n%`, `%\n${text}%`, `% ${text}%`, `%${text}%`].map(bind);
    where.push(`a.search like ${part}`);
    rank = `case when a.search like ${whole} then 0 when a.search like ${start} then 1 when a.search like ${word} then 2 else 3 end`;
  }
  const rows = await store.rows<AreaSummary & { parentNames: AreaSummary["names"][]; total: number }>(
    `with found as (
       select ${SUMMARY}, a.parent_idx, l.ordinal, ${rank} as rank, length(a.search) as length, count(*) over ()::int as total
       from geo.area a join geo.level l on l.id = a.level
       where ${where.join(" and ")}
       order by rank, ${folded ? "l.ordinal, length," : ""} a.code limit ${bind(limit)}
     )
     select f.code, f.names, f.level, f."parentCode", f.centre, f.total,
            coalesce((
              with recursive up as (
                select p.names, p.parent_code, 1 as step from geo.area p
                where p.boundary_version = $1 and p.code = f."parentCode"
                union all
                select p.names, p.parent_code, up.step + 1 from up
                join geo.area p on p.boundary_version = $1 and p.code = up.parent_code
              )
              select jsonb_agg(up.names order by up.step desc) from up
            ), '[]'::jsonb) as "parentNames"
     from found f order by f.rank, ${folded ? "f.ordinal, f.length," : ""} f.code`,
    values,
  );
  return {
    total: rows[0]?.total ?? 0,
    areas: rows.map(({ code, names, level: of, parentCode, centre, parentNames }) => ({
      code,
      names,
      level: of,
      parentCode,
      centre,
      parentNames,
    })),
  };
}
