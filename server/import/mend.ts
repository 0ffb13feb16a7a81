// Brings polygons to EPSG:4326 and makes them valid in PostGIS; what was right keeps its exact coordinates.

import type { Progress } from "#domain/dataset";
import type { Database } from "#sql/connect";
import type { AreaBatch } from "./areas.ts";
import { ImportFault, type FindingLog } from "./finding_log.ts";

const BATCH = 500;

/** `geo.mend` throws invalid_parameter_value for a coordinate system that PROJ does not know. */
const isUnknownCrs = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && error.code === "22023";

/** Replaces the polygons of a batch where they had to change, with one finding for each that was mended or is lost. */
export async function mendAreas(
  { areas, crs, file }: AreaBatch,
  database: Pick<Database, "pool">,
  log: FindingLog,
  onProgress: Progress,
): Promise<void> {
  const drawn = areas.filter((area) => area.wkb !== null);
  for (let start = 0; start < drawn.length; start += BATCH) {
    onProgress({ what: `checking polygons of ${file}`, done: start, total: drawn.length });
    const batch = drawn.slice(start, start + BATCH);
    const { rows } = await database.pool
      .query<{ ordinal: number; fault: string | null; wkb: Buffer | null }>(
        `select ordinal, reason as fault, geometry as wkb from geo.mend($1::bytea[], $2)
         where not was_valid or $2 <> 'EPSG:4326'`,
        [batch.map((area) => area.wkb), crs],
      )
      .catch((error: unknown) => {
        throw isUnknownCrs(error)
          ? new ImportFault(error.message, {
              rule: "crs_unknown",
              file,
              value: crs,
              action: 'nothing was read; mend "crs" in the profile',
            })
          : error;
      });
    for (const { ordinal, fault, wkb } of rows) {
      const area = batch[ordinal - 1]!;
      area.wkb = wkb;
      if (fault !== null)
        log.add({
          severity: "warning",
          rule: wkb ? "geometry_mended" : "geometry_lost",
          file: area.file,
          row: area.row,
          value: area.code,
          message: `"${area.code}" is not valid: ${fault.toLowerCase()}`,
          action: wkb ? "it was mended" : "nothing was left of it when mended; it is counted but not drawn",
        });
    }
  }
  onProgress({ what: `checking polygons of ${file}`, done: drawn.length, total: drawn.length });
}
