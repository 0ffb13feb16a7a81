// Reads a feature table of a GeoPackage (OGC 12-128r18) with SQLite in WebAssembly.

import type { Geometry } from "geojson";
import initSqlJs, { type Database, type SqlValue } from "sql.js";
import { decodeGeometry } from "#sql/wkb";
import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import type { InputFile } from "./input_file.ts";
import type { Reader } from "./reader.ts";
import { sourceOfFeatures, type Source, type SourceOptions } from "./source.ts";

const MAGIC = Buffer.from("SQLite format 3\0", "latin1");

/** Bytes of the envelope by its code in the header's flags. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;

/** Takes the header off a geometry blob: "GP", version, flags, srs id, envelope, then WKB. */
function decodeBlob(blob: Uint8Array): Geometry | null {
  const flags = blob[3] ?? 0;
  const isEmpty = (flags & 0x10) !== 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 0b111];
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || envelope === undefined)
    throw new TypeError("geometry blob does not start with a GeoPackage header");
  return isEmpty ? null : decodeGeometry(blob.subarray(8 + envelope));
}

function select(database: Database, sql: string, parameters: SqlValue[] = []): Record<string, SqlValue>[] {
  const rows: Record<string, SqlValue>[] = [];
  const statement = database.prepare(sql, parameters);
  while (statement.step()) rows.push(statement.getAsObject());
  statement.free();
  return rows;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A number of EPSG or Esri; else the definition, unless that is "undefined" (srs_id 0 and -1). */
function crsOf({ org, code, wkt }: Record<string, SqlValue>): string | null {
  const [authority, definition] = [String(org ?? "").toUpperCase(), String(wkt ?? "").trim()];
  if ((authority === "EPSG" || authority === "ESRI") && Number(code) > 0)
    return `${authority}:${Number(code)}`;
  return definition === "" || definition === "undefined" ? null : definition;
}

const layersOf = (database: Database): Record<string, SqlValue>[] =>
  select(
    database,
    `select g.table_name as name, g.column_name as geometry, s.organization as org, s.organization_coordsys_id as code, s.definition as wkt
     from gpkg_geometry_columns g left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id order by g.table_name`,
  );

function readLayer(database: Database, file: string, options: SourceOptions): Source {
  const layers = layersOf(database);
  const layer =
    options.layer === undefined && layers.length === 1
      ? layers[0]
      : layers.find((each) => each["name"] === options.layer);
  if (!layer)
    throw new ImportFault(
      `${options.layer === undefined ? "holds several layers" : `has no layer "${options.layer}"`}: known are ${layers.map((each) => String(each["name"])).join(", ")}`,
      { rule: "layer_unknown", file, action: 'name one of them as "layer" in the profile' },
    );
  const column = String(layer["geometry"]);
  const crs = crsOf(layer);
  const features = select(database, `select * from ${quoted(String(layer["name"]))}`).map((row) => {
    const { [column]: blob, ...properties } = row;
    return { properties, geometry: blob instanceof Uint8Array ? decodeBlob(blob) : null };
  });
  return sourceOfFeatures("GeoPackage", file, crs, features);
}

/** What `read` returns of the database in a file; throws an ImportFault where it is damaged. */
async function withDatabase<T>(
  { name: file, bytes }: InputFile,
  read: (database: Database) => T,
): Promise<T> {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database(bytes);
  try {
    return read(database);
  } catch (error) {
    throw unreadable(file, "is a damaged GeoPackage", error);
  } finally {
    database.close();
  }
}

export const geoPackageReader: Reader = {
  id: "geopackage",
  label: "GeoPackage",
  detects: (file) => file.startsWith(MAGIC),
  layers: (file) => withDatabase(file, (database) => layersOf(database).map(({ name }) => String(name))),
  // the only feature table, or the one named as `layer`
  read: (file) => withDatabase(file, (database) => readLayer(database, file.name, file.options)),
};
