// Every vector format gives the same rows.

import { gzipSync } from "node:zlib";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { zip } from "#server/test/files/zip";
import { faultOf, openBytes } from "#server/test/files/open_bytes";
import type { Source, SourceOptions, SourceRow } from "./source.ts";
import { SQUARES, geopackage, shapefile } from "#server/test/files/squares";

async function expectSquares(bytes: Buffer | string, options?: SourceOptions): Promise<Source> {
  const { source, rows } = await openBytes(bytes, options);
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

describe("vector formats", () => {
  it("reads GeoJSON, plain, gzipped, zipped, with a byte order mark", async () => {
    const json = JSON.stringify(SQUARES);
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
      ...SQUARES,
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
    const packed = await geopackage();
    expect((await expectSquares(packed)).crs).toBe("EPSG:27700");
    expect(await faultOf(packed, { layer: "roads" })).toBe("layer_unknown");
    expect((await expectSquares(Buffer.from(serialize(SQUARES, 4490)))).crs).toBe("EPSG:4490");
  });

  it("refuses a file whose keys are data", async () => {
    const features = Array.from({ length: 120 }, (_, at) => ({
      type: "Feature",
      properties: Object.fromEntries(Array.from({ length: 100 }, (_, key) => [`${at} ${key}`, 1])),
      geometry: null,
    }));
    expect(await faultOf(JSON.stringify({ type: "FeatureCollection", features }))).toBe("too_many_columns");
    expect(await faultOf(Array.from({ length: 6000 }, (_, at) => `c${at}`).join())).toBe("too_many_columns");
  });
});

describe("names that mean something to JavaScript", () => {
  it.each([
    [
      "GeoJSON",
      '{"type":"Feature","properties":{"__proto__":{"polluted":1},"constructor":"c","CODE":"01"},"geometry":null}',
    ],
    ["CSV", "__proto__,constructor,prototype\n01,02,03\n"],
  ])("are columns like others in %s", async (_, content) => {
    const { source, rows } = await openBytes(content);
    expect(source.columns).toContain("__proto__");
    expect(source.columns).toContain("constructor");
    expect(rows).toHaveLength(1);
    expect({}).not.toHaveProperty("polluted");
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("prototype");
  });
});
