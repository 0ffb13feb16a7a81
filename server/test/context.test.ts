// The layers of a profile: read with findings, cut, stored, served under an address that stands for what they were cut from.

import { inflateSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import type { ContextLayerInput } from "#domain/context";
import type { StoredContextLayer } from "#domain/contract/context";
import { DATABASES } from "#sql/test/databases";
import type { TestDatabase } from "#sql/test/databases";
import { loadDataset } from "#server/import/load/load";
import type { ReadDataset } from "#server/import/dataset";
import { contextLayers, contextTile } from "#server/read/context/context_layers";
import { Store } from "#server/read/store";
import { slope } from "./files/slope.ts";
import { openReading } from "./reading.ts";
import { collection, LEVELS, ringsOf } from "./trial_profile.ts";

/** Two villages at 106° E, 27° N, a square degree each. */
const VILLAGES = collection([
  { code: "110", coordinates: ringsOf(106, 27) },
  { code: "120", coordinates: ringsOf(107, 27) },
]);

const rivers = (features: readonly { type: string; coordinates: unknown; properties: object }[]): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: features.map(({ type, coordinates, properties }) => ({
      type: "Feature",
      properties,
      geometry: { type, coordinates },
    })),
  });

const RIVERS = rivers([
  {
    type: "LineString",
    coordinates: [
      [106.1, 27.1],
      [106.9, 27.8],
    ],
    properties: { kind: "R", km2: 9000 },
  },
  {
    type: "LineString",
    coordinates: [
      [107.1, 27.1],
      [107.9, 27.8],
    ],
    properties: { kind: "R", km2: "many" },
  },
  { type: "Point", coordinates: [107.1, 27.1], properties: { kind: "R", km2: 5 } },
  {
    type: "LineString",
    coordinates: [
      [107, 27],
      [107.9, 27],
    ],
    properties: { kind: "canal", km2: 5 },
  },
]);

const CONTEXT = `context:
  layers:
    - { layer: water, file: r.json, class: { column: kind, as: { R: river } }, rank: km2 }
    - { layer: seats, file: s.csv, class: county_seat, area: code, name: { en: name }, point: { lon: x, lat: y } }
  relief: { file: dem.tif }
`;

const SEATS = "code,name,x,y\n110,First,106.5,27.5\n999,Nowhere,107.5,27.5\n";

const FILES = { "v.json": VILLAGES, "r.json": RIVERS, "s.csv": SEATS, "dem.tif": slope() };

const rulesOf = ({ findings }: ReadDataset): string[] =>
  findings.map(({ severity, rule, row }) => `${severity} ${rule}${row === null ? "" : ` ${row}`}`);

const load = (test: TestDatabase, input: ReadDataset["input"]) =>
  loadDataset(test.database, input!, {
    dryRun: false,
    importedBy: "test",
    findings: [],
    onProgress: () => undefined,
  });

const sizes = { areas: 1 << 20, columns: 1 << 20, tiles: 1 << 20, bodies: 1 << 20 };

describe.each(DATABASES)("on the $name database", (kind) => {
  const reading = openReading(kind);

  it("reads layers and relief, and reports every row that cannot be drawn", async () => {
    const read = await reading.readFiles(LEVELS + CONTEXT, FILES);
    expect(rulesOf(read).filter((text) => !text.includes("geometry_missing"))).toEqual(
      expect.arrayContaining([
        "warning rank_invalid 2",
        "warning geometry_not_line 3",
        "warning class_unmapped 4",
        "warning area_unknown",
      ]),
    );
    expect(read.input!.context!.map(({ layer }) => layer)).toEqual(["water", "seats", "relief"]);
  });

  it("reads a raster of people and shades the empty half of it", async () => {
    const west = Float32Array.from({ length: 64 * 64 }, (_, node) => (node % 64 < 32 ? 9 : 0));
    const people = slope({}, west);
    const profile = `${LEVELS}context:\n  settlement: { file: people.tif }\n`;
    const { input } = await reading.readFiles(profile, { "v.json": VILLAGES, "people.tif": people });
    expect((await load(reading.test, input)).context).toMatchObject([{ layer: "settlement", state: "new" }]);
    const store = new Store(reading.test.database, sizes, "shape");
    const [stored] = (await contextLayers(store.rows)).filter(({ layer }) => layer === "settlement");
    const picture = await contextTile(store, { ...stored!, z: stored!.maxZoom, x: 25, y: 13 }, true);
    expect(picture.type).toBe("image/png");
  });

  it("stores what is new, serves its tiles, and gives other files another address", async () => {
    const { input } = await reading.readFiles(LEVELS + CONTEXT, FILES);
    const first = await load(reading.test, input);
    expect(first.context.map(({ layer, state }) => `${layer} ${state}`)).toEqual([
      "water new",
      "seats new",
      "relief new",
    ]);
    const store = new Store(reading.test.database, sizes, "shape");
    const layers = await contextLayers(store.rows);
    const stored = (id: ContextLayerInput["layer"]): StoredContextLayer =>
      layers.find(({ layer }) => layer === id)!;
    expect(stored("water").featureCount).toBe(2);
    const place = { z: 5, x: 25, y: 13 };
    const water = await contextTile(store, { ...stored("water"), ...place }, false);
    const tile = new VectorTile(new PbfReader(Buffer.concat(water.pieces)));
    expect(tile.layers["water"]!.feature(0).properties).toEqual({ class: "river", rank: 9000 });
    const relief = await contextTile(store, { ...stored("relief"), ...place }, true);
    expect(relief.type).toBe("image/png");
    const [png] = relief.pieces;
    const data = png!.indexOf("IDAT");
    const rows = inflateSync(png!.subarray(data + 4, data + 4 + png!.readUInt32BE(data - 4)));
    expect(rows).toHaveLength(512 * 513);
    await expect(
      contextTile(store, { layer: "water", address: "0".repeat(16), ...place }, false),
    ).rejects.toThrow("there is no layer water with the address 0000000000000000");

    const again = await load(reading.test, input);
    expect(again.context.every(({ state }) => state === "unchanged")).toBe(true);
    const other = await reading.readFiles(LEVELS + CONTEXT, {
      ...FILES,
      "s.csv": SEATS.replace("First", "Old"),
    });
    await load(reading.test, other.input);
    const after = await contextLayers(store.rows);
    expect(
      after.filter(({ address }, at) => address !== layers[at]!.address).map(({ layer }) => layer),
    ).toEqual(["seats"]);
  });

  it("brings heights and lines of another system to longitude and latitude", async () => {
    const metric = slope({
      ModelPixelScale: [3000, 3000, 0],
      ModelTiepoint: [0, 0, 0, 11_800_000, 3_200_000, 0],
      GTModelTypeGeoKey: 1,
      GeographicTypeGeoKey: undefined,
      ProjectedCSTypeGeoKey: 3857,
    });
    const { input } = await reading.readFiles(LEVELS + CONTEXT, { ...FILES, "dem.tif": metric });
    const relief = input!.context!.find(({ layer }) => layer === "relief")!;
    const grid = await (relief as Extract<ContextLayerInput, { layer: "relief" | "settlement" }>).raster();
    expect(grid.west).toBeCloseTo(106.0012, 3);
    expect(grid.north).toBeCloseTo(27.6109, 3);
    const known = grid.values.filter((metres) => !Number.isNaN(metres));
    expect(known.length).toBeGreaterThan(0.9 * grid.values.length);
  });

  it.each([
    [
      "an unknown class",
      CONTEXT.replace("R: river", "R: brook"),
      {},
      'unknown class "brook" of water: known are river, lake',
    ],
    ["a raster that is none", CONTEXT, { "dem.tif": "no raster" }, "is no GeoTIFF"],
    [
      "positions that are no degrees",
      CONTEXT,
      { "s.csv": "code,name,x,y\n110,First,500000,27\n" },
      "which is no place in EPSG:4326",
    ],
    [
      "a column that is not there",
      CONTEXT.replace("rank: km2", "rank: area"),
      {},
      'has no column "area": known are kind, km2',
    ],
  ])("refuses %s, and says what is wrong", async (_, context, files, message) => {
    const read = await reading.readFiles(LEVELS + context, { ...FILES, ...files });
    expect(read.input).toBeNull();
    expect(
      read.findings.filter(({ severity }) => severity === "error").map((finding) => finding.message),
    ).toEqual([expect.stringContaining(message)]);
  });

  it("names the line of a key that is not known", async () => {
    const read = await reading.readFiles(
      `${LEVELS}context:\n  layers:\n    - { layer: roads_of_mars, file: r.json, class: river }\n`,
      FILES,
    );
    expect(read.findings.map((finding) => finding.message)).toEqual([
      "line 9: context.layers[1].layer: is one of water, seats",
    ]);
  });
});
