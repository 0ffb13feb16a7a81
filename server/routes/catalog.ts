// GET /api/catalog: levels, lenses, indicators, measures and periods of a release; and when a definition changed.

import { catalogContract, catalogHistoryContract, type CatalogChange } from "#domain/contract/catalog";
import { fromRelease } from "#server/http/route";

export const catalogRoute = fromRelease(catalogContract, async ({ release }) => ({
  release: release.number,
  address: release.address,
  publishedAt: release.publishedAt,
  boundaryVersion: release.boundaryVersion,
  boundaryAddress: release.boundaryAddress,
  ...release.catalog,
}));

/** What a release adds to a definition from its data; not part of it. */
const FROM_DATA = new Set(["periods", "sources", "sampling", "sampledIn"]);

type Definition = Readonly<Record<string, unknown>>;

/** Compares the definitions of an indicator in releases, oldest first; gives what changed, newest first. */
export function definitionChanges(
  releases: readonly { number: number; publishedAt: string; definition: Definition | null }[],
): CatalogChange[] {
  const changes: CatalogChange[] = [];
  let before: Definition | null = null;
  for (const { number: release, publishedAt, definition } of releases) {
    if (definition && !before) changes.push({ release, publishedAt, kind: "added", fields: [] });
    else if (!definition && before) changes.push({ release, publishedAt, kind: "removed", fields: [] });
    else if (definition && before) {
      const earlier = before;
      const fields = [...new Set([...Object.keys(earlier), ...Object.keys(definition)])].filter(
        (field) =>
          !FROM_DATA.has(field) && JSON.stringify(earlier[field]) !== JSON.stringify(definition[field]),
      );
      if (fields.length > 0) changes.push({ release, publishedAt, kind: "changed", fields: fields.sort() });
    }
    before = definition;
  }
  return changes.reverse();
}

export const catalogHistoryRoute = fromRelease(catalogHistoryContract, async ({ params, release, store }) => {
  const { id } = release.indicator(params.indicator);
  const rows = await store.rows<{ number: number; publishedAt: string; definition: Definition | null }>(
    `select r.number,
              to_char(r.published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt",
              (select one from jsonb_array_elements(r.catalog -> 'catalog' -> 'indicators') one
               where one ->> 'id' = $2) as definition
       from release.release r where r.state = 'published' and r.number <= $1 order by r.number`,
    [release.number, id],
  );
  return { release: release.number, indicator: id, changes: definitionChanges(rows) };
});
