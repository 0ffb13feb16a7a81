// Random dirty files: every row that is read is taken or has a finding, and no number changes without one.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Finding } from "#domain/import_finding";
import { FindingLog } from "./findings/finding_log.ts";
import { Spill } from "./load/spill.ts";
import { table } from "./profile/table.ts";
import { Files } from "./readers/files.ts";
import { registerSchema } from "./register/profile.ts";
import { readRegister } from "./register/read_register.ts";
import { stageRegister } from "./register/stage_register.ts";
import { readTable } from "./tables/table.ts";
import { facilitiesSchema, roadsSchema } from "./things/profile.ts";
import { readFacilities } from "./things/read_facilities.ts";
import { readRoads } from "./things/read_roads.ts";
import { VillageIndex } from "./things/village_index.ts";

const silent = (): void => undefined;
const VILLAGES = ["A1", "A2", "A3"];
const CODE = fc.constantFrom("A1", "A2", "A3", " A1 ", "Z9", "", "'A2", "a3");
const NUMBER = fc.constantFrom(
  "0",
  "7",
  "1,204",
  "2.5",
  "-3",
  "",
  "n/a",
  "无",
  "1204人",
  "8%",
  "9e9",
  "12",
  "3",
);
const RUNS = { numRuns: 60 };

let folder: string;
const pool = new pg.Pool();
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rows-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await pool.end();
});

const written = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);
const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (header: string, rows: readonly (readonly string[])[]): string =>
  [header, ...rows.map((row) => row.map(cell).join(","))].join("\n");
const opened = (isPrivate = false) => {
  const log = new FindingLog({ isPrivate });
  return { log, files: new Files(folder, log, silent), onProgress: silent, boundaries: "" };
};
/** Adds the fault of a file that is refused as a whole, and whether it was one. */
async function isRefused(log: FindingLog, read: () => Promise<void>): Promise<boolean> {
  try {
    await read();
  } catch (error) {
    log.addFault(error);
  }
  return log.hasErrors;
}
/** A number as people read it: marks between thousands and a counted unit behind it change nothing. */
const plain = (text: string): number => Number(text.replaceAll(",", "").replace(/人$/, ""));
const rowsOf = (findings: readonly Finding[]): Set<number> =>
  new Set(findings.flatMap(({ row }) => row ?? []));

it("of a table", async () => {
  const row = fc.tuple(CODE, fc.constantFrom("2020", "2021", "20x", ""), NUMBER);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      await written("t.csv", csv("code,year,n", rows));
      const spec = table.parse({
        file: "t.csv",
        level: "village",
        key: "code",
        period: { column: "year" },
        rows: "one",
        columns: { persons: "n" },
      });
      const context = opened();
      let facts: Awaited<ReturnType<typeof readTable>>["facts"] = new Map();
      const areas = () => Promise.resolve([]);
      const more = { codes: new Set(VILLAGES), areas, statistics: new Set<string>(), indicators: [] };
      const refused = await isRefused(context.log, async () => {
        ({ facts } = await readTable(spec, { ...context, ...more }));
      });
      const found = rowsOf(context.log.all);
      const taken = new Map([...facts.values()].map((fact) => [fact.row, fact]));
      const repeats = context.log.all.some(
        ({ rule }) => rule.includes("identical") || rule.includes("repeat"),
      );
      for (const [at, [, , text]] of rows.entries()) {
        const fact = taken.get(at + 1);
        const isSame = rows.findIndex((other) => other.join("\n") === rows[at]!.join("\n")) < at;
        expect(
          refused || fact !== undefined || found.has(at + 1) || (isSame && repeats),
          `row ${at + 1}`,
        ).toBe(true);
        const [value] = fact?.values ?? [];
        if (!refused && typeof value === "number" && !found.has(at + 1))
          expect(value, `row ${at + 1}`).toBe(plain(text));
      }
    }),
    RUNS,
  );
});

it("of a register", async () => {
  const key = fc.constantFrom("one", "two", "three", "");
  const household = fc.tuple(CODE, key, fc.constantFrom("yes", "no", "maybe", ""), NUMBER);
  const person = fc.tuple(CODE, key, fc.constantFrom("1", "2", "x", ""));
  const spec = registerSchema.parse({
    period: "2020",
    households: {
      file: "h.csv",
      village: "v",
      household: "k",
      columns: { registered: "r", net_income_yuan: "n" },
    },
    persons: { file: "p.csv", village: "v", household: "k", columns: { number: "i" } },
  });
  const known = new Map(
    VILLAGES.map((code, ordinal) => [code, { level: "village", rootCode: "A", ordinal }]),
  );
  const lists = [
    fc.array(household, { minLength: 1, maxLength: 10 }),
    fc.array(person, { minLength: 1, maxLength: 12 }),
  ] as const;
  await fc.assert(
    fc.asyncProperty(...lists, async (households, persons) => {
      await written("h.csv", csv("v,k,r,n", households));
      await written("p.csv", csv("v,k,i", persons));
      const { log, files } = opened(true);
      const input = await readRegister(spec, files, log, "");
      const spill = new Spill(folder);
      const staged = await stageRegister(input, known, "village", spill, silent);
      const leftOut = (file: string): number =>
        new Set(
          staged.findings
            .filter((finding) => finding.file === file && finding.action === "the record was left out")
            .map(({ row }) => row),
        ).size;
      const kept = [...staged.households()].flat();
      expect(staged.householdCount).toBe(kept.length);
      expect(kept.length + leftOut("h.csv")).toBe(households.length);
      expect([...staged.persons()].flat().length + leftOut("p.csv")).toBe(persons.length);
      const found = rowsOf(staged.findings.filter(({ file }) => file === "h.csv"));
      for (const { row, netIncomeFen } of kept) {
        const text = households[row - 1]![3];
        if (netIncomeFen !== null && !found.has(row))
          expect(netIncomeFen).toBe(Math.round(plain(text) * 100));
      }
      spill.close();
    }),
    RUNS,
  );
});

const things = () => ({
  ...opened(),
  database: { pool },
  villages: new VillageIndex(VILLAGES.map((code) => ({ code, wkb: null }))),
});

it("of facilities", async () => {
  const row = fc.tuple(
    fc.constantFrom("S1", "S2", "S3", "S4", ""),
    fc.constantFrom("小学", "初中", "别的", ""),
    CODE,
    NUMBER,
  );
  const spec = facilitiesSchema.parse({
    file: "f.csv",
    code: "id",
    kind: { column: "kind", as: { 小学: "primary_school", 初中: "junior_school" } },
    village: "v",
    period: "2020",
    columns: { pupils: "n" },
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
      await written("f.csv", csv("id,kind,v,n", rows));
      const context = things();
      let taken = new Set<string>();
      const refused = await isRefused(context.log, async () => {
        taken = new Set(
          [...(await readFacilities(spec, context)).facilities()].flat().map(({ code }) => code),
        );
      });
      const found = rowsOf(context.log.all);
      for (const [at, [code]] of rows.entries())
        expect(refused || taken.has(code) || found.has(at + 1), `row ${at + 1}`).toBe(true);
    }),
    RUNS,
  );
});

it("of roads", async () => {
  const line = fc.tuple(fc.double({ min: -200, max: 200, noNaN: true }), fc.integer({ min: -95, max: 95 }));
  const geometry = fc.oneof(
    fc.constant(null),
    line.map((at) => ({ type: "Point", coordinates: at })),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((coordinates) => ({ type: "LineString", coordinates })),
    fc.constant({
      type: "LineString",
      coordinates: [
        [104, 26],
        [104.1, 26.1],
      ],
    }),
  );
  const row = fc.tuple(geometry, fc.constantFrom("县道", "村道", "别的", ""));
  const spec = roadsSchema.parse({
    file: "r.geojson",
    crs: "EPSG:4326",
    class: { column: "c", as: { 县道: "county", 村道: "village_road" } },
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const features = rows.map(([shape, c]) => ({ type: "Feature", properties: { c }, geometry: shape }));
      await written("r.geojson", JSON.stringify({ type: "FeatureCollection", features }));
      const context = things();
      let taken = 0;
      const refused = await isRefused(context.log, async () => {
        taken = [...(await readRoads(spec, context)).roads()].flat().length;
      });
      const found = rowsOf(context.log.all);
      expect(refused || taken + found.size >= rows.length, `${taken} taken, ${found.size} found`).toBe(true);
    }),
    RUNS,
  );
});
