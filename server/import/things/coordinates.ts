// Positions of facilities and roads → longitude and latitude on WGS 84, or a fault where nobody can know what they are.

import type { Database } from "#sql/connect";
import { crsName, LON_LAT } from "#server/import/boundaries/crs";
import type { Position } from "#server/import/boundaries/lon_lat";
import { isGeometryFailure, unknownCrs } from "#server/import/boundaries/repair_geometry";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import type { Source } from "#server/import/readers/source";
import { fromGcj02 } from "./gcj02.ts";

/** Formats that name their coordinate system, unlike GeoJSON, TopoJSON and tables, which mean longitude and latitude. */
const NAMES_ITS_SYSTEM: readonly string[] = ["Shapefile", "GeoPackage", "FlatGeobuf"];
const BATCH = 20_000;

export interface CoordinateSpec {
  readonly file: string;
  readonly crs?: string | undefined;
  readonly coordinates?: "wgs84" | "gcj02" | undefined;
}

const isDegrees = ([x, y]: Position): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 180;

/** The system of a file; throws an ImportFault where it names none and its numbers are no degrees. */
function systemOf(
  { file, crs }: CoordinateSpec,
  source: Pick<Source, "crs" | "format">,
  isGeometry: boolean,
  positions: readonly Position[],
  log: FindingLog,
): string {
  const declared = crs ?? (isGeometry ? source.crs : null);
  if (declared !== null) return crsName(declared);
  const beyond = positions.filter((position) => !isDegrees(position));
  if (2 * beyond.length > positions.length)
    throw new ImportFault(
      `declares no coordinate system, and ${beyond[0]!.join(", ")} and ${beyond.length - 1} more are no degrees`,
      { rule: "crs_unknown", file, action: 'nothing was read; write "crs: EPSG:…" in the profile' },
    );
  if (isGeometry && NAMES_ITS_SYSTEM.includes(source.format))
    log.add({
      severity: "warning",
      rule: "crs_assumed",
      file,
      message: "names no coordinate system",
      action: `taken as ${LON_LAT}, longitude and latitude; write "crs: EPSG:…" in the profile if it is another`,
    });
  return LON_LAT;
}

/** Positions as [lon, lat]; null for one that cannot be transformed. */
export async function toLonLat(
  positions: readonly Position[],
  spec: CoordinateSpec,
  source: Pick<Source, "crs" | "format">,
  isGeometry: boolean,
  database: Pick<Database, "pool">,
  log: FindingLog,
): Promise<(Position | null)[]> {
  const system = systemOf(spec, source, isGeometry, positions, log);
  const unshifted = (position: Position | null): Position | null =>
    position && spec.coordinates === "gcj02" ? fromGcj02(position) : position;
  if (system === LON_LAT) return positions.map(unshifted);
  const found: (Position | null)[] = [];
  for (let start = 0; start < positions.length; start += BATCH) {
    const part = positions.slice(start, start + BATCH);
    const { rows } = await database.pool
      .query<{ lon: number | null; lat: number | null }>(
        `select st_x(p) as lon, st_y(p) as lat
         from unnest($1::float8[], $2::float8[]) with ordinality as t (x, y, at),
              st_transform(st_makepoint(x, y), $3::text, '${LON_LAT}') as p
         order by at`,
        [part.map(([x]) => x), part.map(([, y]) => y), system],
      )
      .catch((error: unknown) => {
        if (!isGeometryFailure(error)) throw error;
        throw unknownCrs(error.message, spec.file, system);
      });
    for (const { lon, lat } of rows)
      found.push(
        lon === null || lat === null || !Number.isFinite(lon) || !Number.isFinite(lat)
          ? null
          : unshifted([lon, lat]),
      );
  }
  return found;
}
