// The areas of a level with their names and those of the areas above, read from files or stored.

import type { Text } from "#domain/text";
import type { NamedArea } from "#server/import/tables/name_match";
import type { Database } from "#sql/connect";
import type { Boundaries } from "./boundaries.ts";

type Known = Pick<NamedArea, "code" | "names"> & { readonly parentCode: string | null };

function withAbove(levels: readonly ReadonlyMap<string, Known>[], at: number): NamedArea[] {
  return [...(levels[at]?.values() ?? [])].map(({ code, names, parentCode }) => {
    const above: Known[] = [];
    let parent = parentCode;
    for (let up = at - 1; up >= 0 && parent !== null; up--) {
      const area = levels[up]!.get(parent);
      if (!area) break;
      above.push(area);
      parent = area.parentCode;
    }
    return { code, names, above };
  });
}

/** The areas of a level of new boundaries. */
export const namedAreas = (boundaries: Boundaries, level: string): NamedArea[] =>
  withAbove([...boundaries.values()], [...boundaries.keys()].indexOf(level));

/** The areas of a level of the newest stored boundaries. */
export async function storedAreas(database: Pick<Database, "pool">, level: string): Promise<NamedArea[]> {
  const { rows } = await database.pool.query<Known & { level: string; names: Text }>(
    `select a.level, a.code, a.names, a.parent_code as "parentCode" from geo.area a
     join geo.level l on l.id = a.level
     where boundary_version = (select max(id) from geo.boundary_version)
       and l.ordinal <= (select ordinal from geo.level where id = $1) order by l.ordinal, a.code`,
    [level],
  );
  const levels = new Map<string, Map<string, Known>>();
  for (const row of rows) {
    const areas = levels.get(row.level) ?? new Map<string, Known>();
    levels.set(row.level, areas.set(row.code, row));
  }
  return withAbove([...levels.values()], [...levels.keys()].indexOf(level));
}
