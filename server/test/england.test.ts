// England's 32,844 small areas from the files to the map: to the last household in API, CSV and tiles.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countByRule } from "./findings.ts";
import { compareWritten } from "./written_profile.ts";
import { DATA, areasWithoutTile, hasRealData, openReal, type RealDataset } from "./real_dataset.ts";

const H = "multidimensional_headcount_ratio";

/** Households of an area: deprived in at least two dimensions, and all. */
interface Households {
  poor: number;
  all: number;
}

/** Reads a file of the dataset without the importer; only names at the end of its lines hold commas. */
const cells = (name: string): string[][] =>
  gunzipSync(readFileSync(path.join(DATA, "england", name)))
    .toString()
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.replaceAll('"', "").split(","));

/** Sums the census by the code in `column` of the look-up, counted from the end where negative. */
function sumHouseholds(column: 0 | 2 | 5 | -2): Map<string, Households> {
  const groups = new Map(cells("lsoa11_hierarchy.csv.gz").map((row) => [row[0]!, row.at(column)!]));
  const sums = new Map<string, Households>();
  for (const [code, deprivations, count] of cells("census2011_deprivation_lsoa11.csv.gz")) {
    const group = groups.get(code!)!;
    const sum = sums.get(group) ?? { poor: 0, all: 0 };
    sums.set(group, sum);
    sum.all += Number(count);
    if (Number(deprivations) >= 2) sum.poor += Number(count);
  }
  return sums;
}

describe.runIf(hasRealData())("England on native PostGIS", () => {
  let england: RealDataset;
  beforeAll(async () => {
    england = await openReal("england");
  }, 240_000);
  afterAll(() => england?.stop());

  it("holds all areas, and reports 157 repaired polygons and 613 areas under an old code", async () => {
    const { findings, load, catalog, test } = england;
    expect(load.boundaries.areas).toEqual({ region: 9, authority: 326, msoa: 6791, lsoa: 32_844 });
    expect(catalog.levels.map(({ id, areaCount }) => [id, areaCount])).toEqual(
      Object.entries(load.boundaries.areas),
    );
    const repaired = findings.filter(
      ({ rule, file }) => rule === "geometry_mended" && file === "lsoa11.topojson.gz",
    );
    expect(repaired).toHaveLength(157);
    expect(countByRule(findings)).toMatchObject({ hierarchy_differs: 613, value_missing: 31 + 119 });
    const { rows } = await test.database.knex.raw<{ rows: { undrawn: number; invalid: number }[] }>(
      `select count(*) filter (where geometry is null)::int as undrawn,
              count(*) filter (where not st_isvalid(geometry))::int as invalid from geo.area`,
    );
    expect(rows).toEqual([{ undrawn: 0, invalid: 0 }]);
    const lineage = await test.database.knex.raw<{ rowCount: number }>("select from geo.lineage");
    expect(lineage.rowCount).toBe(6);
  });

  it.each([
    ["region", -2, 9],
    ["authority", 5, 326],
    ["msoa", 2, 6791],
    ["lsoa", 0, 32_844],
  ] as const)(
    "gives every %s the sum of its small areas' households, in JSON, CSV and tiles",
    async (level, column, count) => {
      const sums = sumHouseholds(column);
      expect(sums.size).toBe(count);
      const wanted = [...sums]
        .map(([code, { poor, all }]) => ({ code, numerator: poor, denominator: all, value: poor / all }))
        .sort((a, b) => (a.code < b.code ? -1 : 1));
      const byCode = <T extends { code: string }>(rows: readonly T[]): T[] =>
        [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));

      const json = await england.values(H, "2011", level);
      expect(
        byCode(json).map(({ code, numerator, denominator, value }) => ({
          code,
          numerator,
          denominator,
          value,
        })),
      ).toEqual(wanted);

      const rows = await england.csv(H, "2011", level);
      expect(
        byCode(
          rows.map(({ code, numerator, denominator, value }) => ({
            code: code!,
            numerator: Number(numerator),
            denominator: Number(denominator),
            value: Number(value),
          })),
        ),
      ).toEqual(wanted);

      const { minZoom, maxZoom } = england.catalog.levels.find(({ id }) => id === level)!;
      const zooms = count < 1000 ? [minZoom, maxZoom] : [minZoom];
      for (const zoom of zooms) {
        const shown = new Map<string, unknown>();
        for (const { code, v0 } of await england.tileRows(`${H}@2011`, level, zoom))
          shown.set(String(code), v0);
        expect(shown).toEqual(new Map(wanted.map(({ code, value }) => [code, Math.fround(value)])));
      }
    },
  );

  it("has H of all England as another program summed it", async () => {
    const regions = await england.values(H, "2011", "region");
    const sum = (of: "numerator" | "denominator"): number =>
      regions.reduce((total, region) => total + region[of]!, 0);
    expect([sum("numerator"), sum("denominator")]).toEqual([5_473_539, 22_063_368]);
  });

  it("is found by inspecting its files, after at most ten edited lines", async () => {
    const distance = "road_distance_to_a_primary_school_indicator_km";
    const { editedLines, lacking } = await compareWritten("england", england, [
      { line: "  en: england", becomes: ["  en: England"] },
      { line: "  name: to be filled", becomes: ["  name: OGL-UK-3.0"] },
      {
        line: "  attribution: to be filled",
        becomes: ["  attribution: Office for National Statistics, Ordnance Survey"],
      },
      {
        line: "measures:",
        becomes: [
          "measures:",
          "  - { id: school_metres, label: { en: Distance to a primary school }, unit: metres }",
          "  - { id: small_areas, label: { en: Small areas }, unit: count }",
        ],
      },
      {
        line: "indicators:",
        becomes: [
          "indicators:",
          "  - { id: school_distance, lens: supply, label: { en: Distance }, ratio: [school_metres, small_areas], unit: metres }",
        ],
      },
      {
        line: `      ${distance}: ${distance} # own level`,
        becomes: [
          `      school_metres: { expr: round(1000 * ${distance}) }`,
          '      small_areas: { expr: "1" }',
        ],
      },
    ]);
    expect(lacking).toEqual([]);
    expect(editedLines).toBeLessThanOrEqual(10);
  });

  it("shows every area at every zoom of its level", async () => {
    expect(await areasWithoutTile(england)).toEqual([]);
  });
});
