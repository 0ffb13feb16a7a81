// Polygons in a file of their own, joined to the areas of another by a key.

import type { Geometry } from "geojson";
import { type Files } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import type { FindingLog } from "#server/import/findings/finding_log";
import type { AreaFile } from "#server/import/profile/profile";

export interface JoinedGeometry {
  readonly format: string;
  readonly crs: string | null;
  /** The polygon of a key, for one area only: null when it was taken before or is empty, undefined when there is none. */
  take(key: string): Geometry | null | undefined;
  /** Reports the polygons that no area has taken. */
  reportUnclaimed(): void;
}

/** Polygons of a file of their own, by the value of its `key`. */
export async function joinedGeometry(
  spec: NonNullable<AreaFile["geometry"]>,
  files: Files,
  log: FindingLog,
): Promise<JoinedGeometry> {
  const source = await files.open(spec);
  const key = columnOf(source, spec.key, spec.file);
  const polygons = new Map<string, { geometry: Geometry | null; row: number; isTaken: boolean }>();
  for await (const { cells, geometry, number } of source.rows())
    polygons.set(cells[key]!, { geometry: geometry ?? null, row: number, isTaken: false });
  return {
    format: source.format,
    crs: spec.crs ?? source.crs,
    take(value) {
      const found = polygons.get(value);
      if (!found) return undefined;
      if (found.isTaken) return null;
      found.isTaken = true;
      return found.geometry;
    },
    reportUnclaimed() {
      for (const [value, { row, isTaken }] of polygons)
        if (!isTaken)
          log.add({
            severity: "warning",
            rule: "polygon_unclaimed",
            file: spec.file,
            row,
            column: spec.key,
            value,
            message: `no area has "${value}" as its polygon`,
            action: "the polygon was left out",
          });
    },
  };
}
