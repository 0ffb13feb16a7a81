// The whole territory: its name, the areas that a map of it shows.

import { WHOLE } from "#domain/whole";
import type { AreaGroup } from "./area_groups.ts";
import { say, type View } from "./view.ts";

/** The map shows the lowest level that has no more areas than this. */
const MAP_AREAS = 80;

/** The level that a map of the whole territory shows, and its areas. */
export async function overviewGroup({ release, store, groups }: View): Promise<AreaGroup> {
  const { levels } = release.catalog;
  const level = levels.findLast(({ areaCount }) => areaCount <= MAP_AREAS) ?? levels[0]!;
  const { length } = await store.areas.level(release.boundaryVersion, level.id);
  return groups.read(release, level.id, { first: 0, last: length - 1 });
}

/** The areas of the top level. */
export async function topGroup({ release, store, groups }: View): Promise<AreaGroup> {
  const { id } = release.catalog.levels[0]!;
  const { length } = await store.areas.level(release.boundaryVersion, id);
  return groups.read(release, id, { first: 0, last: length - 1 });
}

/** What the territory is called: by its one area, else by its title. */
export const territoryName = (view: View, tops: AreaGroup): string =>
  view.release.catalog.rootCode === WHOLE || tops.range.last > 0
    ? say(view, view.release.catalog.title)
    : say(view, tops.names(0));
