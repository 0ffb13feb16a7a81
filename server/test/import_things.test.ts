// Facilities and roads from files: where they stand, what is found odd, and that nothing is written where something is wrong.

import { describe, expect, it } from "vitest";
import { toGcj02 } from "#server/import/things/gcj02";
import { loadDataset, type LoadOptions } from "#server/import/load/load";
import { query } from "#sql/query";
import { DATABASES } from "#sql/test/databases";
import { collection, ringsOf } from "./trial_profile.ts";
import { countByRule } from "./findings.ts";
import { openReading } from "./reading.ts";

/** Villages of 0.05° around 106° E, 27° N: A11, A12, … A44 by column and row. */
const SIZE = 0.05;
const codes = [1, 2, 3, 4].flatMap((column) => [1, 2, 3, 4].map((row) => `A${column}${row}`));
const cornerOf = (code: string): [number, number] => [
  106 + (Number(code[1]) - 1) * SIZE,
  27 + (Number(code[2]) - 1) * SIZE,
];
const middleOf = (code: string): [number, number] => {
  const [west, south] = cornerOf(code);
  return [west + SIZE / 2, south + SIZE / 2];
};
const VILLAGES = {
  "v.json": collection(codes.map((code) => ({ code, coordinates: ringsOf(...cornerOf(code), SIZE) }))),
};
const LEVELS = `dataset: trial
title: Trial
licence: { name: CC0, attribution: nobody }
levels:
  - { id: town, label: Town, parent: { prefix: 1 } }
  - { id: village, label: Village, file: v.json, code: CODE, parent: { prefix: 2 } }
`
  .replace("parent: { prefix: 2 }", "parent: { prefix: 1 }")
  .replace("{ id: town, label: Town, parent: { prefix: 1 } }", "{ id: town, label: Town }");

const SCHOOLS = (more = ""): string => `${LEVELS}facilities:
  - { id: schools, file: s.csv, code: ID, kind: { column: TYPE, as: { 小学: primary_school, 教学点: teaching_point } },
      name: { zh: NAME }, point: { lon: LON, lat: LAT }, village: VILLAGE, period: { column: YEAR },
      columns: { pupils: PUPILS, places: PLACES }${more} }
`;
const HEAD = "ID,TYPE,NAME,LON,LAT,VILLAGE,YEAR,PUPILS,PLACES\n";
const row = (
  id: string,
  [lon, lat]: readonly [number, number],
  village: string,
  rest = "2020,50,60",
  type = "小学",
): string => `${id},${type},${id}校,${lon},${lat},${village},${rest}\n`;

const ROADS = (more = ""): string => `${LEVELS}roads:
  - { file: r.json, class: { column: CLASS, as: { G: national, X: county, Y: township } }, name: { zh: NAME }, speed: SPEED${more} }
`;
const lines = (
  features: readonly { type?: string; coordinates: unknown; CLASS?: string; SPEED?: string; NO?: string }[],
): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: features.map(({ type = "LineString", coordinates, CLASS = "X", SPEED = "", NO = "" }) => ({
      type: "Feature",
      properties: { CLASS, SPEED, NO, NAME: "路" },
      geometry: { type, coordinates },
    })),
  });
const A = [106.01, 27.01];
const B = [106.03, 27.03];
const C = [106.08, 27.06];

const OPTIONS: LoadOptions = { dryRun: false, importedBy: "test", findings: [], onProgress: () => undefined };

describe.each(DATABASES)("facilities and roads on $name", (kind) => {
  const reading = openReading(kind);
  const readSchools = (rows: string, more?: string) =>
    reading.readFiles(SCHOOLS(more), { ...VILLAGES, "s.csv": HEAD + rows });
  const facilitiesOf = ({ input }: Awaited<ReturnType<typeof readSchools>>) =>
    [...input!.things!.facilities[0]!.facilities()].flat();
  const readRoads = (features: Parameters<typeof lines>[0], more?: string) =>
    reading.readFiles(ROADS(more), { ...VILLAGES, "r.json": lines(features) });
  const roadsOf = ({ input }: Awaited<ReturnType<typeof readRoads>>) =>
    [...input!.things!.roads[0]!.roads()].flat();

  it("reads schools with their villages, names and figures by period", async () => {
    const read = await readSchools(
      row("S1", middleOf("A11"), "A11") +
        row("S1", middleOf("A11"), "A11", "2021,55,60") +
        row("S2", middleOf("A22"), "", "2020,,n/a", "教学点"),
    );
    expect(read.findings).toEqual([
      expect.objectContaining({ rule: "code_missing", column: "VILLAGE", row: 3 }),
    ]);
    expect(facilitiesOf(read)).toMatchObject([
      {
        code: "S1",
        kind: "primary_school",
        names: { zh: "S1校" },
        point: middleOf("A11"),
        areaCode: "A11",
        locatedCode: "A11",
      },
      { code: "S2", kind: "teaching_point", areaCode: null, locatedCode: "A22" },
    ]);
    expect([...read.input!.things!.facilities[0]!.rows()].flat()).toEqual([
      { code: "S1", period: "2020", values: [50, 60] },
      { code: "S1", period: "2021", values: [55, 60] },
      { code: "S2", period: "2020", values: [null, null] },
    ]);
  });

  it("finds points that cannot be right, each by its rule", async () => {
    const read = await readSchools(
      row("outside", [110, 30], "A11") +
        row("nowhere", [110, 30], "") +
        row("zero", [0, 0], "A12") +
        row("thousand", [1000, 1000], "A13") +
        row("turned", [middleOf("A21")[1], middleOf("A21")[0]], "A21") +
        row("elsewhere", middleOf("A31"), "A32") +
        row("unknown", middleOf("A33"), "Z99") +
        row("one", middleOf("A41"), "A41") +
        row("twin", [middleOf("A41")[0] + 0.0003, middleOf("A41")[1]], "A41") +
        row("point", middleOf("A41"), "A41", "2020,5,8", "教学点") +
        row("text", middleOf("A42"), "A42", "2020,约五十,60") +
        row("kind", middleOf("A43"), "A43", "2020,50,60", "大学"),
    );
    expect(countByRule(read.findings)).toEqual({
      outside_territory: 2,
      code_missing: 1,
      sentinel_coordinates: 2,
      swapped_lon_lat: 1,
      other_village: 1,
      unknown_code: 1,
      duplicate_facility: 1,
      not_a_number: 1,
      kind_unknown: 1,
    });
    const byCode = new Map(facilitiesOf(read).map((facility) => [facility.code, facility]));
    expect(byCode.get("outside")).toMatchObject({ point: null, areaCode: "A11" });
    expect(byCode.has("nowhere")).toBe(false);
    expect(byCode.get("zero")).toMatchObject({ point: null, areaCode: "A12", locatedCode: null });
    expect(byCode.get("turned")).toMatchObject({ point: middleOf("A21"), locatedCode: "A21" });
    expect(byCode.get("elsewhere")).toMatchObject({ areaCode: "A32", locatedCode: "A31" });
    expect(byCode.has("kind")).toBe(false);
  });

  it("refuses points that are shifted as on Chinese web maps until that is declared, then shifts them back", async () => {
    const shifted = codes.map((code, at) => {
      const [lon, lat] = middleOf(code);
      return row(code, toGcj02([lon + 0.002 * Math.cos(at), lat + 0.002 * Math.sin(at)]), code);
    });
    const refused = await readSchools(shifted.join(""));
    expect(refused.input).toBeNull();
    expect(refused.findings).toMatchObject([
      {
        severity: "error",
        rule: "gcj02_suspected",
        action: expect.stringContaining("coordinates: gcj02") as string,
      },
    ]);
    const back = await readSchools(shifted.join(""), ", coordinates: gcj02");
    expect(back.findings).toEqual([]);
    for (const { code, point } of facilitiesOf(back))
      expect(Math.hypot(point![0] - middleOf(code)[0], point![1] - middleOf(code)[1])).toBeCloseTo(0.002, 6);
    expect((await readSchools(shifted.join(""), ", coordinates: wgs84")).findings).toEqual([]);
    const right = codes.map((code) => row(code, middleOf(code), code)).join("");
    expect((await readSchools(right)).findings).toEqual([]);
  });

  it("takes a declared system, and refuses numbers that are no degrees without one", async () => {
    const { rows } = await reading.test.database.pool.query<{ x: number; y: number }>(
      "select st_x(p) as x, st_y(p) as y from st_transform(st_setsrid(st_makepoint(106.025, 27.025), 4326), 32648) as p",
    );
    const metres = row("S1", [rows[0]!.x, rows[0]!.y], "A11");
    const read = await readSchools(metres, ', crs: "EPSG:32648"');
    expect(facilitiesOf(read)[0]).toMatchObject({ locatedCode: "A11" });
    const refused = await readSchools(metres);
    expect(refused.input).toBeNull();
    expect(refused.findings).toMatchObject([{ severity: "error", rule: "crs_unknown", file: "s.csv" }]);
  });

  it("reads which villages a school serves, and leaves out rows of unknown ones", async () => {
    const more = ', catchment: { file: c.csv, key: ID, village: V, count: N }, where: "YEAR == 2020"';
    const profile = SCHOOLS(more).replace("period: { column: YEAR }", 'period: "2020"');
    const { input, findings } = await reading.readFiles(profile, {
      ...VILLAGES,
      "s.csv": HEAD + row("S1", middleOf("A11"), "A11"),
      "c.csv": "ID,V,N\nS1,A11,30\nS1,A12,20\nS1,Z9,5\nS9,A11,1\n",
    });
    expect(countByRule(findings)).toEqual({ unknown_code: 2 });
    expect([...input!.things!.facilities[0]!.rows()].flat()).toEqual([
      {
        code: "S1",
        period: "2020",
        values: [50, 60],
        catchment: { codes: ["A11", "A12"], counts: [30, 20] },
      },
    ]);
  });

  it("reads roads, and finds every way in which they are broken", async () => {
    const read = await readRoads(
      [
        { coordinates: [A, B, B, C], CLASS: "G", SPEED: "60", NO: "7" },
        {
          type: "MultiLineString",
          coordinates: [
            [A, C],
            [B, C],
          ],
          CLASS: "X",
          NO: "7",
        },
        { coordinates: [C, B, A], CLASS: "Y" },
        { coordinates: [A, B, C], CLASS: "G" },
        { coordinates: [A], CLASS: "X" },
        { coordinates: [A, A], CLASS: "X" },
        { coordinates: [A, [null, 27]], CLASS: "X" },
        { type: "Point", coordinates: A },
        { coordinates: [[106.01, 27.02], C], CLASS: "X;Y", SPEED: "约30" },
        { coordinates: [[106.01, 27.03], C], CLASS: "Q" },
        {
          coordinates: [
            [10, 50],
            [11, 50],
          ],
        },
        {
          coordinates: [
            [27.01, 106.02],
            [27.02, 106.03],
          ],
        },
      ],
      ", code: NO",
    );
    expect(countByRule(read.findings)).toEqual({
      several_records: 1,
      duplicate_road: 2,
      one_point_line: 1,
      zero_length: 1,
      geometry_broken: 2,
      road_class_mixed: 1,
      road_class_unknown: 1,
      not_a_number: 1,
      outside_territory: 1,
      swapped_lon_lat: 1,
    });
    expect(roadsOf(read)).toMatchObject([
      { roadClass: "national", speedKmh: 60, line: [A, B, C], oneWay: "both", level: 0, surface: "unknown" },
      { roadClass: "county", line: [A, C] },
      { roadClass: "county", line: [B, C] },
      { roadClass: "township", speedKmh: null },
      {
        roadClass: "county",
        line: [
          [106.02, 27.01],
          [106.03, 27.02],
        ],
      },
    ]);
  });

  it("stores them in batches that a draft names, leaves all as it was after an error, and replaces what has changed", async () => {
    const { database } = reading.test;
    const count = async () => {
      const [counted] = await query<Record<string, number>>(
        database.knex,
        `select (select count(*)::int from thing.batch) as batches, (select count(*)::int from thing.facility) as facilities,
                (select count(*)::int from thing.road) as roads, (select count(*)::int from geo.area) as areas`,
      );
      return counted;
    };
    const both = (schools: string): Record<string, string> => ({
      ...VILLAGES,
      "s.csv": HEAD + schools,
      "r.json": lines([{ coordinates: [A, B] }]),
    });
    const profile = SCHOOLS() + ROADS().slice(LEVELS.length);
    const good = row("S1", middleOf("A11"), "A11") + row("S2", middleOf("A12"), "A12");
    const load = async (schools: string, dryRun = false) => {
      const { input, findings } = await reading.readFiles(profile, both(schools));
      return input && loadDataset(database, input, { ...OPTIONS, findings, dryRun });
    };
    expect(await load(`${good}S1,小学,x,106.01,27.01,A11,2020,51,60\n`)).toBeNull();
    expect((await load(good, true))!.isDryRun).toBe(true);
    expect(await count()).toEqual({ batches: 0, facilities: 0, roads: 0, areas: 0 });

    const first = await load(good);
    expect(first!.things).toMatchObject([
      { section: "facilities", state: "new" },
      { section: "roads", state: "new" },
    ]);
    expect(await count()).toMatchObject({ batches: 2, facilities: 2, roads: 1 });
    expect((await load(good))!.isUnchanged).toBe(true);
    const changed = await load(good + row("S3", middleOf("A13"), "A13"));
    expect(changed!.things.map(({ state }) => state)).toEqual(["replaced", "unchanged"]);
    expect(await count()).toMatchObject({ batches: 3, facilities: 5, roads: 1 });
    const [draft] = await query<{ things: number[]; kinds: unknown }>(
      database.knex,
      `select catalog -> 'inputs' -> 'things' as things, catalog -> 'catalog' -> 'things' -> 'kinds' as kinds
       from release.release where state = 'draft'`,
    );
    expect(draft).toEqual({ things: [2, 3], kinds: [{ id: "primary_school", count: 3 }] });
    await expect(query(database.knex, "update thing.road set class = 'county'")).rejects.toThrow(
      /cannot be changed/,
    );
  });

  it("names the line of a profile that is wrong", async () => {
    const { findings } = await reading.readFiles(
      SCHOOLS(", kindd: x").replace("小学: primary_school", "小学: college"),
      VILLAGES,
    );
    expect(findings.every(({ rule }) => rule === "profile_invalid")).toBe(true);
    expect(findings.map(({ message }) => message).join("\n")).toMatch(/line \d+.*kind/);
  });
});
