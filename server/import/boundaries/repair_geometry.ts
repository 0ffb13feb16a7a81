// Brings polygons to EPSG:4326 and makes them valid in PostGIS; what was right keeps its exact coordinates.
import type { Progress } from "#domain/progress";
import type { Database } from "#sql/connect";
import { decodeWkb, encodeWkb } from "#sql/wkb";
import type { AreaBatch } from "./areas.ts";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";

const BATCH = 500;
/**
 * Grids in units of the coordinates, finest first, on which a polygon is tried again that PostGIS could not repair as it is:
 * the embedded build of GEOS gives up on some knots of nearly equal coordinates where the native one tries by itself.
 */
const GRIDS = [1e-9, 1e-8, 1e-7] as const;

interface Repaired {
  readonly ordinal: number;
  readonly fault: string | null;
  readonly wkb: Buffer | null;
}

/** `geo.repair_polygons` throws invalid_parameter_value for a coordinate system that PROJ does not know. */
const isUnknownCrs = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && error.code === "22023";

/** Fault of a coordinate system that PROJ does not know. */
export const unknownCrs = (message: string, file: string, crs: string): ImportFault =>
  new ImportFault(message, {
    rule: "crs_unknown",
    file,
    value: crs,
    action: 'nothing was read; correct "crs" in the profile',
  });

/** Whether GEOS gave an overlay up (internal_error): everything else means that the database is gone. */
export const isGeometryFailure = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && error.code === "XX000";

async function repair(
  polygons: readonly (Buffer | null)[],
  { crs, file }: AreaBatch,
  database: Pick<Database, "pool">,
): Promise<Repaired[]> {
  try {
    const { rows } = await database.pool.query<Repaired>(
      `select ordinal, reason as fault, geometry as wkb from geo.repair_polygons($1::bytea[], $2)
       where not was_valid or $2 <> 'EPSG:4326'`,
      [polygons, crs],
    );
    return rows;
  } catch (error) {
    if (!isUnknownCrs(error)) throw error;
    throw unknownCrs(error.message, file, crs);
  }
}

function snap(wkb: Buffer, grid: number): Buffer {
  const onGrid = (value: number): number => Math.round(value / grid) * grid;
  const { coordinates } = decodeWkb(wkb);
  return encodeWkb({
    type: "MultiPolygon",
    coordinates: coordinates.map((polygon) =>
      polygon.map((ring) => ring.map((position) => position.map(onGrid))),
    ),
  });
}

async function repairOnGrid(
  polygon: Buffer,
  batch: AreaBatch,
  database: Pick<Database, "pool">,
): Promise<Buffer | null> {
  for (const grid of GRIDS) {
    const snapped = snap(polygon, grid);
    const [result] = await repair([snapped], batch, database);
    // no row: the snapped polygon is valid as it is
    const repaired = result ? result.wkb : snapped;
    if (repaired) return repaired;
  }
  return null;
}

/** Replaces the polygons of a batch where they had to change, with one finding for each that was repaired or is lost. */
export async function repairAreas(
  batch: AreaBatch,
  database: Pick<Database, "pool">,
  log: FindingLog,
  onProgress: Progress,
): Promise<void> {
  const what = `checking polygons of ${batch.file}`;
  const drawn = batch.areas.filter((area) => area.wkb !== null);
  for (let start = 0; start < drawn.length; start += BATCH) {
    onProgress({ what, done: start, total: drawn.length });
    const part = drawn.slice(start, start + BATCH);
    const polygons = part.map((area) => area.wkb);
    for (const { ordinal, fault, wkb } of await repair(polygons, batch, database)) {
      const area = part[ordinal - 1]!;
      area.wkb = wkb ?? (await repairOnGrid(area.wkb!, batch, database));
      if (fault !== null)
        log.add({
          severity: "warning",
          rule: area.wkb ? "geometry_mended" : "geometry_lost",
          file: area.file,
          row: area.row,
          value: area.code,
          message: `"${area.code}" is not valid: ${fault.toLowerCase()}`,
          action: area.wkb
            ? "it was repaired"
            : "nothing was left of it when repaired; it is counted but not drawn",
        });
    }
  }
  onProgress({ what, done: drawn.length, total: drawn.length });
}
