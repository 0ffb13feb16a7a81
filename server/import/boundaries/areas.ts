// Rows of a level's files → areas with code, parent, names, and a polygon or a point still in the source's system.

import type { Text } from "#domain/text";
import { columnOf, type Files } from "#server/import/readers/files";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { crsName, isLonLat, noBounds, toWkb, type Bounds, type PolygonFault } from "./polygons.ts";
import { joinedGeometry } from "./joined_geometry.ts";
import { parseNumber } from "#server/import/tables/number";
import type { AreaFile, ProfileLevel } from "#server/import/profile/profile";
import type { Source, SourceRow } from "#server/import/readers/source";
import { codeReader, namePicks, parentPick, rowFilter } from "#server/import/tables/row_readers";

export interface Area {
  readonly code: string;
  parentCode: string | null;
  readonly names: Text;
  /** WKB of a MultiPolygon; null for an area that cannot be drawn. */
  wkb: Buffer | null;
  /** [lon, lat] of an area that is given as a point. */
  readonly point: readonly [number, number] | null;
  readonly file: string;
  readonly row: number;
}

/** The areas of one file, whose polygons are still in `crs`. */
export interface AreaBatch {
  readonly file: string;
  readonly crs: string;
  readonly areas: Area[];
}

const FAULT_TEXT: Readonly<Record<PolygonFault, [message: string, action: string]>> = {
  geometry_missing: ["has no geometry", "it is counted but not drawn"],
  geometry_not_polygon: ["has a geometry that is no polygon", "it is counted but not drawn"],
  ring_not_closed: ["has a ring that does not close", "the ring was closed"],
  ring_too_short: ["has a ring of fewer than four positions", "the ring was left out"],
  coordinate_not_finite: ["has a coordinate that is no number", "it is counted but not drawn"],
};

function coordinateSystem(file: string, stated: string | null, bounds: Bounds): string {
  const fault = (rule: string, message: string): ImportFault =>
    new ImportFault(message, { rule, file, action: 'nothing was read; say "crs: EPSG:…" in the profile' });
  const range = `${bounds.west} … ${bounds.east}, ${bounds.south} … ${bounds.north}`;
  const crs = stated === null ? "EPSG:4326" : crsName(stated);
  if (bounds.west > bounds.east || crs !== "EPSG:4326" || isLonLat(bounds)) return crs;
  throw stated === null
    ? fault("crs_unknown", `says no coordinate system, and ${range} are no degrees`)
    : fault("crs_wrong", `says it is in degrees, and ${range} are none`);
}

/** Reads one file of a level. Areas that are in `known` already are skipped when `isFurther`, else they are an error. */
async function readAreaFile(
  spec: AreaFile,
  known: Map<string, Area>,
  isFurther: boolean,
  files: Files,
  log: FindingLog,
): Promise<AreaBatch> {
  const source = await files.open(spec);
  const { file } = spec;
  const takes = rowFilter(spec.where, source, file);
  const codeOf = codeReader(spec.code, source, file, log);
  const parentOf = await parentPick(spec.parent, source, file, files);
  const names = await namePicks(spec.name, source, file, files);
  const joined = spec.geometry && (await joinedGeometry(spec.geometry, files, log));
  const joinColumn = spec.geometry && columnOf(source, spec.geometry.column, file);
  const point = spec.point && {
    lon: columnOf(source, spec.point.lon, file),
    lat: columnOf(source, spec.point.lat, file),
  };
  const bounds = noBounds();
  const areas: Area[] = [];
  const before = new Set(known.keys());

  const wkbOf = (row: SourceRow, code: string): Buffer | null => {
    if (point) return null;
    let geometry = row.geometry;
    const at = { file, row: row.number, column: null, value: code };
    if (joined) {
      geometry = joined.take(row.cells[joinColumn!]!);
      if (geometry === null || geometry === undefined) {
        const key = row.cells[joinColumn!]!;
        log.add({
          ...at,
          severity: "warning",
          rule: geometry === null ? "polygon_claimed_twice" : "polygon_unknown",
          column: spec.geometry!.column,
          message:
            geometry === null
              ? `"${code}" has the polygon "${key}" of an area before it`
              : `"${code}" has no polygon "${key}" in ${spec.geometry!.file}`,
          action: "it is counted but not drawn",
        });
        return null;
      }
    }
    if (geometry === undefined && isFurther) {
      log.add({
        ...at,
        severity: "warning",
        rule: "geometry_missing",
        message: `"${code}" is only in this file, which has no geometry`,
        action: FAULT_TEXT.geometry_missing[1],
      });
      return null;
    }
    const { wkb, faults } = toWkb(geometry, bounds);
    for (const rule of faults)
      log.add({
        ...at,
        severity: "warning",
        rule,
        message: `"${code}" ${FAULT_TEXT[rule][0]}`,
        action: FAULT_TEXT[rule][1],
      });
    return wkb;
  };

  for await (const row of source.rows()) {
    if (!takes(row.cells)) continue;
    const code = codeOf(row);
    if (code === null) continue;
    const twin = known.get(code);
    if (twin && isFurther && before.has(code)) continue;
    const parentCode = parentOf(row.cells, code) || null;
    const named = names
      .map(([language, pick]) => [language, pick(row.cells, code)] as const)
      .filter(([, name]) => name !== "");
    if (twin) {
      reportTwin(twin, row, named, parentCode, file, log);
      continue;
    }
    const lon = point && parseNumber(row.cells[point.lon]!)?.value;
    const lat = point && parseNumber(row.cells[point.lat]!)?.value;
    const hasPoint =
      typeof lon === "number" && typeof lat === "number" && Number.isFinite(lon) && Number.isFinite(lat);
    if (point && !hasPoint)
      log.add({
        severity: "warning",
        rule: "geometry_missing",
        file,
        row: row.number,
        value: code,
        message: `"${code}" has no point`,
        action: FAULT_TEXT.geometry_missing[1],
      });
    const area: Area = {
      code,
      parentCode,
      names: named.length > 0 ? Object.fromEntries(named) : { en: code },
      wkb: wkbOf(row, code),
      point: hasPoint ? [lon, lat] : null,
      file,
      row: row.number,
    };
    known.set(code, area);
    areas.push(area);
  }
  joined?.unclaimed();
  return {
    file,
    crs: coordinateSystem(
      spec.geometry?.file ?? file,
      joined ? joined.crs : (spec.crs ?? source.crs),
      bounds,
    ),
    areas,
  };
}

function reportTwin(
  twin: Area,
  row: SourceRow,
  named: (readonly [string, string])[],
  parentCode: string | null,
  file: string,
  log: FindingLog,
): void {
  const isSame =
    row.geometry === undefined &&
    twin.parentCode === parentCode &&
    named.every(([language, name]) => twin.names[language] === name);
  log.add({
    severity: isSame ? "note" : "error",
    rule: "duplicate_area",
    file,
    row: row.number,
    value: twin.code,
    message: `"${twin.code}" is there already, in row ${twin.row}${isSame ? ", with the same entries" : ""}`,
    action: isSame
      ? "the second row was left out"
      : "nothing is imported; an area has one row, with all its parts in one geometry",
  });
}

/** Reads every file of a level, first the one of the level itself. */
export async function readAreas(level: ProfileLevel, files: Files, log: FindingLog): Promise<AreaBatch[]> {
  const known = new Map<string, Area>();
  const batches: AreaBatch[] = [];
  if (level.file !== undefined && level.code !== undefined)
    batches.push(
      await readAreaFile({ ...level, file: level.file, code: level.code }, known, false, files, log),
    );
  for (const further of level.also)
    batches.push(await readAreaFile(further, known, batches.length > 0, files, log));
  return batches;
}

/** Reports every area for which a look-up table contradicts itself, as a level's `same` asks. */
export async function checkSame(
  level: ProfileLevel,
  codes: ReadonlySet<string>,
  files: Files,
  log: FindingLog,
): Promise<void> {
  for (const spec of level.same) {
    const source = await files.open(spec);
    const [column, as] = [columnOf(source, spec.column, spec.file), columnOf(source, spec.as, spec.file)];
    const codeOf = codeReader(spec.key, source, spec.file, log);
    for await (const row of source.rows()) {
      const code = codeOf(row);
      const [value, other] = [row.cells[column]!, row.cells[as]!];
      if (code === null || !codes.has(code) || value === other) continue;
      log.add({
        severity: "warning",
        rule: "hierarchy_differs",
        file: spec.file,
        row: row.number,
        column: spec.column,
        value,
        message: `"${code}" has ${spec.column} "${value}" and ${spec.as} "${other}"`,
        action: `${spec.as} was taken`,
      });
    }
  }
}

/** Areas of a level without a file, known by the parents of the level below; names and parents from look-up tables or prefixes. */
export async function inferredAreas(
  level: ProfileLevel,
  codes: readonly string[],
  files: Files,
): Promise<Area[]> {
  const file = `level ${level.id}`;
  const source: Source = { format: "codes", columns: ["code"], crs: null, async *rows() {} };
  const parentOf = await parentPick(level.parent, source, file, files);
  const names = await namePicks(level.name, source, file, files);
  return codes.map((code, index) => {
    const named = names
      .map(([language, pick]) => [language, pick([code], code)] as const)
      .filter(([, name]) => name !== "");
    return {
      code,
      parentCode: parentOf([code], code) || null,
      names: named.length > 0 ? Object.fromEntries(named) : { en: code },
      wkb: null,
      point: null,
      file,
      row: index + 1,
    };
  });
}
