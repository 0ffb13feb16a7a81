// The facilities and roads of a profile, source by source.

import type { ThingsInput } from "#domain/things";
import type { Database } from "#sql/connect";
import type { Boundaries } from "#server/import/boundaries/boundaries";
import type { ImportProfile } from "#server/import/profile/profile";
import { readFacilities } from "./read_facilities.ts";
import { readRoads } from "./read_roads.ts";
import type { ThingContext } from "./source_head.ts";
import { VillageIndex, type VillageShape } from "./village_index.ts";

/** Reads both sections; undefined where the profile has neither. A fault of one source becomes a finding. */
export async function readThings(
  { facilities, roads, levels }: ImportProfile,
  boundaries: Boundaries | null,
  context: Omit<ThingContext, "villages">,
): Promise<ThingsInput | undefined> {
  if (facilities.length === 0 && roads.length === 0) return undefined;
  const { log } = context;
  const shapes = boundaries
    ? (boundaries.get(levels.at(-1)!.id)?.values() ?? [])
    : await storedVillages(context.database);
  const whole = { ...context, villages: new VillageIndex(shapes) };
  const read: { facilities: ThingsInput["facilities"][number][]; roads: ThingsInput["roads"][number][] } = {
    facilities: [],
    roads: [],
  };
  for (const spec of facilities)
    try {
      read.facilities.push(await readFacilities(spec, whole));
    } catch (error) {
      log.addFault(error);
    }
  for (const spec of roads)
    try {
      read.roads.push(await readRoads(spec, whole));
    } catch (error) {
      log.addFault(error);
    }
  return read;
}

/** Villages of the newest boundary version. */
async function storedVillages({ pool }: Pick<Database, "pool">): Promise<VillageShape[]> {
  const { rows } = await pool.query<VillageShape>(
    `select code, st_asbinary(geometry) as wkb from geo.area
     where boundary_version = (select max(id) from geo.boundary_version)
       and level = (select id from geo.level order by ordinal desc limit 1)`,
  );
  return rows;
}
