// Every format gives the same rows; what is no known format is refused with one clear fault.

import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection, Polygon } from "geojson";
import initSqlJs from "sql.js";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeWkb } from "#sql/wkb";
import { FindingLog, ImportFault } from "../finding_log.ts";
import { unpack } from "../open_file.ts";
import { zip } from "../zip_by_hand.ts";
import { readSource } from "./read.ts";
import type { Source, SourceOptions, SourceRow } from "./source.ts";

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
const COLLECTION: FeatureCollection = {
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

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function open(
  bytes: Buffer | string,
  options: SourceOptions = {},
): Promise<{ source: Source; rows: SourceRow[]; rules: string[] }> {
  const log = new FindingLog();
  const raw = Buffer.from(bytes);
  const opened = { name: "x", checksum: "", bytes: raw, members: await unpack("x", raw) };
  const source = await readSource(opened, log, options);
  return {
    source,
    rows: await collect(source.rows()),
    rules: log.all.map((finding) => finding.rule),
  };
}

async function faultOf(bytes: Buffer | string, options?: SourceOptions): Promise<string> {
  try {
    await open(bytes, options);
  } catch (error) {
    if (error instanceof ImportFault) return error.part.rule;
    throw error;
  }
  return "read";
}

async function expectSquares(bytes: Buffer | string, options?: SourceOptions): Promise<Source> {
  const { source, rows } = await open(bytes, options);
  const [code, name] = [source.columns.indexOf("CODE"), source.columns.indexOf("NAME")];
  expect(rows.map(({ cells, number }) => [number, cells[code], cells[name]])).toEqual([
    [1, "01", "石桥"],
    [2, "02", "Ford"],
  ]);
  const ring = (row: SourceRow): unknown => {
    const { coordinates } = row.geometry as Polygon;
    const flat = coordinates.flat(2) as unknown[];
    return new Set(
      (typeof flat[0] === "number" ? coordinates[0]! : (flat as number[][])).map((position) =>
        position.slice(0, 2).join(" "),
      ),
    );
  };
  expect(ring(rows[0]!)).toEqual(new Set(["0 0", "1 0", "1 1", "0 1"]));
  return source;
}

/** A shapefile of the squares by hand: header and two polygon records, a dBASE table in UTF-8. */
function shapefile(prj: string): Buffer {
  const records = COLLECTION.features.map((feature, index) => {
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
  const rows = COLLECTION.features.map(({ properties }) =>
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

const xlsx = (rows: string): Buffer =>
  zip([
    { name: "[Content_Types].xml", data: Buffer.from("<Types/>") },
    {
      name: "xl/workbook.xml",
      data: Buffer.from(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: Buffer.from(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    {
      name: "xl/worksheets/sheet1.xml",
      data: Buffer.from(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
      ),
    },
  ]);

let geopackage: Buffer;
beforeAll(async () => {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database();
  database.run(`create table gpkg_spatial_ref_sys (srs_id integer, organization text, organization_coordsys_id integer, definition text);
    insert into gpkg_spatial_ref_sys values (27700, 'EPSG', 27700, 'PROJCS');
    create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
    insert into gpkg_geometry_columns values ('areas', 'geom', 27700);
    create table areas (fid integer, CODE text, NAME text, geom blob);`);
  for (const [i, { properties, geometry }] of COLLECTION.features.entries()) {
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
  geopackage = Buffer.from(database.export());
  database.close();
});

describe("vector formats", () => {
  it("reads GeoJSON, plain, gzipped, zipped, with a byte order mark", async () => {
    const json = JSON.stringify(COLLECTION);
    expect((await expectSquares(json)).format).toBe("GeoJSON");
    await expectSquares(gzipSync(json));
    await expectSquares(
      zip([
        { name: "a.json", data: Buffer.from(json) },
        { name: "LICENCE.txt", data: Buffer.from("x") },
      ]),
    );
    await expectSquares(`\uFEFF${json}`);
    const named = {
      ...COLLECTION,
      crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } },
    };
    expect((await expectSquares(JSON.stringify(named))).crs).toBe("urn:ogc:def:crs:EPSG::27700");
  });

  it("reads TopoJSON with both sides of a border on the same numbers", async () => {
    const topology = {
      type: "Topology",
      transform: { scale: [0.1, 0.1], translate: [0, 0] },
      arcs: [
        [
          [10, 0],
          [0, 10],
        ],
        [
          [10, 10],
          [-10, 0],
          [0, -10],
          [10, 0],
        ],
        [
          [10, 10],
          [10, 0],
          [0, -10],
          [-10, 0],
        ],
      ],
      objects: {
        areas: {
          type: "GeometryCollection",
          geometries: [
            { type: "Polygon", properties: { CODE: "01", NAME: "石桥" }, arcs: [[0, 1]] },
            { type: "Polygon", properties: { CODE: "02", NAME: "Ford" }, arcs: [[~0, ~2]] },
          ],
        },
      },
    };
    await expectSquares(JSON.stringify(topology));
    expect(await faultOf(JSON.stringify(topology), { layer: "roads" })).toBe("layer_unknown");
  });

  it("reads a Shapefile in a zip with the names in its code page and its projection", async () => {
    expect((await expectSquares(shapefile('GEOGCS["GCS_WGS_1984"]'))).crs).toBe('GEOGCS["GCS_WGS_1984"]');
  });

  it("reads GeoPackage and FlatGeobuf with their coordinate systems", async () => {
    expect((await expectSquares(geopackage)).crs).toBe("EPSG:27700");
    expect(await faultOf(geopackage, { layer: "roads" })).toBe("layer_unknown");
    expect((await expectSquares(Buffer.from(serialize(COLLECTION, 4490)))).crs).toBe("EPSG:4490");
  });
});

describe("CSV", () => {
  it("keeps quoted line breaks, finds the delimiter, fills short rows", async () => {
    const { source, rows } = await open('code;name\n1;"a\nb; c"\n2\n');
    expect(source.columns).toEqual(["code", "name"]);
    expect(rows.map((row) => row.cells)).toEqual([
      ["1", "a\nb; c"],
      ["2", ""],
    ]);
    expect((await open("a\tb,c\n1\t2,3")).rows[0]?.cells).toEqual(["1", "2,3"]);
  });

  it("takes a lone CR, and CR LF and LF mixed, for line ends", async () => {
    const { rows, rules } = await open("a,b\r1,2\r3,4\r");
    expect(rows.map((row) => row.cells.join())).toEqual(["1,2", "3,4"]);
    expect(rules).toEqual(["line_ends"]);
    expect((await open("a,b\r\n1,2\n3,4\r5,6")).rows).toHaveLength(3);
  });

  it("renames a header that is there twice", async () => {
    const { source, rules } = await open("code, code ,\n1,2,3");
    expect(source.columns).toEqual(["code", "code (2)", "column 3"]);
    expect(rules).toEqual(["duplicate_header"]);
  });

  it("refuses a quote that never closes", async () => {
    expect(await faultOf('a,b\n1,"2\n3,4')).toBe("csv_malformed");
  });

  it("gives back any table that was written", async () => {
    const cell = fc
      .string({ unit: "grapheme", maxLength: 12 })
      .map((text) => text.replace(/\p{Cc}/gu, "").trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (table, end) => {
          const quoted = [["x", "y", "z"], ...table]
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","))
            .join(end);
          expect((await open(quoted)).rows.map((row) => row.cells)).toEqual(table.map((row) => [...row]));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("XLSX", () => {
  const row = (...cells: string[]): string => `<row>${cells.join("")}</row>`;
  const text = (at: string, value: string): string =>
    `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const number = (at: string, value: string): string => `<c r="${at}"><v>${value}</v></c>`;
  const sheet = xlsx(
    row(text("A1", " code "), text("B1", "people")) +
      row(number("A2", "5.20102001E+11"), number("B2", "1204.5")),
  );

  it("reads the first sheet, writing numbers out in full", async () => {
    const { source, rows } = await open(sheet);
    expect(source.columns).toEqual(["code", "people"]);
    expect(rows.map((each) => each.cells)).toEqual([["520102001000", "1204.5"]]);
  });

  it("names the sheets there are", async () => {
    expect(await faultOf(sheet, { layer: "Other" })).toBe("layer_unknown");
  });
});

describe("what is no data", () => {
  it.each([
    ["nothing", Buffer.alloc(0), "file_empty"],
    ["blanks", Buffer.from("\n\n"), "file_empty"],
    ["junk", Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919 + 13) % 256)), "file_unreadable"],
    ["broken JSON", Buffer.from('{"type": "FeatureColl'), "file_unreadable"],
    ["other JSON", Buffer.from('{"a": 1}'), "file_unreadable"],
    ["a JSON list", Buffer.from("[1, 2]"), "file_unreadable"],
    [
      "a broken GeoPackage",
      Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(200, 7)]),
      "file_unreadable",
    ],
    [
      "a broken FlatGeobuf",
      Buffer.concat([Buffer.from("fgb\x03fgb\0"), Buffer.alloc(200, 7)]),
      "file_unreadable",
    ],
    [
      "a bare shapefile",
      Buffer.concat([Buffer.from([0, 0, 0x27, 0x0a]), Buffer.alloc(200)]),
      "file_unreadable",
    ],
  ])("refuses %s", async (_, bytes, rule) => {
    expect(await faultOf(bytes)).toBe(rule);
  });

  it("asks which of several files in an archive is meant", async () => {
    const two = zip([
      { name: "a.csv", data: Buffer.from("a\n1") },
      { name: "b.csv", data: Buffer.from("b\n2") },
    ]);
    expect(await faultOf(two)).toBe("entry_unknown");
    expect((await open(two, { entry: "b.csv" })).rows[0]?.cells).toEqual(["2"]);
  });
});
