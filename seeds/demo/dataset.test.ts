// What the default demo tells: places, names, and figures that are as uneven as in life.

import { describe, expect, it } from "vitest";
import { bivariateAxis, tercileOf } from "#domain/bivariate";
import { classifyChanges } from "#domain/change_classes";
import { classOf } from "#domain/classes";
import type { FactRow } from "#domain/dataset";
import { INDICATORS } from "#domain/registry/index";
import { DEPRIVATIONS, DEPRIVATION_TOTAL } from "#domain/registry/multidimensional";
import { formatChange, halfStep } from "#domain/unit";
import { demoDataset } from "./dataset.ts";
import { areasOf, rowsOf } from "./fixtures/gathered.ts";
import { segments } from "./fixtures/segments.ts";
import { REAL_PROVINCES } from "./names.ts";

const LEVELS = ["province", "prefecture", "county", "township", "village"];

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("the default demo", () => {
  const dataset = demoDataset();
  const known = new Map<string, Promise<FactRow[]>>();
  /** Reads a table once for all tests. */
  const tableRows = (table: string): Promise<FactRow[]> => {
    if (!known.has(table)) known.set(table, rowsOf(dataset, table));
    return known.get(table)!;
  };

  it("has 3,600 villages in 300 townships, 24 counties, 3 prefectures and 1 province, nested by code", async () => {
    let parents = new Set<string>();
    const counts: number[] = [];
    for (const level of LEVELS) {
      const areas = await areasOf(dataset, level);
      counts.push(areas.length);
      const keys = areas.map(({ code, parentCode }) => `${parentCode ?? ""} ${code}`);
      expect(keys).toEqual([...keys].sort());
      const width = { province: 2, prefecture: 4, county: 6, township: 9, village: 12 }[level]!;
      const above = { province: 0, prefecture: 2, county: 4, township: 6, village: 9 }[level]!;
      for (const { code, parentCode } of areas) {
        expect(code).toMatch(/^99\d{10}$/);
        expect(code.slice(width)).toBe("0".repeat(12 - width));
        if (level === "province") expect(parentCode).toBeNull();
        else {
          expect(parents).toContain(parentCode);
          expect(parentCode).toBe(code.slice(0, above).padEnd(12, "0"));
        }
      }
      expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
      parents = new Set(areas.map(({ code }) => code));
    }
    expect(counts).toEqual([1, 3, 24, 300, 3600]);
  });

  it("names everything in two languages, nothing twice under one parent, no province like a real one", async () => {
    for (const level of LEVELS) {
      const seen = new Set<string>();
      for (const { parentCode, names } of await areasOf(dataset, level))
        for (const language of ["zh", "en"]) {
          expect(names[language]).toMatch(
            language === "zh" ? /^[\u4e00-\u9fff]{3,6}$/ : /^[A-Z][a-z']+ [A-Z][a-z]+$/,
          );
          const key = `${parentCode} ${names[language]}`;
          expect(seen).not.toContain(key);
          seen.add(key);
        }
    }
    const [province] = await areasOf(dataset, "province");
    expect(province!.names).toEqual({ zh: "青云省", en: "Qingyun Province" });
    expect(REAL_PROVINCES).toHaveLength(34);
  });

  it("gives every village one row a year, old codes before 2019 and new ones from then on", async () => {
    const villages = new Set((await areasOf(dataset, "village")).map(({ code }) => code));
    const ofKind = (kind: string) => dataset.lineage.filter((change) => change.kind === kind);
    const former = new Map(ofKind("merged").map(({ fromCode, toCode }) => [fromCode, toCode]));
    const merged = new Set(former.values());
    expect(merged.size).toBe(40);
    expect(former.size).toBe(80);
    for (const { share, since } of ofKind("merged")) expect([share, since]).toEqual([1, "2019"]);
    for (const code of merged) expect(villages).toContain(code);
    for (const code of former.keys()) expect(villages).not.toContain(code);
    const parts = new Set(ofKind("split").map(({ toCode }) => toCode));
    const whole = new Set(ofKind("split").map(({ fromCode }) => fromCode));
    for (const { id } of dataset.tables) {
      const rows = await tableRows(id);
      expect(new Set(rows.map(({ code, period }) => `${code} ${period}`)).size).toBe(rows.length);
      expect(rows).toHaveLength(3600 * 9 + 40 * 5 - 6 * 3);
      const isInForce = (code: string, period: string) => {
        if (former.has(code)) return period < "2019";
        if (whole.has(code)) return period < "2017";
        return (
          villages.has(code) &&
          !(merged.has(code) && period < "2019") &&
          !(parts.has(code) && period < "2017")
        );
      };
      expect(rows.filter(({ code, period }) => !isInForce(code, period))).toEqual([]);
    }
  });

  it("divides six villages in 2017 into two each, by population, in the same township and outside the register", async () => {
    const villages = new Map(
      (await areasOf(dataset, "village")).map(({ code, parentCode }) => [code, parentCode]),
    );
    const splits = dataset.lineage.filter(({ kind }) => kind === "split");
    const whole = new Set(splits.map(({ fromCode }) => fromCode));
    expect(whole.size).toBe(6);
    const people = new Map(
      (await tableRows("poverty"))
        .filter(({ period }) => period === "2017")
        .map(({ code, values }) => [code, values[0]]),
    );
    const recorded = new Set<string>();
    for await (const households of demoDataset({ withRegister: true, years: 1 }).register!.households())
      for (const { villageCode } of households) recorded.add(villageCode);
    for (const code of whole) {
      const parts = splits.filter(({ fromCode }) => fromCode === code);
      expect(villages.has(code)).toBe(false);
      expect(parts).toHaveLength(2);
      expect(total(parts.map(({ share }) => share))).toBe(1);
      expect(
        new Set([code.slice(0, 9).padEnd(12, "0"), ...parts.map(({ toCode }) => villages.get(toCode))]).size,
      ).toBe(1);
      const [one, other] = parts.map(({ toCode }) => people.get(toCode)) as [number, number];
      if (typeof one === "number" && typeof other === "number")
        expect(parts[0]!.share).toBeCloseTo(one / (one + other), 3);
      for (const { since, toCode } of parts) {
        expect(since).toBe("2017");
        expect(recorded).not.toContain(toCode);
      }
    }
  });

  it("misses 2 to 3 % of poverty surveys, and a few values are withheld or do not apply", async () => {
    const shareOf = async (table: string, reason: string) => {
      const rows = await tableRows(table);
      return rows.filter(({ values }) => values.at(-1) === reason).length / rows.length;
    };
    const unsurveyed = await shareOf("poverty", "not-surveyed");
    expect(unsurveyed).toBeGreaterThan(0.02);
    expect(unsurveyed).toBeLessThan(0.035);
    for (const [table, reason] of [
      ["poverty", "suppressed"],
      ["education", "not-applicable"],
      ["help", "suppressed"],
    ] as const) {
      const share = await shareOf(table, reason);
      expect(share, `${table} ${reason}`).toBeGreaterThan(0);
      expect(share, `${table} ${reason}`).toBeLessThan(0.02);
    }
  });

  it("lets poverty fall from about 28 % to about 8 %, unevenly", async () => {
    const counties = new Map<string, Map<string, [poor: number, all: number]>>();
    for (const { code, period, values } of await tableRows("poverty")) {
      if (typeof values[1] !== "number") continue;
      for (const key of [code.slice(0, 6), "all"]) {
        const years = counties.get(key) ?? new Map<string, [number, number]>();
        const [poor, all] = years.get(period) ?? [0, 0];
        counties.set(key, years.set(period, [poor + values[1], all + (values[0] as number)]));
      }
    }
    const rate = (key: string, year: number) => {
      const [poor, all] = counties.get(key)!.get(String(year))!;
      return poor / all;
    };
    expect(rate("all", 2014)).toBeGreaterThan(0.26);
    expect(rate("all", 2014)).toBeLessThan(0.3);
    expect(rate("all", 2022)).toBeGreaterThan(0.07);
    expect(rate("all", 2022)).toBeLessThan(0.09);
    let worse = 0;
    for (const key of counties.keys()) {
      expect(rate(key, 2022)).toBeLessThan(rate(key, 2014));
      for (let year = 2015; year <= 2022; year++) if (rate(key, year) > rate(key, year - 1)) worse++;
    }
    expect(worse).toBeGreaterThan(3);
    expect(worse).toBeLessThan(40);
  });

  it("classes the only relapses of 2022 as worse, and no county that fell since 2014 as unchanged", async () => {
    const score = DEPRIVATIONS.map(({ weight }) => weight);
    const sums = new Map<string, [score: number, scored: number]>();
    for (const { code, period, values } of await tableRows("poverty")) {
      const [, , scored, , ...poorIn] = values;
      if (typeof scored !== "number") continue;
      const key = `${code.slice(0, 6)} ${period}`;
      const [above, below] = sums.get(key) ?? [0, 0];
      const own = total(poorIn.map((count, at) => score[at]! * (count as number)));
      sums.set(key, [above + own, below + DEPRIVATION_TOTAL * scored]);
    }
    const index = (code: string, year: number): number => {
      const [above, below] = sums.get(`${code.slice(0, 6)} ${year}`)!;
      return above / below;
    };
    const counties = await areasOf(dataset, "county");
    const classesSince = (year: number) => {
      const changes = counties.map(({ code }) => index(code, 2022) - index(code, year));
      const classes = classifyChanges(changes, "ckmeans", 5, { half: halfStep("index") });
      return changes.map((change, at) => ({
        name: counties[at]!.names["zh"],
        printed: formatChange(change, "index", "en"),
        relative: change / index(counties[at]!.code, year),
        side: Math.sign(classOf(change, classes) - classes.noChange!),
      }));
    };
    const lastYear = classesSince(2021);
    expect(lastYear.filter(({ side }) => side > 0)).toMatchObject([
      { name: "桂坪区", printed: "+0.001" },
      { name: "仁云县", printed: "+0.005" },
    ]);
    expect(lastYear.filter(({ side }) => side < 0)).toHaveLength(22);
    const since2014 = classesSince(2014);
    expect(since2014.map(({ side }) => side)).toEqual(since2014.map(() => -1));
    expect(since2014.filter(({ relative }) => relative <= -0.39).length).toBeGreaterThanOrEqual(10);
  });

  it("leaves no village that meets the norm among those short of it, as a worst third does", async () => {
    const pupils = new Map<string, number>();
    for (const { code, period, values } of await tableRows("education"))
      if (period === "2022" && typeof values[0] === "number" && typeof values[1] === "number")
        pupils.set(code, values[0] / values[1]);
    const ratio = INDICATORS.find(({ id }) => id === "pupil_teacher_ratio")!;
    const meetsAmongWorst = (bounds: "thirds" | null): number => {
      const axis = bivariateAxis(pupils.values(), ratio, bounds);
      return [...pupils.values()].filter((value) => tercileOf(value, axis) === 2 && value <= 19).length;
    };
    expect(meetsAmongWorst("thirds")).toBeGreaterThan(100);
    expect(meetsAmongWorst(null)).toBe(0);
  });

  it("clusters poverty: Moran's I over neighbours is above 0.4", async () => {
    const rate = new Map<string, number>();
    for (const { code, period, values } of await tableRows("poverty"))
      if (period === "2022" && typeof values[1] === "number")
        rate.set(code, values[1] / (values[0] as number));
    const owners = new Map<string, string>();
    const villages = await areasOf(dataset, "village");
    for (const area of villages)
      for (const segment of segments([area]).keys()) owners.set(segment, area.code);
    const mean = total([...rate.values()]) / rate.size;
    const variance = total([...rate.values()].map((value) => (value - mean) ** 2)) / rate.size;
    const pairs = new Map<string, number>();
    for (const [segment, code] of owners) {
      const [from, to] = segment.split(" ");
      const other = owners.get(`${to} ${from}`);
      if (other !== undefined && rate.has(code) && rate.has(other))
        pairs.set(`${code} ${other}`, (rate.get(code)! - mean) * (rate.get(other)! - mean));
    }
    expect(total([...pairs.values()]) / pairs.size / variance).toBeGreaterThan(0.4);
  });

  it("leaves gaps in supply and help", async () => {
    const lastOf = async (table: string) =>
      (await tableRows(table))
        .filter(({ period, values }) => period === "2022" && typeof values[0] === "number")
        .map(({ values }) => values as number[]);
    const schools = await lastOf("education");
    expect(schools.filter(([pupils, teachers]) => pupils! / teachers! > 35).length).toBeGreaterThan(30);
    expect(schools.filter(([pupils, , minutes]) => minutes! / pupils! > 60).length).toBeGreaterThan(30);
    const plans = await lastOf("help");
    expect(plans.filter(([targets]) => targets === 0).length).toBeGreaterThan(10);
    expect(plans.filter(([targets, withPlan]) => withPlan! < 0.5 * targets!).length).toBeGreaterThan(10);
    const covered = total(plans.map(([, withPlan]) => withPlan!)) / total(plans.map(([targets]) => targets!));
    expect(covered).toBeGreaterThan(0.85);
  });
});
