// Files written by GDAL, in every format × coordinate system, come back to where they were drawn; packings are compared in packings.test.ts.

import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { DatasetInput } from "#domain/dataset";
import { areasOf } from "#seeds/demo/fixtures/gathered";
import { DATABASES } from "#sql/test/databases";
import { unpack } from "#server/import/readers/open_file";
import { SYSTEMS } from "./files/systems.ts";
import { countByRule } from "./findings.ts";
import { openReading } from "./reading.ts";

const VECTOR_FORMATS = ["geojson", "gpkg", "fgb", "shz"];
const TABLE_FORMATS = ["csv", "tsv", "xlsx"];
/** Every way to say one system in a profile. */
const NAMES = [
  "EPSG:27700",
  "epsg:27700",
  "EPSG::27700",
  "27700",
  "urn:ogc:def:crs:EPSG::27700",
  "urn:ogc:def:crs:EPSG:6.9:27700",
  "http://www.opengis.net/def/crs/EPSG/0/27700",
  "http://www.opengis.net/gml/srs/epsg.xml#27700",
  "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs",
];
const DEGREES = [
  "EPSG:4326",
  "4326",
  "WGS84",
  "WGS 84",
  "CRS84",
  "CRS:84",
  "OGC:CRS84",
  "urn:ogc:def:crs:OGC:1.3:CRS84",
  "urn:ogc:def:crs:OGC::CRS84",
  "urn:ogc:def:crs:EPSG::4326",
  "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  "+proj=longlat +datum=WGS84 +no_defs",
];

/** Degrees by which two libraries may differ in a datum: about ten metres. */
const CLOSE = 1e-4;

const squares = (crs = ""): string => `dataset: trial
title: Trial
licence: { name: CC0, attribution: nobody }
levels:
  - { id: town, label: Town, parent: { prefix: 1 } }
  - { id: village, label: Village, file: data, code: CODE, name: { en: NAME }, parent: { prefix: 2 }${crs} }
`;
const centres = (point: string, crs = ""): string => `dataset: trial
title: Trial
licence: { name: CC0, attribution: nobody }
levels:
  - { id: town, label: Town, file: town, code: CODE }
  - { id: village, label: Village, file: data, code: CODE, name: { en: NAME }, parent: { prefix: 2 }, point: ${point}${crs} }
`;
const TOWN = JSON.stringify({
  type: "Feature",
  properties: { CODE: "A1" },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [-1, 52],
        [-0.8, 52],
        [-0.8, 52.1],
        [-1, 52.1],
        [-1, 52],
      ],
    ],
  },
});

/** West, south, east and north of each village. */
async function boxes(input: DatasetInput | null): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  for (const { code, names, geometry } of await areasOf(input!, "village")) {
    const positions = geometry!.coordinates.flat(2);
    const [x, y] = [positions.map((position) => position[0]!), positions.map((position) => position[1]!)];
    found[`${code} ${names["en"]}`] = [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
  }
  return found;
}

const near = (degrees: number) => expect.closeTo(degrees, -Math.log10(2 * CLOSE));
const WHERE_DRAWN = {
  "A11 石桥": [-1, 52, -0.9, 52.1].map(near),
  "A12 Ford": [-0.9, 52, -0.8, 52.1].map(near),
};

describe.each(DATABASES)("coordinates on $name", (kind) => {
  const reading = openReading(kind);
  let files: Map<string, Buffer>;
  const fileOf = (name: string): Buffer => files.get(name.replace(/(?<=\w):/g, "_"))!;
  beforeAll(async () => {
    const name = path.join(import.meta.dirname, "files/written_by_gdal.zip");
    files = await unpack(name, readFileSync(name));
  });

  /** Errors, boxes of the villages and other findings by rule, of a file that was read. */
  async function drawn(profile: string, data: Buffer): Promise<unknown> {
    const { input, findings } = await reading.readFiles(profile, { data, town: TOWN });
    const errors = findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
    return { errors, boxes: input && (await boxes(input)), rules: countByRule(findings) };
  }
  const asDrawn = (rules = {}): unknown => ({ errors: [], boxes: WHERE_DRAWN, rules });

  it.each(SYSTEMS)("reads polygons in %s, as files name it", async (system) => {
    for (const format of VECTOR_FORMATS)
      expect(await drawn(squares(), fileOf(`squares.${system}.${format}`)), format).toEqual(asDrawn());
  });

  it.each(NAMES)("reads polygons and points in %s, as a profile names it", async (name) => {
    const crs = `, crs: "${name}"`;
    expect(await drawn(squares(crs), fileOf("squares.EPSG:27700.gpkg")), "polygons").toEqual(asDrawn());
    const points = centres("{ lon: X, lat: Y }", crs);
    expect(await drawn(points, fileOf("centres.EPSG:27700.csv")), "points").toEqual(asDrawn());
  });

  it.each(DEGREES)("takes %s for longitude and latitude, and keeps their digits", async (name) => {
    const { input } = await reading.readFiles(squares(`, crs: "${name}"`), {
      data: fileOf("squares.EPSG:4326.geojson"),
    });
    expect((await boxes(input))["A11 石桥"]).toEqual([-1, 52, -0.9, 52.1]);
  });

  it.each(SYSTEMS)("reads points in %s, of geometries and of columns", async (system) => {
    for (const format of VECTOR_FORMATS)
      expect(await drawn(centres("geometry"), fileOf(`centres.${system}.${format}`)), format).toEqual(
        asDrawn(),
      );
    for (const format of TABLE_FORMATS) {
      const profile = centres("{ lon: X, lat: Y }", `, crs: "${system}"`);
      expect(await drawn(profile, fileOf(`centres.${system}.${format}`)), format).toEqual(asDrawn());
    }
  });

  it("says that it took degrees where a file names no system", async () => {
    for (const format of ["gpkg", "fgb", "shz"])
      expect(await drawn(squares(), fileOf(`squares.none.${format}`)), format).toEqual(
        asDrawn({ crs_assumed: 1 }),
      );
  });

  it("refuses a name that PROJ does not know, and metres that are said to be degrees", async () => {
    const rules = async (profile: string, name: string) => {
      const { input, findings } = await reading.readFiles(profile, { data: fileOf(name), town: TOWN });
      expect(input).toBeNull();
      return countByRule(findings);
    };
    const points = "{ lon: X, lat: Y }";
    const table = "centres.EPSG:27700.csv";
    expect(await rules(squares(', crs: "EPSG:999999"'), "squares.EPSG:4326.gpkg")).toEqual({
      crs_unknown: 1,
    });
    expect(await rules(squares(', crs: "lambert"'), "squares.EPSG:4326.gpkg")).toEqual({ crs_unknown: 1 });
    expect(await rules(centres(points, ", crs: lambert"), table)).toEqual({ crs_unknown: 1 });
    expect(await rules(centres(points), table)).toEqual({ crs_unknown: 1 });
    expect(await rules(centres(points, ', crs: "EPSG:4326"'), table)).toEqual({ crs_wrong: 1 });
  });
});
