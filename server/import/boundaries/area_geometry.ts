// The polygon or the point of each area of a file, with a finding for each that cannot be drawn.

import type { Geometry } from "geojson";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import type { AreaFile } from "#server/import/profile/profile";
import { type Files } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { parseNumber } from "#server/import/tables/number";
import { joinedGeometry, type JoinedGeometry } from "./joined_geometry.ts";
import { crsName, LON_LAT } from "./crs.ts";
import { isLonLat, noBounds, toWkb, widen, type PolygonFault, type SourceBounds } from "./polygons.ts";
import type { RuleId } from "#server/import/findings/rules";

const NOT_DRAWN = "it is counted but not drawn";
const FAULT_TEXT: Readonly<Record<PolygonFault, [message: string, action: string]>> = {
  geometry_missing: ["has no geometry", NOT_DRAWN],
  geometry_not_polygon: ["has a geometry that is no polygon", NOT_DRAWN],
  ring_not_closed: ["has a ring that does not close", "the ring was closed"],
  ring_too_short: ["has a ring of fewer than four positions", "the ring was left out"],
  coordinate_not_finite: ["has a coordinate that is no number", NOT_DRAWN],
};

/** Formats that name their coordinate system, unlike GeoJSON, TopoJSON and tables, which mean longitude and latitude. */
const NAMES_ITS_SYSTEM: readonly string[] = ["Shapefile", "GeoPackage", "FlatGeobuf"];

/** x and y of a point, or of the only one of several. */
function positionOf(geometry: Geometry | null | undefined): (number | undefined)[] {
  if (geometry?.type === "Point") return geometry.coordinates;
  return geometry?.type === "MultiPoint" && geometry.coordinates.length === 1 ? geometry.coordinates[0]! : [];
}

export class AreaGeometry {
  readonly #spec: AreaFile;
  readonly #source: Source;
  /** Polygons of a file of their own, and the column that joins them. */
  readonly #joined: { readonly polygons: JoinedGeometry; readonly column: number } | null;
  /** Columns of points, or their geometries; null for areas with polygons. */
  readonly #point: { readonly lon: number; readonly lat: number } | "geometry" | null;
  /** True for a file that only adds areas, and need not have geometry. */
  readonly #isFurther: boolean;
  readonly #log: FindingLog;
  readonly #bounds = noBounds();
  /** Bounds of the points that are no degrees, and how many fewer they are than the others. */
  readonly #beyond = noBounds();
  #degrees = 0;

  private constructor(
    spec: AreaFile,
    source: Source,
    joined: JoinedGeometry | null,
    isFurther: boolean,
    log: FindingLog,
  ) {
    const { file, geometry, point } = spec;
    this.#spec = spec;
    this.#source = source;
    this.#joined = joined && { polygons: joined, column: columnOf(source, geometry!.column, file) };
    this.#point =
      typeof point === "object"
        ? { lon: columnOf(source, point.lon, file), lat: columnOf(source, point.lat, file) }
        : (point ?? null);
    this.#isFurther = isFurther;
    this.#log = log;
  }

  /** Opens what the geometry of a file comes from; throws an ImportFault for an unknown column. */
  static async open(
    spec: AreaFile,
    source: Source,
    isFurther: boolean,
    files: Files,
    log: FindingLog,
  ): Promise<AreaGeometry> {
    const joined = spec.geometry ? await joinedGeometry(spec.geometry, files, log) : null;
    return new AreaGeometry(spec, source, joined, isFurther, log);
  }

  /** The point of an area that is given as one, in the source's coordinate system; null for any other. */
  point(row: SourceRow, code: string): [number, number] | null {
    if (!this.#point) return null;
    const [x, y] = this.#point === "geometry" ? positionOf(row.geometry) : this.#inColumns(row, this.#point);
    if (x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)) {
      this.#count(x, y);
      return [x, y];
    }
    const [rule, message] =
      row.geometry && this.#point === "geometry"
        ? (["geometry_not_point", "has a geometry that is no point"] as const)
        : (["geometry_missing", "has no point"] as const);
    this.#report(row, code, rule, `"${code}" ${message}`, NOT_DRAWN);
    return null;
  }

  /** A few points that are no degrees among many that are tell a slip in their rows, not another system. */
  #count(x: number, y: number): void {
    const isDegrees = Math.abs(x) <= 180 && Math.abs(y) <= 90;
    this.#degrees += isDegrees ? 1 : -1;
    widen(isDegrees ? this.#bounds : this.#beyond, x, y);
  }

  #inColumns({ cells }: SourceRow, { lon, lat }: { lon: number; lat: number }): (number | undefined)[] {
    return [parseNumber(cells[lon]!)?.value, parseNumber(cells[lat]!)?.value];
  }

  /** WKB of the polygons of an area, in the source's coordinate system; null for one without. */
  wkb(row: SourceRow, code: string): Buffer | null {
    if (this.#point) return null;
    const geometry = this.#joined ? this.#take(row, code) : row.geometry;
    if (this.#joined && !geometry) return null;
    if (geometry === undefined && this.#isFurther) {
      const message = `"${code}" is only in this file, which has no geometry`;
      this.#report(row, code, "geometry_missing", message, NOT_DRAWN);
      return null;
    }
    const { wkb, faults } = toWkb(geometry, this.#bounds);
    for (const rule of faults) {
      const [message, action] = FAULT_TEXT[rule];
      this.#report(row, code, rule, `"${code}" ${message}`, action);
    }
    return wkb;
  }

  /** The joined polygon of an area, which belongs to one area only. */
  #take(row: SourceRow, code: string): Geometry | null {
    const { file, column } = this.#spec.geometry!;
    const key = row.cells[this.#joined!.column]!;
    const geometry = this.#joined!.polygons.take(key);
    if (geometry) return geometry;
    const [rule, message] =
      geometry === null
        ? (["polygon_claimed_twice", `"${code}" has the polygon "${key}" of an area before it`] as const)
        : (["polygon_unknown", `"${code}" has no polygon "${key}" in ${file}`] as const);
    this.#report(row, code, rule, message, NOT_DRAWN, column);
    return null;
  }

  /** Ends the reading: reports polygons of no area, and returns the coordinate system of all the others. */
  end(): string {
    this.#joined?.polygons.reportUnclaimed();
    const { file, geometry, crs } = this.#spec;
    // What a file declares of its geometries says nothing of numbers in its columns.
    const own = typeof this.#point === "object" && this.#point ? null : this.#source.crs;
    const declared = this.#joined ? this.#joined.polygons.crs : (crs ?? own);
    const format = this.#joined ? this.#joined.polygons.format : this.#source.format;
    if (declared === null && NAMES_ITS_SYSTEM.includes(format) && this.#bounds.west <= this.#bounds.east)
      this.#log.add({
        severity: "warning",
        rule: "crs_assumed",
        file: geometry?.file ?? file,
        message: "names no coordinate system",
        action: `taken as ${LON_LAT}, longitude and latitude; write "crs: EPSG:…" in the profile if it is another`,
      });
    return coordinateSystem(
      geometry?.file ?? file,
      declared,
      this.#degrees < 0 ? this.#beyond : this.#bounds,
    );
  }

  #report(
    { number: row }: SourceRow,
    value: string,
    rule: RuleId,
    message: string,
    action: string,
    column: string | null = null,
  ): void {
    const { file } = this.#spec;
    this.#log.add({ severity: "warning", rule, file, row, column, value, message, action });
  }
}

function coordinateSystem(file: string, declared: string | null, bounds: SourceBounds): string {
  const fault = (rule: RuleId, message: string): ImportFault =>
    new ImportFault(message, { rule, file, action: 'nothing was read; write "crs: EPSG:…" in the profile' });
  const range = `${bounds.west} … ${bounds.east}, ${bounds.south} … ${bounds.north}`;
  const crs = declared === null ? LON_LAT : crsName(declared);
  if (bounds.west > bounds.east || crs !== LON_LAT || isLonLat(bounds)) return crs;
  throw declared === null
    ? fault("crs_unknown", `declares no coordinate system, and ${range} are no degrees`)
    : fault("crs_wrong", `declares degrees, and ${range} are none`);
}
