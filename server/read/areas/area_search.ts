// Lists of areas by name, level and parent.

import type { AreaSummary } from "#domain/contract/areas";
import { foldText } from "#server/column_store/search_text";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { findRange } from "./area_range.ts";
import { findArea, SUMMARY } from "./area_rows.ts";
import { isWhole } from "./whole.ts";

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
  if (
    text === "" &&
    above &&
    levelId !== null &&
    levels.indexOf(levelId) > levels.indexOf(above.detail.level)
  ) {
    const { first, last } = await findRange(store, release, levelId, parent!);
    return listAreas(store, "boundary_version = $1 and level = $2 and idx between $3 and $4", limit, [
      boundaryVersion,
      levelId,
      first,
      last,
    ]);
  }
  if (text === "")
    return listAreas(
      store,
      `boundary_version = $1 and level = coalesce($2::text, level)
       and ($3::text is null or parent_code = $3)`,
      limit,
      [boundaryVersion, levelId, above ? parent! : null],
    );

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

/** Areas in the order of their codes: those for which `where` is true of `values`, of which the first is the boundary version. */
async function listAreas(
  store: Store,
  where: string,
  limit: number,
  values: readonly unknown[],
): Promise<{ total: number; areas: FoundArea[] }> {
  const rows = await store.rows<FoundArea>(
    LISTED(`(select *, 0 as rank from geo.area where ${where} order by code limit ${limit}) a`),
    values,
  );
  const [count] = await store.rows<{ n: number }>(
    `select count(*)::int as n from geo.area where ${where}`,
    values,
  );
  return { total: count!.n, areas: rows };
}
