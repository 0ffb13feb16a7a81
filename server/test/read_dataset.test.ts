// Reading profiles with hand-made dirt, on both databases.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { DatasetInput } from "#domain/dataset";
import { areasOf, rowsOf } from "#seeds/demo/fixtures/gathered";
import { DATABASES } from "#sql/test/databases";
import { inspectFiles } from "#server/import/inspect/inspect";
import { countByRule } from "./findings.ts";
import { NAMED_FIGURES, namedPlaces } from "./files/named_places.ts";
import { records } from "./files/records.ts";
import { slope } from "./files/slope.ts";
import { openReading } from "./reading.ts";
import { collection, LEVELS, ringsOf, TABLE } from "./trial_profile.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PROFILES = path.join(ROOT, "seeds/profiles");
const THREE_VILLAGES = collection([
  { code: "A11", coordinates: ringsOf(0, 0) },
  { code: "A12", coordinates: ringsOf(1, 0) },
  { code: "A13", coordinates: ringsOf(2, 0) },
]);

describe.each(DATABASES)("reading on $name", (kind) => {
  const reading = openReading(kind);
  const { read, readFiles } = reading;

  it("reads the profile that inspecting the files of the example gives", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "inspect-"));
    try {
      const file = path.join(folder, "example.yaml");
      await writeFile(file, await inspectFiles([path.join(PROFILES, "example")], folder, () => {}));
      const { input, findings } = await read(file);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      const [village] = await areasOf(input!, "village");
      expect(village).toMatchObject({ code: "990101001", parentCode: "990101" });
      expect((await rowsOf(input!, "poverty"))[0]).toEqual({
        code: "990101001",
        period: "2020",
        values: [1204, 96],
      });
      expect(await rowsOf(input!, "schools")).toHaveLength(3);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("reads the profile that inspecting records, seats and heights gives, without an edited line", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "inspect-"));
    try {
      const codes = ["520123101201", "520123101202", "520123102201"];
      const files = {
        "villages.geojson": collection(
          codes.map((code, at) => ({ code, coordinates: ringsOf(106 + at, 27) })),
        ),
        "乡镇驻地.csv": "乡镇代码,名称,经度,纬度\n520123101,甲镇,106.5,27.5\n520123102,乙乡,108.5,27.5\n",
        "dem.tif": slope(),
        ...records(codes),
      };
      for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
      const file = path.join(folder, "p.yaml");
      await writeFile(file, await inspectFiles([folder], folder, () => {}));
      const { input, findings } = await read(file);
      expect(findings).toEqual([]);
      expect(input!.context!.map(({ layer }) => layer)).toEqual(["seats", "relief"]);
      const households = [];
      for await (const batch of input!.register!.households()) households.push(...batch);
      expect(households).toHaveLength(9);
      expect(households[0]).toMatchObject({
        villageCode: codes[0],
        period: "2021",
        isRegistered: true,
        mainCause: "skill",
        netIncomeFen: 900_000,
        dwelling: "A",
        hasSafeWater: true,
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("reads the profile that inspecting names without codes gives: areas of one name stay apart", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "inspect-"));
    try {
      await writeFile(path.join(folder, "villages.geojson"), namedPlaces(["县", "乡镇", "村"]));
      await writeFile(path.join(folder, "2021年人口.csv"), NAMED_FIGURES);
      const file = path.join(folder, "p.yaml");
      await writeFile(file, await inspectFiles([folder], folder, () => {}));
      const { input, findings } = await read(file);
      expect(countByRule(findings)).toEqual({ name_unknown: 1, names_matched: 1 });
      const areas = await Promise.all(
        ["county", "township", "village"].map((level) => areasOf(input!, level)),
      );
      expect(areas.flat().map(({ code, parentCode, names }) => [code, parentCode, names["zh"]])).toEqual([
        ["乙县", null, "乙县"],
        ["甲县", null, "甲县"],
        ["乙县-红旗镇", "乙县", "红旗镇"],
        ["甲县-东乡", "甲县", "东乡"],
        ["甲县-红旗镇", "甲县", "红旗镇"],
        ["乙县-红旗镇-新_村", "乙县-红旗镇", "新 村"],
        ["甲县-东乡-上村", "甲县-东乡", "上村"],
        ["甲县-红旗镇-上村", "甲县-红旗镇", "上村"],
        ["甲县-红旗镇-下村", "甲县-红旗镇", "下村"],
      ]);
      const [table] = input!.tables;
      expect((await rowsOf(input!, table!.id)).map(({ code, values }) => [code, values])).toEqual([
        ["甲县-红旗镇-上村", [100]],
        ["甲县-红旗镇-下村", [101]],
        ["甲县-东乡-上村", [102]],
        ["乙县-红旗镇-新_村", [103]],
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("reads the workbook of the walk in the README with two notes", async () => {
    const { input, findings } = await read(path.join(PROFILES, "walk/profile.yaml"));
    expect(countByRule(findings)).toEqual({ unit_in_cell: 1, value_missing: 1 });
    expect(input!.tables.map(({ measures }) => measures)).toEqual([["persons", "poor_persons", "pupils"]]);
  });

  it("reads the example, and reports what it left out", async () => {
    const { input, findings } = await read(path.join(PROFILES, "example/profile.yaml"));
    expect(countByRule(findings)).toEqual({
      unknown_code: 1,
      rate_above_one: 1,
      thousands_separator: 1,
      value_missing: 4,
      full_width_digits: 1,
      not_surveyed: 3,
      partial_period: 1,
    });
    const [county] = await areasOf(input!, "county");
    expect(county).toMatchObject({ code: "9901", parentCode: null });
    // six squares, of which the outline has twelve straight pieces and two bends that are inside
    expect(county!.geometry!.coordinates[0]![0]).toHaveLength(11);
    expect(
      (await areasOf(input!, "town")).map((area) => [area.code, area.parentCode, area.names["zh"]]),
    ).toEqual([
      ["990101", "9901", "下镇"],
      ["990102", "9901", "上镇"],
    ]);
    const rows = await rowsOf(input!, "poverty");
    expect(rows).toHaveLength(11);
    expect(rows[0]).toEqual({ code: "990101001", period: "2020", values: [1204, 96, 1108] });
    expect(rows.find((row) => row.code === "990102002" && row.period === "2021")).toEqual({
      code: "990102002",
      period: "2021",
      values: [97, "suppressed", "suppressed"],
    });
    expect(await rowsOf(input!, "schools")).toContainEqual({
      code: "990101002",
      period: "2020",
      values: [88, 4],
    });
  });

  it("keeps the exact coordinates of what is valid, repairs what is not, reports gaps, overlaps and orphans", async () => {
    const third = 1 / 3;
    const { input, findings } = await readFiles(LEVELS, {
      "v.json": collection([
        { code: "A11", coordinates: ringsOf(third, third) },
        { code: "A12", coordinates: ringsOf(third + 1, third).map((ring) => ring.toReversed()) },
        {
          code: "A13",
          coordinates: [
            [
              [10, 0],
              [11, 1],
              [11, 0],
              [10, 1],
              [10, 0],
            ],
          ],
        },
        { code: "A14", coordinates: null },
        { code: "A15", coordinates: ringsOf(20, 0) },
        { code: "A16", coordinates: ringsOf(20.5, 0.5) },
        { code: "A17", type: "Point", coordinates: [0, 0] },
        { code: "A18", coordinates: [ringsOf(30, 0)[0]!.slice(0, 4)] },
      ]),
    });
    expect(countByRule(findings)).toEqual({
      geometry_mended: 1,
      geometry_missing: 1,
      overlap: 1,
      geometry_not_polygon: 1,
      ring_not_closed: 1,
    });
    const areas = new Map((await areasOf(input!, "village")).map((area) => [area.code, area]));
    expect(areas.get("A11")!.geometry!.coordinates).toEqual([ringsOf(third, third)]);
    expect(new Set(areas.get("A12")!.geometry!.coordinates[0]![0]!.map(String))).toEqual(
      new Set(ringsOf(third + 1, third)[0]!.map(String)),
    );
    expect(areas.get("A13")!.geometry!.coordinates).toHaveLength(2);
    expect(areas.get("A14")!.geometry).toBeNull();
    expect((await areasOf(input!, "town"))[0]).toMatchObject({ code: "A1", parentCode: null });
  });

  it("keeps of a name what a map can show, and says what it left out", async () => {
    const { input, findings } = await readFiles(
      LEVELS.replace("code: CODE", "code: CODE, name: { en: NAME }"),
      {
        "v.json": JSON.stringify({
          type: "FeatureCollection",
          features: ["a".repeat(5_000), "\u001b[2JRed\u202edeR", "Ford"].map((name, at) => ({
            type: "Feature",
            properties: { CODE: `A1${at + 1}`, NAME: name },
            geometry: { type: "Polygon", coordinates: ringsOf(at, 0) },
          })),
        }),
      },
    );
    expect((await areasOf(input!, "village")).map(({ names }) => names["en"])).toEqual([
      `${"a".repeat(199)}…`,
      "[2JReddeR",
      "Ford",
    ]);
    expect(countByRule(findings)).toEqual({ name_too_long: 1, name_unseen_characters: 1 });
    expect(JSON.stringify(findings)).not.toMatch(/a{300}|\\u001b|\u202e/);
  });

  it.each(["../p.yaml", "/etc/passwd", "a/../../b.csv", ".."])(
    "reads no file outside of the folder: %s",
    async (file) => {
      const { input, findings } = await readFiles(LEVELS.replace("v.json", file), {});
      expect(input).toBeNull();
      expect(findings).toMatchObject([{ severity: "error", rule: "file_outside", file }]);
      expect(findings[0]!.message).toBe(`leads out of the folder of the files, ${reading.folder}`);
    },
  );

  it("stops at an area that is there twice and at a code in two levels, and leaves orphans out", async () => {
    const twice = await readFiles(LEVELS, {
      "v.json": collection([
        { code: "A11", coordinates: ringsOf(0, 0) },
        { code: "A11", coordinates: ringsOf(1, 0) },
      ]),
    });
    expect(twice.input).toBeNull();
    expect(countByRule(twice.findings)).toMatchObject({ duplicate_area: 1 });
    const levels = await readFiles(LEVELS.replace("prefix: 2", "prefix: 3"), {
      "v.json": collection([{ code: "A11", coordinates: ringsOf(0, 0) }]),
    });
    expect(levels.input).toBeNull();
    expect(countByRule(levels.findings)).toMatchObject({ code_in_two_levels: 1 });
    const orphans = await readFiles(
      LEVELS.replace("label: Town, parent: { prefix: 1 }", "label: Town, file: w.json, code: CODE"),
      {
        "w.json": collection([{ code: "A1", coordinates: ringsOf(0, 0, 2) }]),
        "v.json": collection([
          { code: "A11", coordinates: ringsOf(0, 0) },
          { code: "A12", coordinates: ringsOf(1, 0) },
          { code: "B11", coordinates: ringsOf(1, 1) },
        ]),
      },
    );
    expect(countByRule(orphans.findings)).toMatchObject({ orphan: 1 });
    expect(await areasOf(orphans.input!, "village")).toHaveLength(2);
  });

  it("transforms a stated coordinate system and refuses coordinates that can be no degrees", async () => {
    const metres = [{ code: "A11", coordinates: ringsOf(530_000, 180_000, 1000) }];
    const { input } = await readFiles(LEVELS, {
      "v.json": collection(metres, "urn:ogc:def:crs:EPSG::27700"),
    });
    const [lon, lat] = (await areasOf(input!, "village"))[0]!.geometry!.coordinates[0]![0]![0] as [
      number,
      number,
    ];
    // the corner near Trafalgar Square, by the transformation of Ordnance Survey, to ten metres
    expect(lon).toBeCloseTo(-0.1284, 3);
    expect(lat).toBeCloseTo(51.504, 3);
    expect(countByRule((await readFiles(LEVELS, { "v.json": collection(metres) })).findings)).toEqual({
      crs_unknown: 1,
    });
    expect(
      countByRule((await readFiles(LEVELS, { "v.json": collection(metres, "EPSG:999999") })).findings),
    ).toEqual({ crs_unknown: 1 });
  });

  it("settles rows that contradict each other, and tables that do", async () => {
    const files = {
      "v.json": THREE_VILLAGES,
      "t.csv": "code,people,poor\nA11,100,10\nA11,100,10\nA12,50,5\nA12,51,5\nA13,7.5,-1\n",
      "u.csv": "code,people,poor\nA11,100,12\n",
    };
    const second = TABLE.replace("tables:\n", "").replace(
      "id: people, file: t.csv",
      "id: others, file: u.csv, priority: 1",
    );
    const first = TABLE.replace("columns:", "rows: one, columns:");
    const { input, findings } = await readFiles(LEVELS + first + second, files);
    expect(countByRule(findings)).toEqual({
      identical_rows: 1,
      duplicate_row: 2,
      not_whole: 1,
      negative_value: 1,
      departments_disagree: 1,
      not_surveyed: 1,
    });
    expect(findings.find((finding) => finding.rule === "departments_disagree")!.message).toBe(
      '"A11" in 2020: poor_persons is 12 here and 10 in t.csv row 1',
    );
    expect(await rowsOf(input!, "people")).toEqual([
      { code: "A11", period: "2020", values: [100, 10] },
      { code: "A13", period: "2020", values: ["not-surveyed", "not-surveyed"] },
    ]);
  });

  it("takes rows under old codes that its own or the stored lineage leads on, and no others", async () => {
    const villages = {
      "v.json": THREE_VILLAGES,
    };
    // A01 and A02 became A11; A03 was parted into A12 and A13; A04 became A99, which is nowhere.
    const merged = { "m.csv": "old,new\nA01,A11\nA02,A11\nA04,A99\n" };
    const parted = { "s.csv": "old,new,part\nA03,A12,0.6\nA03,A13,0.4\n" };
    const LINEAGE = `lineage:
  - { file: m.csv, from: old, to: new, kind: merged, since: "2021" }
  - { file: s.csv, from: old, to: new, share: part, kind: split, since: "2021" }
`;
    const facts = { "t.csv": "code,people,poor\nA01,100,10\nA02,50,5\nA03,81,8\nA04,7,1\nA05,7,1\n" };
    const { input, findings } = await readFiles(LEVELS + LINEAGE + TABLE, {
      ...villages,
      ...merged,
      ...parted,
      ...facts,
    });
    const codes = async (read: DatasetInput | null) =>
      (await rowsOf(read!, "people")).map(({ code }) => code).join(" ");
    expect(await codes(input)).toBe("A01 A02 A03");
    // Every village is surveyed, under an old code.
    expect(findings.map(({ rule, value }) => `${rule} ${value}`)).toEqual([
      "unknown_code A04",
      "unknown_code A05",
    ]);
    expect(findings[0]!.message).toBe('"A04" is no area of level "village" and no old code of one');

    const without = await readFiles(LEVELS + TABLE, {
      ...villages,
      "t.csv": "code,people,poor\nA01,9,1\nA11,9,1\n",
    });
    expect(await codes(without.input)).toBe("A11");
    await reading.test.database.knex.raw(
      "insert into geo.lineage (from_code, to_code, share, kind, since) values ('A01', 'A11', 1, 'merged', '2021')",
    );
    const stored = await read(path.join(reading.folder, "p.yaml"));
    expect(await codes(stored.input)).toBe("A01 A11");
    // Read onto other codes the same file is another table: it is not taken for unchanged.
    expect(stored.input!.tables[0]!.checksum).not.toBe(without.input!.tables[0]!.checksum);
    expect(stored.input!.boundaries!.checksum).toBe(without.input!.boundaries!.checksum);
    await reading.test.database.knex.raw("delete from geo.lineage");
  });

  it("gives points the nearest part of their parent", async () => {
    const profile = LEVELS.replace(
      "label: Town, parent: { prefix: 1 }",
      "label: Town, file: w.json, code: CODE",
    ).replace("file: v.json, code: CODE,", "file: v.csv, code: code, point: { lon: x, lat: y },");
    const { input, findings } = await readFiles(profile, {
      "w.json": collection([
        { code: "A1", coordinates: ringsOf(0, 0, 2) },
        { code: "B1", coordinates: null },
      ]),
      "v.csv": "code,x,y\nA11,0.5,1\nA12,1.5,1\nA13,1.5,1\nA14,9,9\nA15,,\nB11,0,0\n",
    });
    expect(countByRule(findings)).toEqual({
      geometry_missing: 2,
      point_twice: 1,
      point_outside_parent: 1,
      parent_not_drawn: 1,
    });
    const areas = new Map((await areasOf(input!, "village")).map((area) => [area.code, area.geometry]));
    const ring = areas.get("A11")!.coordinates[0]![0]!;
    expect([Math.min(...ring.map(([x]) => x!)), Math.max(...ring.map(([x]) => x!))]).toEqual([
      0,
      expect.closeTo(1, 9),
    ]);
    for (const code of ["A13", "A14", "A15", "B11"]) expect(areas.get(code)).toBeNull();
  });

  it("stops with one finding at a missing file, an empty one, junk, and codes of another level", async () => {
    const good = { "v.json": collection([{ code: "A11", coordinates: ringsOf(0, 0) }]) };
    await rm(path.join(reading.folder, "t.csv"), { force: true });
    for (const [text, rule] of [
      [null, "file_missing"],
      ["", "file_empty"],
      ["\u0001\u0002\u0000junk", "file_unreadable"],
      ["code,people,poor\n999,1,1", "no_code_matches"],
      ["code,people\nA11,1", "column_unknown"],
    ] as const) {
      const { input, findings } = await readFiles(
        LEVELS + TABLE,
        text === null ? good : { ...good, "t.csv": text },
      );
      expect(input).toBeNull();
      expect(
        findings.filter((finding) => finding.severity === "error").map((finding) => finding.rule),
      ).toEqual([rule]);
    }
  });
});
