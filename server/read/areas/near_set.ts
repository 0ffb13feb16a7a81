// What lies near to a set of areas.

import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import type { IdxRange } from "./area_index.ts";
import type { SetMember } from "./area_set.ts";

/** Square kilometres around the members that one statement looks at: it takes a fraction of a second. */
const STATEMENT_SQKM = 2_000;
/** Added to a distance for the size of the areas themselves. */
const OWN_KM = 5;

/**
 * Areas near to $2, without those of $5 and without the idx from $6 to $7. Distances are geodesic, between full outlines, which
 * are not looked at where points inside are near enough; the boxes in degrees that come first are as wide as that far from the equator.
 */
const NEAR_SQL = `
  with picked as (
    select geometry, point, bbox, $4::float8 / 110.5 as high,
      $4::float8 / (110.5 * greatest(0.01, cos(radians(least(90, greatest(abs(bbox[2]), abs(bbox[4])) + 1))))) as wide
    from geo.area where boundary_version = $1 and code = any($2) and geometry is not null
  )
  select distinct a.code from picked p
  join geo.area a on a.geometry && st_expand(p.geometry, p.wide, p.high)
  where a.boundary_version = $1 and a.level = $3 and a.code <> all ($5)
    and not exists (select from unnest($6::int[], $7::int[]) as own (first, last) where a.idx between first and last)
    and (st_dwithin(geography(a.point), geography(p.point), $4::float8 * 1000)
      or st_dwithin(geography(a.geometry), geography(p.geometry), $4::float8 * 1000))`;

/** The areas of `level` inside the members of a set, a range of idx for each member of an upper level. */
async function rangesInside(
  store: Store,
  { boundaryVersion, catalog }: Release,
  members: readonly SetMember[],
  level: string,
): Promise<IdxRange[]> {
  const levels = catalog.levels.map(({ id }) => id);
  const indexes = await Promise.all(levels.map((id) => store.areas.level(boundaryVersion, id)));
  const to = levels.indexOf(level);
  return members
    .filter((member) => levels.indexOf(member.level) < to)
    .map((member) =>
      indexes
        .slice(levels.indexOf(member.level) + 1, to + 1)
        .reduce<IdxRange>((range, index) => index.childrenOf(range), { first: member.idx, last: member.idx }),
    );
}

/**
 * Finds the areas of `level` whose border comes within `km` of one of `members`, these and what is inside them left out.
 * Queries a few members at a time, so that others who read come between and `signal` gives the search up at once.
 */
export async function findNear(
  store: Store,
  release: Release,
  members: readonly SetMember[],
  { level, km, signal }: { readonly level: string; readonly km: number; readonly signal: AbortSignal },
): Promise<string[]> {
  const inside = await rangesInside(store, release, members, level);
  const [first, last] = [inside.map((range) => range.first), inside.map((range) => range.last)];
  const codes = members.map(({ code }) => code);
  const atOnce = Math.max(1, Math.floor(STATEMENT_SQKM / (Math.PI * (km + OWN_KM) ** 2)));
  const found: string[] = [];
  for (let at = 0; at < codes.length; at += atOnce) {
    const picked = codes.slice(at, at + atOnce);
    const rows = await store.rows<{ code: string }>(
      NEAR_SQL,
      [release.boundaryVersion, picked, level, km, [...codes, ...found], first, last],
      { signal },
    );
    for (const { code } of rows) found.push(code);
  }
  return found;
}
