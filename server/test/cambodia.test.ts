// Cambodia's villages from dirty files to the map: every trap of the files is a finding, and none stops what is good.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countByRule } from "./findings.ts";
import { compareWritten } from "./written_profile.ts";
import { areasWithoutTile, hasRealData, openReal, type RealDataset } from "./real_dataset.ts";

const RATIO = "poor_household_ratio";
/** Four provinces that neither round surveyed. */
const UNSURVEYED = ["03", "06", "12", "19"];

describe.runIf(hasRealData())("Cambodia on native PostGIS", () => {
  let cambodia: RealDataset;
  beforeAll(async () => {
    cambodia = await openReal("cambodia");
  }, 240_000);
  afterAll(() => cambodia?.stop());

  /** The first column of the first row of a query. */
  const one = async (sql: string): Promise<unknown> => {
    const { rows } = await cambodia.test.database.knex.raw<{ rows: { n: unknown }[] }>(sql);
    return rows[0]!.n;
  };

  it("gives a finding for every trap, and no error", () => {
    const { findings, load } = cambodia;
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(countByRule(findings)).toMatchObject({
      line_ends: 3,
      not_utf8: 3,
      leading_zero_lost: expect.any(Number),
      check_failed: 3, // shares above 1
      division_by_zero: 27, // shares of 0, from which no households can be implied
      geometry_missing: 33, // villages without a point
      root_not_surveyed: 4,
      polygon_unclaimed: 13,
      polygon_claimed_twice: 1,
    });
    expect(findings.filter(({ rule }) => rule === "root_not_surveyed").map(({ value }) => value)).toEqual(
      UNSURVEYED,
    );
    expect(load.boundaries.areas).toEqual({ province: 24, district: 193, commune: 1621, village: 14_106 });
  });

  it("keeps four provinces that were not surveyed apart from zero", async () => {
    for (const period of ["2010", "2011"])
      for (const level of ["province", "district", "commune", "village"]) {
        const areas = await cambodia.values(RATIO, period, level);
        const inside = areas.filter(({ code }) => UNSURVEYED.includes(code.slice(0, 2)));
        expect(inside.length).toBeGreaterThanOrEqual(4);
        for (const area of inside) {
          expect(area).toMatchObject({ missing: "not-surveyed" });
          expect(area).not.toHaveProperty("value");
          expect(area).not.toHaveProperty("numerator");
        }
      }
    const rows = await cambodia.tileRows(`${RATIO}@2011`, "province", 6);
    for (const { code, v0 } of rows) if (UNSURVEYED.includes(String(code))) expect(v0).toBe("N/A");
  });

  it("keeps shares above 1 out of the rates, and villages whose households nobody knows", async () => {
    expect(
      await one(
        "select count(*)::int as n from fact.measure_value where area_code in ('01030610', '02090104', '13030208')",
      ),
    ).toBe(0);
    for (const period of ["2010", "2011"]) {
      const villages = await cambodia.values(RATIO, period, "village");
      const rates = villages.flatMap(({ value }) => value ?? []);
      expect(rates.length).toBeGreaterThan(4_000);
      expect(Math.max(...rates)).toBeLessThanOrEqual(1);
      const total = (level: readonly { numerator?: number | undefined }[]): number =>
        level.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
      expect(total(await cambodia.values(RATIO, period, "province"))).toBe(total(villages));
    }
  });

  it("gives villages cells that tile their communes", async () => {
    expect(
      await one("select count(*)::int as n from geo.area where level = 'village' and geometry is null"),
    ).toBeLessThan(100);
    const { rows } = await cambodia.test.database.knex.raw<{ rows: { all: number; wrong: number }[] }>(
      // The areas of the cells sum to the commune's, and no point lies outside it.
      `select count(*)::int as all,
              count(*) filter (where abs(v.size / st_area(c.geometry) - 1) > 1e-6
                               or not st_covers(st_buffer(c.geometry, 1e-7), v.points))::int as wrong
       from geo.area c
       join lateral (
         select sum(st_area(geometry)) as size, st_collect(point) as points
         from geo.area v where v.boundary_version = c.boundary_version and v.parent_code = c.code
       ) v on v.size is not null
       where c.level = 'commune' and c.geometry is not null`,
    );
    expect(rows[0]!.wrong).toBe(0);
    expect(rows[0]!.all).toBeGreaterThan(1_500);
  });

  it("shows every area that can be drawn at every zoom of its level", async () => {
    expect(await areasWithoutTile(cambodia)).toEqual([]);
  });

  it("is found by inspecting its files, after at most ten edited lines", async () => {
    const { editedLines, lacking } = await compareWritten("cambodia", cambodia, [
      { line: "  en: cambodia", becomes: ["  en: Poor households of Cambodia"] },
      { line: "  name: to be filled", becomes: ["  name: CC-BY-4.0 (polygons); tables not stated"] },
      {
        line: "  attribution: to be filled",
        becomes: ["  attribution: geoBoundaries; Ministry of Planning"],
      },
    ]);
    expect(lacking).toEqual([]);
    expect(editedLines).toBeLessThanOrEqual(10);
  });

  it("changes nothing when it is imported again", async () => {
    const again = await cambodia.importAgain();
    expect(again.status).toBe(0);
    expect(again.stdout).toContain("everything is stored already: nothing was changed");
  });
});
