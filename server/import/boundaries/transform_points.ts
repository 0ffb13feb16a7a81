// Brings the points of areas to longitude and latitude.

import type { Database } from "#sql/connect";
import type { AreaBatch } from "./areas.ts";
import { LON_LAT } from "./crs.ts";
import { isGeometryFailure, unknownCrs } from "./repair_geometry.ts";

const BATCH = 5_000;

/** Replaces the points of a batch by [lon, lat]; one that PROJ cannot transform is lost. Throws an ImportFault for an unknown system. */
export async function transformPoints(
  { areas, crs, file }: AreaBatch,
  database: Pick<Database, "pool">,
): Promise<void> {
  if (crs === LON_LAT) return;
  const placed = areas.filter(({ point }) => point !== null);
  for (let start = 0; start < placed.length; start += BATCH) {
    const part = placed.slice(start, start + BATCH);
    const { rows } = await database.pool
      .query<{ lon: number; lat: number }>(
        `select st_x(p) as lon, st_y(p) as lat
         from unnest($1::float8[], $2::float8[]) with ordinality as t (x, y, at),
              st_transform(st_makepoint(x, y), $3::text, '${LON_LAT}') as p
         order by at`,
        [part.map(({ point }) => point![0]), part.map(({ point }) => point![1]), crs],
      )
      .catch((error: unknown) => {
        if (!isGeometryFailure(error)) throw error;
        throw unknownCrs(error.message, file, crs);
      });
    for (const [at, { lon, lat }] of rows.entries()) part[at]!.point = [lon, lat];
  }
}
