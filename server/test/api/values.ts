// Values: sums that agree over levels, formats, parents and periods.

import { expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import { areasContract } from "#domain/contract/areas";
import { trendsContract } from "#domain/contract/trends";
import { valuesContract } from "#domain/contract/values";
import { decodeArray } from "#server/column_store/column_bytes";
import { isByShare } from "#server/column_store/release_record";
import { pathOf } from "#server/test/running";
import type { Api } from "./api.ts";

/** Tests `/api/values` and `/api/trends`. */
export function valueCases(api: Api): void {
  const { values, ask } = api;

  it("makes every parent the sum of its children: every measure and indicator, every level, every period", async () => {
    const levels = api.catalog.levels.map(({ id }) => id);
    const parents = new Map<string, number[]>();
    const { pool } = api.database;
    for (const level of levels.slice(1)) {
      const { rows } = await pool.query<{ parent_idx: number }>(
        "select parent_idx from geo.area where level = $1 order by idx",
        [level],
      );
      parents.set(
        level,
        rows.map(({ parent_idx }) => parent_idx),
      );
    }
    // What comes from records alone, such as a Gini coefficient, has its own figure at every level and is no sum.
    const isSum = (id: string): boolean =>
      [...api.catalog.indicators, ...api.catalog.measures].every(
        (row) => ![row.id, `measure.${row.id}`].includes(id) || row.rollUp !== "from_records",
      );
    const seen = { byShare: false, columns: 0, measures: new Set<string>(), indicators: new Set<string>() };
    for (const period of api.catalog.periods) {
      const { rows } = await pool.query<{
        level: string;
        indicator: string;
        numerator: Buffer;
        denominator: Buffer | null;
      }>(
        `select level, indicator, numerator, denominator from release.column join release.column_data using (content_hash)
         where release = 1 and edition = 'internal' and period = $1`,
        [period],
      );
      const columns = new Map(rows.map((row) => [`${row.level} ${row.indicator}`, row]));
      // How much of a count came by share of a divided village is told where it did, and of no sum.
      const summed = rows.filter((row) => isSum(row.indicator) && !isByShare(row.indicator));
      seen.byShare ||= rows.some((row) => row.level === "village" && isByShare(row.indicator));
      for (const { level, indicator, ...below } of summed) {
        const above = columns.get(`${levels[levels.indexOf(level) - 1]} ${indicator}`);
        if (level === levels[0]) continue;
        for (const side of ["numerator", "denominator"] as const) {
          if (below[side] === null) continue;
          const stated = decodeArray(above![side]!, Float64Array);
          const sums = new Float64Array(stated.length);
          decodeArray(below[side], Float64Array).forEach((value, idx) => {
            sums[parents.get(level)![idx]!]! += value;
          });
          expect(sums, `${indicator} ${period} ${level} ${side}`).toEqual(stated);
        }
        seen.columns++;
        seen[indicator.startsWith("measure.") ? "measures" : "indicators"].add(indicator);
      }
    }
    expect(seen.measures.size).toBe(api.catalog.measures.filter(({ id }) => isSum(id)).length);
    expect(seen.indicators.size).toBe(api.catalog.indicators.filter(({ id }) => isSum(id)).length);
    expect(seen.columns).toBeGreaterThan(3000);
    expect(seen.byShare).toBe(true);
  });

  it("gives the same sums in JSON and in CSV", async () => {
    const areas = await ask(areasContract, { level: "village", limit: "10000" });
    const parentOf = new Map(areas.areas.map(({ code, parentCode }) => [code, parentCode!]));
    const sums = new Map<string, [number, number]>();
    for (const { code, numerator = 0, denominator } of await values("mpi", "2022", "village")) {
      const sum = sums.get(parentOf.get(code)!) ?? [0, 0];
      sums.set(parentOf.get(code)!, [sum[0] + numerator, sum[1] + (denominator ?? 0)]);
    }
    for (const parent of await values("mpi", "2022", "township"))
      expect([parent.numerator ?? 0, parent.denominator ?? 0]).toEqual(sums.get(parent.code));
    const path = pathOf(valuesContract, {
      indicator: "mpi",
      period: "2022",
      level: "village",
      format: "csv",
    });
    const response = await fetch(api.url + path);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain("demo-mpi-2022-village-r1.csv");
    const text = Buffer.from(await response.arrayBuffer()).toString("utf8");
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    const json = await values("mpi", "2022", "village");
    expect(rows.map(({ code, value, numerator }) => [code, value, numerator])).toEqual(
      json.map(({ code, value, numerator }) => [code, String(value ?? ""), String(numerator ?? "")]),
    );
  });

  it("says what lies above every area, each once, and so do the files", async () => {
    const query = { indicator: "mpi", period: "2022", level: "village" };
    const { areas, parents } = await ask(valuesContract, query);
    const townships = await ask(areasContract, { level: "township", limit: "10000" });
    const listed = await ask(areasContract, { level: "village", limit: "10000" });
    const parentOf = new Map(listed.areas.map(({ code, parentCode }) => [code, parentCode]));
    expect(new Set(parents.map(({ code }) => code)).size).toBe(parents.length);
    expect(parents.filter(({ level }) => level === "township")).toHaveLength(townships.total);
    const chainOf = (at: number | undefined): string[] =>
      at === undefined ? [] : [parents[at]!.level, ...chainOf(parents[at]!.parent)];
    for (const { code, parent } of areas) {
      expect(parents[parent!]!.code).toBe(parentOf.get(code));
      expect(chainOf(parent)).toEqual(["township", "county", "prefecture", "province"]);
    }
    expect((await ask(valuesContract, { ...query, level: "province" })).parents).toEqual([]);
    const response = await fetch(api.url + pathOf(valuesContract, { ...query, format: "csv" }));
    const rows = parse(await response.text(), { bom: true, columns: true }) as Record<string, string>[];
    const { defaultLanguage } = api.catalog;
    rows.forEach((row, at) => {
      const township = parents[areas[at]!.parent!]!;
      expect([row["township_code"], row["township_name"]]).toEqual([
        township.code,
        township.names[defaultLanguage],
      ]);
      expect(row["province_code"]).toBe(api.catalog.rootCode);
    });
  });

  it("finds an indicator by an id that it had before", async () => {
    const now = await values("contribution_labour", "2022", "county");
    expect(await values("contribution_work", "2022", "county")).toEqual(now);
    const tile = (id: string) => fetch(`${api.url}/tiles/1/internal/province/5/25/13.mvt?c=${id}@2022`);
    expect((await tile("contribution_work")).status).toBe(200);
    expect((await tile("contribution_play")).status).toBe(404);
  });

  it("limits values to what lies below a parent of any level, and gives the period before", async () => {
    const all = await values("mpi", "2022", "village");
    const [county] = await values("mpi", "2022", "county");
    const below = await values("mpi", "2022", "village", county!.code);
    expect(below.length).toBeGreaterThan(0);
    expect(below.length).toBeLessThan(all.length);
    expect(below.reduce((sum, { numerator = 0 }) => sum + numerator, 0)).toBe(county!.numerator);
    const before = await values("mpi", "2021", "county");
    expect(county!.previous).toBe(before[0]!.value);
  });

  it("tells the trends of many areas at once: as the values of each period do, gaps with their reason", async () => {
    const [county] = await values("mpi", "2022", "county");
    for (const [indicator, level, digits] of [
      ["headcount_ratio", "village", 5],
      ["donations_received", "township", 17],
    ] as const) {
      const trends = await ask(trendsContract, { indicator, level, parent: county!.code });
      expect(trends.periods).toEqual(api.catalog.periods);
      for (const [at, period] of api.catalog.periods.entries())
        expect(trends.areas.map(({ code, values: all }) => [code, all[at]])).toEqual(
          (await values(indicator, period, level, county!.code)).map(({ code, value, missing }) => [
            code,
            missing ?? Number(value!.toPrecision(digits)),
          ]),
        );
    }
    const gaps = (await ask(trendsContract, { indicator: "mpi", level: "village" })).areas;
    expect(gaps.some(({ values: all }) => all.includes("not-surveyed") && all.some(Number.isFinite))).toBe(
      true,
    );
  });
}
