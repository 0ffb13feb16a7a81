// Brings the points of areas to longitude and latitude.

import type { Database } from "#sql/connect";
import type { AreaBatch } from "./areas.ts";
import { LON_LAT } from "./crs.ts";
import { transformed } from "./lon_lat.ts";

/** Replaces the points of a batch by [lon, lat]; one that PROJ cannot transform is lost. Throws an ImportFault for an unknown system. */
export async function transformPoints(
  { areas, crs, file }: AreaBatch,
  database: Pick<Database, "pool">,
): Promise<void> {
  if (crs === LON_LAT) return;
  const placed = areas.filter(({ point }) => point !== null);
  const points = placed.map(({ point }) => point!);
  for (const [at, point] of (await transformed(points, { from: crs, to: LON_LAT, file }, database)).entries())
    placed[at]!.point = point;
}
