// The geometry functions that the import uses, on both versions of PostGIS.

import type { MultiPolygon, Position } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeWkb, encodeWkb } from "#sql/wkb";
import { DATABASES, type TestDatabase } from "./databases.ts";

interface Repaired {
  ordinal: number;
  geometry: Buffer | null;
  was_valid: boolean;
  reason: string | null;
  lon: number | null;
  lat: number | null;
  became_empty: boolean;
}

const polygon = (...rings: Position[][]): MultiPolygon => ({ type: "MultiPolygon", coordinates: [rings] });
const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

/** Area in square units by the shoelace formula; shells counter-clockwise count positive, holes negative. */
function area(shape: MultiPolygon): number {
  const ring = (points: Position[]): number =>
    points.slice(1).reduce((sum, [x, y], i) => sum + points[i]![0]! * y! - x! * points[i]![1]!, 0) / 2;
  return shape.coordinates.flat().reduce((sum, points) => sum + ring(points), 0);
}

describe.each(DATABASES)("geometry functions ($name)", ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test?.drop());

  const repair = async (wkb: (Buffer | null)[], crs: string): Promise<Repaired[]> =>
    (
      await test.database.pool.query<Repaired>("select * from geo.repair_polygons($1::bytea[], $2)", [
        wkb,
        crs,
      ])
    ).rows;
  const cells = async (
    lon: number[],
    lat: number[],
    clip: MultiPolygon,
  ): Promise<(MultiPolygon | null)[]> => {
    const { rows } = await test.database.pool.query<{ ordinal: number; cell: Buffer | null }>(
      "select * from geo.voronoi_cells($1::float8[], $2::float8[], $3)",
      [lon, lat, encodeWkb(clip)],
    );
    expect(rows.map((row) => row.ordinal)).toEqual(lon.map((_, i) => i + 1));
    return rows.map((row) => row.cell && decodeWkb(row.cell));
  };

  it("gives a valid geometry back bit by bit", async () => {
    const shell = square(106.12345678901234, 26.1, Math.PI / 10);
    const hole = square(106.2, 26.2, 0.1).toReversed();
    const [row] = await repair([encodeWkb(polygon(shell, hole))], "4326");
    expect(row).toMatchObject({ ordinal: 1, was_valid: true, reason: null, became_empty: false });
    expect(decodeWkb(row!.geometry!)).toEqual(polygon(shell, hole));
  });

  it("turns a clockwise shell round without moving a vertex", async () => {
    const [row] = await repair([encodeWkb(polygon(square(0.1, 0.2, 1).toReversed()))], "EPSG:4326");
    const ring = decodeWkb(row!.geometry!).coordinates[0]![0]!;
    expect(area(polygon(ring))).toBeCloseTo(1, 12);
    expect(new Set(ring.map(String))).toEqual(new Set(square(0.1, 0.2, 1).map(String)));
  });

  it("repairs a bow-tie into its two triangles and reports where it crosses", async () => {
    const bowTie = polygon([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]);
    const [row] = await repair([encodeWkb(bowTie)], "4326");
    expect(row).toMatchObject({
      was_valid: false,
      reason: "Self-intersection",
      lon: 1,
      lat: 1,
      became_empty: false,
    });
    const repaired = decodeWkb(row!.geometry!);
    expect(repaired.coordinates).toHaveLength(2);
    expect(area(repaired)).toBe(2);
  });

  it("reports what cannot be repaired by element and repairs the rest", async () => {
    const flat = polygon([
      [0, 0],
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    const empty: MultiPolygon = { type: "MultiPolygon", coordinates: [] };
    const rows = await repair(
      [Buffer.from("junk"), encodeWkb(flat), encodeWkb(empty), null, encodeWkb(polygon(square(0, 0, 1)))],
      "4326",
    );
    expect(rows.map((row) => row.became_empty)).toEqual([true, true, true, true, false]);
    expect(rows.map((row) => row.geometry === null)).toEqual([true, true, true, true, false]);
    expect(rows[0]!.reason).toMatch(/endian/);
    expect(await repair([], "4326")).toEqual([]);
  });

  it("transforms from an EPSG number, a PROJ string and ESRI's WKT", async () => {
    // Caister water tower, the worked example of Ordnance Survey's guide: 52.65798 N, 1.71605 E in WGS 84.
    const britain = encodeWkb(polygon(square(651409.903, 313177.27, 10)));
    const [row] = await repair([britain], "27700");
    const [lon, lat] = decodeWkb(row!.geometry!).coordinates[0]![0]![0]!;
    expect(lon).toBeCloseTo(1.71605, 4);
    expect(lat).toBeCloseTo(52.65798, 4);
    const utm48 = encodeWkb(polygon(square(500000, 1300000, 10)));
    const wkt =
      'PROJCS["WGS_1984_UTM_Zone_48N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    for (const crs of ["32648", "+proj=utm +zone=48 +datum=WGS84", wkt]) {
      const [there] = await repair([utm48], crs);
      const [x, y] = decodeWkb(there!.geometry!).coordinates[0]![0]![0]!;
      expect(x).toBeCloseTo(105, 9);
      expect(y).toBeCloseTo(11.75986, 5);
    }
  });

  it.each(["999999", "+proj=nonsense", "PROJCS[broken", "", "nothing of the kind"])(
    "reports that the reference system %j is unknown",
    async (crs) => {
      await expect(repair([encodeWkb(polygon(square(0, 0, 1)))], crs)).rejects.toThrow(
        /unknown coordinate reference system '.*': expected an EPSG number/,
      );
    },
  );

  it("halves a square between two points on its middle line", async () => {
    const [west, east] = await cells([0.25, 0.75], [0.5, 0.5], polygon(square(0, 0, 1)));
    expect(area(west!)).toBeCloseTo(0.5, 12);
    expect(Math.max(...west!.coordinates.flat(2).map(([x]) => x!))).toBeCloseTo(0.5, 12);
    expect(Math.min(...east!.coordinates.flat(2).map(([x]) => x!))).toBeCloseTo(0.5, 12);
  });

  it("fills a polygon with cells that hold their points, repeated and distant points apart", async () => {
    const lon = [0.1, 0.9, 0.5, 0.5, 0.3, 0.1, 40];
    const lat = [60.1, 60.2, 60.9, 60.5, 60.7, 60.1, 10];
    const got = await cells(lon, lat, polygon(square(0, 60, 1)));
    expect(got.map((cell) => cell === null)).toEqual([false, false, false, false, false, true, true]);
    expect(got.reduce((sum, cell) => sum + (cell ? area(cell) : 0), 0)).toBeCloseTo(1, 9);
  });

  it("gives a single point, even if repeated, the whole polygon", async () => {
    const clip = polygon(square(3, 4, 2));
    const [first, second] = await cells([3.5, 3.5], [4.5, 4.5], clip);
    expect(first).toEqual(clip);
    expect(second).toBeNull();
    expect(await cells([], [], clip)).toEqual([]);
  });
});
