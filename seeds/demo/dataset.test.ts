import { createHash } from "node:crypto";
import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { AreaInput, DatasetInput, FactRow } from "#domain/dataset";
import { dissolve } from "#tiles/dissolve";
import { demoDataset } from "./dataset.ts";
import { REAL_PROVINCES } from "./names.ts";

async function gather<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

const areasOf = (dataset: DatasetInput, level: string): Promise<AreaInput[]> =>
  gather(dataset.boundaries!.areas(level));
const rowsOf = (dataset: DatasetInput, table: string): Promise<FactRow[]> =>
  gather(dataset.tables.find(({ id }) => id === table)!.rows());

async function digest(dataset: DatasetInput): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([dataset.manifest, dataset.lineage]));
  for (const { id } of dataset.manifest.levels) hash.update(JSON.stringify(await areasOf(dataset, id)));
  for (const { id } of dataset.tables) hash.update(JSON.stringify(await rowsOf(dataset, id)));
  return hash.digest("hex");
}

const LEVELS = ["province", "prefecture", "county", "township", "village"];
const rings = (areas: readonly AreaInput[]) => areas.flatMap(({ geometry }) => geometry!.coordinates.flat());

/** Directed segments, as "from to", with how often each occurs. */
function segments(areas: readonly AreaInput[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const ring of rings(areas))
    for (let at = 1; at < ring.length; at++) {
      const key = `${ring[at - 1]!.join()} ${ring[at]!.join()}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

/** Signed, in square degrees. */
const surface = ({ coordinates }: MultiPolygon): number =>
  coordinates
    .flat()
    .reduce(
      (total, ring) =>
        total +
        ring
          .slice(1)
          .reduce((sum, [x, y], at) => sum + (ring[at]![0]! - 100) * y! - (x! - 100) * ring[at]![1]!, 0) /
          2,
      0,
    );

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("a demo of 300 villages", () => {
  const dataset = demoDataset({ villages: 300, seed: 7 });

  it("is the same for the same seed and another for another", async () => {
    const first = await digest(dataset);
    expect(await digest(demoDataset({ villages: 300, seed: 7 }))).toBe(first);
    const other = demoDataset({ villages: 300, seed: 8 });
    expect(await digest(other)).not.toBe(first);
    expect(other.tables[0]!.checksum).not.toBe(dataset.tables[0]!.checksum);
    expect(dataset.tables[0]!.checksum).not.toBe(dataset.tables[1]!.checksum);
  });

  it("leaves no gap and no overlap: every border is either shared or on the outer line", async () => {
    const outer = segments(await areasOf(dataset, "province"));
    for (const level of LEVELS.slice(1)) {
      const own = segments(await areasOf(dataset, level));
      const unshared: string[] = [];
      for (const [segment, count] of own) {
        expect(count, segment).toBe(1);
        const [from, to] = segment.split(" ");
        if (!own.has(`${to} ${from}`)) unshared.push(segment);
      }
      expect(unshared.sort()).toEqual([...outer.keys()].sort());
    }
  });

  it("adds up in area at every level, with shells anticlockwise and holes clockwise", async () => {
    const [province] = await areasOf(dataset, "province");
    for (const level of LEVELS) {
      const areas = await areasOf(dataset, level);
      expect(total(areas.map(({ geometry }) => surface(geometry!)))).toBeCloseTo(
        surface(province!.geometry!),
        8,
      );
      for (const { geometry } of areas)
        for (const [shell, ...holes] of geometry!.coordinates) {
          expect(surface({ type: "MultiPolygon", coordinates: [[shell!]] })).toBeGreaterThan(0);
          for (const hole of holes)
            expect(surface({ type: "MultiPolygon", coordinates: [[hole]] })).toBeLessThan(0);
        }
    }
  });

  it("draws borders that never cross or touch themselves", async () => {
    for (const { geometry, code } of await areasOf(dataset, "village"))
      for (const ring of geometry!.coordinates.flat()) {
        expect(new Set(ring.slice(1).map(String)).size, code).toBe(ring.length - 1);
        expect(crossings(ring), code).toBe(0);
      }
  });

  it("outlines a township exactly as its dissolved villages", async () => {
    const villages = await areasOf(dataset, "village");
    for (const township of (await areasOf(dataset, "township")).slice(0, 10)) {
      const parts = villages.filter(({ parentCode }) => parentCode === township.code);
      const merged = dissolve(parts.map(({ geometry }) => geometry!));
      const asArea = (geometry: MultiPolygon) => [...segments([{ ...township, geometry }]).keys()].sort();
      expect(asArea(merged)).toEqual(asArea(township.geometry!));
    }
  });
});

/** Pairs of segments of one ring that properly cross. */
function crossings(ring: readonly (readonly number[])[]): number {
  const side = (a: readonly number[], b: readonly number[], c: readonly number[]) =>
    Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
  let count = 0;
  for (let one = 1; one < ring.length; one++)
    for (let other = one + 1; other < ring.length; other++) {
      const [a, b, c, d] = [ring[one - 1]!, ring[one]!, ring[other - 1]!, ring[other]!];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count++;
    }
  return count;
}

describe("the default demo", () => {
  const dataset = demoDataset();

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
      const rows = await rowsOf(dataset, id);
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
      (await rowsOf(dataset, "poverty"))
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
      const rows = await rowsOf(dataset, table);
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
    for (const { code, period, values } of await rowsOf(dataset, "poverty")) {
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

  it("clusters poverty: Moran's I over neighbours is above 0.4", async () => {
    const rate = new Map<string, number>();
    for (const { code, period, values } of await rowsOf(dataset, "poverty"))
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
      (await rowsOf(dataset, table))
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
