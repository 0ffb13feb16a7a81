// First profiles of small files as offices send them: what is recognised, what is said to be guessed.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { zip } from "#server/test/files/zip";
import { inspecting } from "#server/test/inspecting";
import { inspectFiles } from "./inspect.ts";

/** A square of a village by its place in a row of them. */
const square = (x: number, size = 1, from = 100) => ({
  type: "Polygon",
  coordinates: [
    [
      [from + x * size, 26],
      [from + (x + 1) * size, 26],
      [from + (x + 1) * size, 26 + size],
      [from + x * size, 26 + size],
      [from + x * size, 26],
    ],
  ],
});

const CODES = ["520123101201", "520123101202", "520123102201", "520124100201"];
const villages = (geometry = (at: number): unknown => square(at)): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: CODES.map((code, at) => ({
      type: "Feature",
      properties: { 行政村代码: code, 行政村名称: `第${at + 1}村` },
      geometry: geometry(at),
    })),
  });
const table = (header: string, cells: readonly string[]): string =>
  [header, ...CODES.map((code, at) => `${code},${cells[at]}`)].join("\n");

const { folder, inspect } = inspecting();

describe("inspecting files", () => {
  it("finds levels by the front of codes, names in Chinese, and built-in measures by Chinese headers", async () => {
    const { profile, text } = await inspect({
      "villages.geojson": villages(),
      "乡镇.csv": "乡镇代码,乡镇名称\n520123101,镇101\n520123102,镇102\n520124100,镇100",
      "2021年人口.csv": table("行政村代码,总人口,贫困人口,在校学生数", [
        "120,8,30",
        "95,12,21",
        "无,3,7",
        "230,0,66",
      ]),
    });
    expect(profile.levels.map(({ id, parent }) => [id, parent])).toEqual([
      ["township", undefined],
      ["village", { prefix: 9 }],
    ]);
    expect(profile.levels[0]!.name).toMatchObject({ zh: { file: "乡镇.csv", column: "乡镇名称" } });
    expect(profile.levels[1]!.name).toEqual({ zh: "行政村名称" });
    expect(profile.language).toBe("zh");
    expect(profile.tables[0]).toMatchObject({
      level: "village",
      period: "2021",
      columns: {
        persons: { column: "总人口" },
        poor_persons: { column: "贫困人口" },
        pupils: { column: "在校学生数" },
      },
    });
    expect(profile.measures).toEqual([]);
    expect(text).toContain("guessed by the name of the file");
  });

  it("takes units in headers, per cent, marks for missing numbers and titles above the header", async () => {
    const { profile } = await inspect({
      "villages.geojson": villages(),
      "report.csv": [
        "某县农村资金统计表,,,",
        "行政村代码,资金支出额（万元）,入学率(%),危房户数",
        ...CODES.map(
          (code, at) => `${code},${1.5 + at},${90 + at}.5,${at === 1 ? "保密" : at === 2 ? "待报" : 7 + at}`,
        ),
      ].join("\n"),
    });
    const [report] = profile.tables;
    expect(report).toMatchObject({
      header: 2,
      columns: { funds_paid_fen: { column: "资金支出额（万元）", times: 1_000_000 } },
      missing: { 待报: "not-surveyed" },
    });
    expect(Object.values(report!.columns!)).toContainEqual({ column: "入学率(%)", times: 0.01 });
    const rate = profile.measures.find(({ label }) => label["zh"] === "入学率");
    expect(rate).toMatchObject({ unit: "share", statistic: true });
    expect(profile.measures.find(({ label }) => label["zh"] === "危房户数")).toMatchObject({
      unit: "households",
    });
  });

  it("finds semicolons with decimal commas, a column of years, and years in headers", async () => {
    const rows = (years: readonly string[], cells: (year: string, at: number) => string): string =>
      years.flatMap((year) => CODES.map((code, at) => `${code};${year};${cells(year, at)}`)).join("\n");
    const { profile } = await inspect({
      "villages.geojson": villages(),
      "income.csv": `code;year;mean income score\n${rows(["2019", "2020"], (_, at) => `1${at},25`)}`,
      "wide.csv": table("code,persons_2019,persons_2020", ["1,2", "3,4", "5,6", "7,8"]),
    });
    const byId = new Map(profile.tables.map((each) => [each.id, each]));
    expect(byId.get("income")).toMatchObject({ period: { column: "year" }, decimal: "," });
    expect(byId.get("wide_2019")).toMatchObject({
      period: "2019",
      columns: { persons: { column: "persons_2019" } },
    });
    expect(byId.get("wide_2020")).toMatchObject({
      period: "2020",
      columns: { persons: { column: "persons_2020" } },
    });
  });

  it("knows the short names of national standards, names of levels above by the front of codes, and rows below a table", async () => {
    const areas = JSON.parse(villages()) as { features: { properties: Record<string, string> }[] };
    for (const [at, feature] of areas.features.entries())
      feature.properties = {
        XZQDM: CODES[at]!,
        XZQMC: `第${at + 1}村`,
        乡镇: ["甲镇", "甲镇", "乙镇", "丙乡"][at]!,
      };
    const { profile, text } = await inspect({
      "villages.geojson": JSON.stringify({
        ...areas,
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4490" } },
      }),
      "2021.csv": `${table("代码,总人口", ["1", "2", "3", "4"])}\n合计,10\n注：数据截至年底,`,
    });
    expect(profile.levels).toMatchObject([
      { id: "county" },
      {
        id: "township",
        name: { zh: { file: "villages.geojson", key: { expr: "first(XZQDM, 9)" }, column: "乡镇" } },
      },
      { id: "village", code: { column: "XZQDM" }, name: { zh: "XZQMC" }, also: [] },
    ]);
    expect(text).toContain("polygons (GeoJSON, EPSG:4490)");
    expect(text).toContain("乡镇 has one name for each");
  });

  it("counts lists of things, adds up several rows, and opens archives of several files", async () => {
    const list = [
      "school_code,village_code,kind",
      ...[0, 0, 1, 3, 3, 3].map((at, n) => `S0000${n},${CODES[at]},小学`),
    ];
    const { profile, text } = await inspect({
      "all.zip": zip([
        { name: "areas/villages.geojson", data: Buffer.from(villages()) },
        { name: "schools.csv", data: Buffer.from(list.join("\n")) },
        { name: "readme.txt", data: Buffer.from("…") },
      ]),
      "clinics_2020.csv.gz": gzipSync(
        ["village_code,persons", ...[0, 0, 1, 3, 3].map((at) => `${CODES[at]},1${at}`)].join("\n"),
      ),
    });
    expect(profile.levels.at(-1)).toMatchObject({ file: "all.zip", entry: "areas/villages.geojson" });
    const schools = profile.tables.find(({ entry }) => entry === "schools.csv");
    expect(schools).toMatchObject({ rows: "count", key: { column: "village_code" }, period: "2020" });
    expect(profile.tables.find(({ file }) => file === "clinics_2020.csv.gz")).toMatchObject({
      rows: "sum",
      columns: { persons: { column: "persons" } },
    });
    expect(text).toMatch(/guessed: up to 3 rows of one area/);
  });

  it("joins files of the same columns, with the period in their names or none", async () => {
    const { profile, text } = await inspect({
      "villages.geojson": villages(),
      "poverty_2019.csv": table("code,persons,poor", ["10,1", "20,2", "30,3", "40,4"]),
      "poverty_2020.csv": table("code,poor,persons", ["1,11", "2,21", "3,31", "4,41"]),
    });
    expect(profile.tables).toHaveLength(1);
    expect(profile.tables[0]).toMatchObject({
      id: "poverty",
      file: "poverty_*.csv",
      period: { in: "file_name" },
      columns: { persons: { column: "persons" }, poor_persons: { column: "poor" } },
    });
    expect(profile.tables[0]!.rows).toBeUndefined();
    expect(text).toContain("2 files with the same columns are one table");
  });

  it("joins the members of an archive where all are alike, and leaves files apart that a pattern would mix up", async () => {
    const member = (at: number): string => `code,year,persons\n${CODES[at]},2020,1${at}\n`;
    const { profile } = await inspect({
      "villages.geojson": villages(),
      "figures.zip": zip(
        [0, 1, 2, 3].map((at) => ({ name: `in/${CODES[at]}.csv`, data: Buffer.from(member(at)) })),
      ),
      "a_2019.csv": table("code,persons", ["1", "2", "3", "4"]),
      "a_2020.csv": table("code,pupils", ["1", "2", "3", "4"]),
      "a_2021.csv": table("code,pupils", ["1", "2", "3", "4"]),
    });
    expect(profile.tables.map(({ id, file, entry }) => [id, file, entry])).toEqual([
      ["a_2019", "a_2019.csv", undefined],
      ["a_2020", "a_2020.csv", undefined],
      ["a_2021", "a_2021.csv", undefined],
      ["in", "figures.zip", "in/*.csv"],
    ]);
  });

  it("guesses a zone of Gauss-Krüger, and asks for a coordinate system that nobody can tell", async () => {
    const metres = (from: number) => (at: number) => square(at, 1000, from);
    const zone = await inspect({ "villages.geojson": villages(metres(36_500_000)) });
    expect(zone.profile.levels.at(-1)).toMatchObject({ crs: "EPSG:4524" });
    const unknown = await inspect({ "villages.geojson": villages(metres(500_000)) });
    expect(unknown.text).toContain("to be filled: its coordinates");
  });

  it("says which files it did not use, and why", async () => {
    const { text } = await inspect({
      "villages.geojson": villages(),
      "other.csv": "name,number\na,1\nb,2",
      "broken.csv": "",
      "ranks_2020.csv": table("code,poverty_rank", ["1", "2", "3", "4"]),
    });
    expect(text).toMatch(/other\.csv: no column holds codes of the areas; rows with names alone/);
    expect(text).toMatch(/broken\.csv: is empty/);
    expect(text).toMatch(/ranks_2020\.csv: left out: poverty_rank/);
  });

  it("says what is to be filled where files tell of too few levels", async () => {
    writeFileSync(path.join(folder(), "a.csv"), "name,number\nUpper,1\nLower,2\n");
    const text = await inspectFiles([folder()], folder(), () => {});
    expect(text).toContain("to be filled: 0 of at least 2 levels were found");
  });

  it("refuses a folder without data, and a file that is not there", async () => {
    await expect(inspectFiles([folder()], folder(), () => {})).rejects.toThrow("there is no file with data");
    await expect(inspectFiles([path.join(folder(), "no.csv")], folder(), () => {})).rejects.toThrow(
      "there is no file",
    );
  });
});

const collection = (rows: readonly (readonly [unknown, object])[]): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: rows.map(([geometry, properties]) => ({ type: "Feature", properties, geometry })),
  });
const line = (x: number) => ({
  type: "LineString",
  coordinates: [
    [100 + x, 26],
    [101 + x, 27],
  ],
});

describe("what stands on the map beside the areas", () => {
  const AREAS = {
    "villages.geojson": villages(),
    "乡镇.csv": "乡镇代码,乡镇名称\n520123101,镇101\n520123102,镇102\n520124100,镇100",
    "2021年人口.csv": table("行政村代码,总人口", ["120", "95", "80", "230"]),
  };

  it("is a list of facilities by the kinds in a column, with places, villages and figures", async () => {
    const { profile, text } = await inspect({
      ...AREAS,
      "2021年学校.csv": [
        "学校标识码,学校名称,办学类型,行政村代码,经度,纬度,在校生数,学位",
        `3152000001,一小,小学,${CODES[0]},100.5,26.5,120,200`,
        `3152000002,二点,教学点,${CODES[1]},101.5,26.5,20,30`,
        `3152000003,初中,初级中学,${CODES[2]},102.5,26.5,400,420`,
        `3152000004,三小,小学,${CODES[3]},103.5,26.5,90,90`,
        `3152000005,新校,小学,${CODES[3]},103.6,26.6,91,90`,
        `3152000006,别的,九年一贯制,${CODES[0]},100.6,26.6,10,90`,
      ].join("\n"),
    });
    expect(profile.facilities[0]).toMatchObject({
      id: "facilities",
      file: "2021年学校.csv",
      code: { column: "学校标识码" },
      kind: {
        column: "办学类型",
        as: { 小学: "primary_school", 教学点: "teaching_point", 初级中学: "junior_school" },
      },
      name: { zh: "学校名称" },
      point: { lon: "经度", lat: "纬度" },
      village: { column: "行政村代码" },
      period: "2021",
      columns: { pupils: "在校生数", places: "学位" },
    });
    expect(text).toContain("to be filled: 九年一贯制 in 办学类型 are not known, and their rows are left out");
    expect(profile.levels.map(({ id }) => id)).toEqual(["township", "village"]);
    expect(profile.tables).toHaveLength(1);
  });

  it("is roads by their classes, and rivers and lakes by the names of their files", async () => {
    const { profile, text } = await inspect({
      ...AREAS,
      "roads.geojson": collection([
        [line(0), { 等级: "县道", 路面: "水泥", maxspeed: 40 }],
        [line(1), { 等级: "村道", 路面: "土路", maxspeed: 20 }],
      ]),
      "osm.geojson": collection([[line(2), { highway: "primary", name: "Main" }]]),
      "rivers.geojson": collection([[line(0), { name: "赤水河" }]]),
      "水库.geojson": collection([[square(0, 0.1), { id: 1 }]]),
    });
    expect(profile.roads).toMatchObject([
      { id: "osm", file: "osm.geojson", class: { column: "highway", as: { primary: "provincial" } } },
      {
        file: "roads.geojson",
        class: { column: "等级", as: { 县道: "county", 村道: "village_road" } },
        surface: { column: "路面", as: { 水泥: "paved", 土路: "unpaved" } },
        speed: "maxspeed",
      },
    ]);
    expect(profile.context?.layers).toMatchObject([
      { layer: "water", file: "rivers.geojson", class: "river", name: { zh: "name" } },
      { layer: "water", file: "水库.geojson", class: "lake" },
    ]);
    expect(text).not.toContain("not used");
    expect(text).toContain("guessed: what the words in highway mean here");
  });

  it("counts a list of facilities by village where nothing says where they stand", async () => {
    const { profile } = await inspect({
      ...AREAS,
      "2021年学校.csv": `学校代码,办学类型,行政村代码\nS-001,小学,${CODES[0]}\nS-002,教学点,${CODES[0]}`,
    });
    expect(profile.facilities).toEqual([]);
    expect(profile.tables.map(({ rows }) => rows)).toContain("count");
  });
});
