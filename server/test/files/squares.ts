// Two squares with a code and a name, written by hand in the binary formats.

import type { FeatureCollection, Polygon } from "geojson";
import initSqlJs from "sql.js";
import { encodeWkb } from "#sql/wkb";
import { zip } from "./zip.ts";

const SQUARE: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};
export const SQUARES: FeatureCollection = {
  type: "FeatureCollection",
  features: [
    { type: "Feature", properties: { CODE: "01", NAME: "石桥" }, geometry: SQUARE },
    {
      type: "Feature",
      properties: { CODE: "02", NAME: "Ford" },
      geometry: { ...SQUARE, coordinates: [SQUARE.coordinates[0]!.map(([x, y]) => [x! + 1, y!])] },
    },
  ],
};

/** The squares as a zipped Shapefile: header and two polygon records, a dBASE table in UTF-8. */
export function shapefile(prj: string): Buffer {
  const records = SQUARES.features.map((feature, index) => {
    const ring = [...(feature.geometry as Polygon).coordinates[0]!].reverse();
    const record = Buffer.alloc(8 + 48 + ring.length * 16);
    record.writeInt32BE(index + 1, 0);
    record.writeInt32BE((record.length - 8) / 2, 4);
    record.writeInt32LE(5, 8);
    record.writeInt32LE(1, 44);
    record.writeInt32LE(ring.length, 48);
    for (const [i, [x, y]] of ring.entries()) {
      record.writeDoubleLE(x!, 56 + i * 16);
      record.writeDoubleLE(y!, 64 + i * 16);
    }
    return record;
  });
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE((100 + Buffer.concat(records).length) / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(5, 32);
  const field = (name: string, length: number): Buffer => {
    const bytes = Buffer.alloc(32);
    bytes.write(name, 0, "latin1");
    bytes.write("C", 11, "latin1");
    bytes.writeUInt8(length, 16);
    return bytes;
  };
  const dbfHead = Buffer.alloc(32);
  dbfHead.writeUInt8(3, 0);
  dbfHead.writeUInt32LE(2, 4);
  dbfHead.writeUInt16LE(32 + 64 + 1, 8);
  dbfHead.writeUInt16LE(1 + 2 + 10, 10);
  const cell = (text: string, length: number): Buffer =>
    Buffer.concat([Buffer.from(text), Buffer.alloc(length, " ")]).subarray(0, length);
  const rows = SQUARES.features.map(({ properties }) =>
    Buffer.concat([
      Buffer.from(" "),
      cell(String(properties!["CODE"]), 2),
      cell(String(properties!["NAME"]), 10),
    ]),
  );
  const dbf = Buffer.concat([
    dbfHead,
    field("CODE", 2),
    field("NAME", 10),
    Buffer.from([13]),
    ...rows,
    Buffer.from([26]),
  ]);
  return zip([
    { name: "in/a.shp", data: Buffer.concat([head, ...records]) },
    { name: "in/a.dbf", data: dbf },
    { name: "in/a.prj", data: Buffer.from(prj) },
    { name: "readme.txt", data: Buffer.from("x") },
  ]);
}

/** The squares as a GeoPackage, in EPSG:27700. */
export async function geopackage(): Promise<Buffer> {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database();
  database.run(`create table gpkg_spatial_ref_sys (srs_id integer, organization text, organization_coordsys_id integer, definition text);
    insert into gpkg_spatial_ref_sys values (27700, 'EPSG', 27700, 'PROJCS');
    create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
    insert into gpkg_geometry_columns values ('areas', 'geom', 27700);
    create table areas (fid integer, CODE text, NAME text, geom blob);`);
  for (const [i, { properties, geometry }] of SQUARES.features.entries()) {
    const header = Buffer.from([
      0x47,
      0x50,
      0,
      0b11,
      ...new Uint8Array(Int32Array.of(27700).buffer),
      ...Buffer.alloc(32),
    ]);
    const wkb = encodeWkb({ type: "MultiPolygon", coordinates: [(geometry as Polygon).coordinates] });
    database.run("insert into areas values (?, ?, ?, ?)", [
      i,
      properties!["CODE"],
      properties!["NAME"],
      Buffer.concat([header, wkb]),
    ]);
  }
  const bytes = Buffer.from(database.export());
  database.close();
  return bytes;
}
