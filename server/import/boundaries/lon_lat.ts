// Positions from one coordinate system to another, in PROJ.

import type { Database } from "#sql/connect";
import { LON_LAT } from "./crs.ts";
import { isGeometryFailure, unknownCrs } from "./repair_geometry.ts";

const BATCH = 5_000;

export type Position = readonly [x: number, y: number];

/** Where positions are given, from which system to which; one of them is the system of the file. */
export interface Transformation {
  readonly from: string;
  readonly to: string;
  /** What findings call it. */
  readonly file: string;
}

/** Positions in another system, NaN where PROJ has no answer. Throws an ImportFault for an unknown system. */
export async function transformed(
  positions: readonly Position[],
  { from, to, file }: Transformation,
  database: Pick<Database, "pool">,
): Promise<Position[]> {
  if (from === to) return [...positions];
  const result: Position[] = [];
  for (let start = 0; start < positions.length; start += BATCH) {
    const part = positions.slice(start, start + BATCH);
    const { rows } = await database.pool
      .query<{ x: number; y: number }>(
        `select st_x(p) as x, st_y(p) as y
         from unnest($1::float8[], $2::float8[]) with ordinality as t (x, y, at),
              st_transform(st_makepoint(x, y), $3::text, $4::text) as p
         order by at`,
        [part.map(([x]) => x), part.map(([, y]) => y), from, to],
      )
      .catch((error: unknown) => {
        if (!isGeometryFailure(error)) throw error;
        throw unknownCrs(error.message, file, from === LON_LAT ? to : from);
      });
    for (const { x, y } of rows) result.push([x, y]);
  }
  return result;
}
