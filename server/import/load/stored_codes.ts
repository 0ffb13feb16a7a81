// The codes of the areas that are in the database already, for a profile that brings tables only.

import type { Database } from "#sql/connect";

/** Codes of the newest boundary version by level. */
export async function storedCodes(database: Pick<Database, "pool">): Promise<Map<string, Set<string>>> {
  const { rows } = await database.pool.query<{ level: string; codes: string[] }>(
    `select level, array_agg(code) as codes from geo.area
     where boundary_version = (select max(id) from geo.boundary_version) group by level`,
  );
  return new Map(rows.map(({ level, codes }) => [level, new Set(codes)]));
}
