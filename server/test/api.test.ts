// The endpoints, each against its contract, and what they say against each other.

import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { areaContract, areasContract, profileContract } from "#domain/contract/areas";
import { catalogContract, type Catalog } from "#domain/contract/catalog";
import { releaseEvent } from "#domain/contract/events";
import { healthContract } from "#domain/contract/health";
import { CONTRACTS } from "#domain/contract/index";
import { pairAreasContract, pairsContract } from "#domain/contract/pairs";
import { releasesContract } from "#domain/contract/releases";
import { tileJsonContract } from "#domain/contract/tiles";
import { trendsContract } from "#domain/contract/trends";
import { classesContract, valuesContract, type AreaValue } from "#domain/contract/values";
import { DEPRIVATIONS } from "#domain/measures";
import { nearSetContract, setContract } from "#domain/contract/sets";
import { packCodes } from "#domain/codes";
import { wilsonInterval } from "#domain/method/uncertainty";
import { DATABASES } from "#sql/test/databases";
import { decodeArray } from "../release/column_bytes.ts";
import { publish, withdraw } from "../release/publish.ts";
import { isByShare } from "../release/record.ts";
import { openDemo, pathOf, type DemoServer } from "./running.ts";

/** Most milliseconds from a commit to the event; only a native database tells of it, the embedded one is asked. */
const NEWS_MS = { native: 500, embedded: 5_000 };

describe.each(DATABASES)("the API on the $name database", (kind) => {
  let server: DemoServer;
  let catalog: Catalog;
  const values = async (
    indicator: string,
    period: string,
    level: string,
    parent?: string,
  ): Promise<AreaValue[]> =>
    (await server.ask(valuesContract, { indicator, period, level, ...(parent ? { parent } : {}) })).areas;

  beforeAll(async () => {
    server = await openDemo(kind);
    catalog = await server.ask(catalogContract);
  });
  afterAll(() => server.stop());

  it("tells its health, its releases and its catalogue", async () => {
    expect(await server.ask(healthContract)).toMatchObject({
      status: "ok",
      release: 1,
      database: { mode: kind.name, reachable: true },
    });
    const { latest, releases } = await server.ask(releasesContract);
    expect(latest).toBe(1);
    expect(releases).toMatchObject([{ number: 1, state: "published", note: "the demo" }]);
    expect(catalog.levels.map(({ id, areaCount }) => [id, areaCount > 0])).toEqual(
      ["province", "prefecture", "county", "township", "village"].map((id) => [id, true]),
    );
    expect(catalog.isFictional).toBe(true);
    expect(catalog.lenses.map(({ id, defaultIndicator }) => [id, defaultIndicator])).toEqual([
      ["poverty", "mpi"],
      ["supply", "school_travel_time"],
      ["help", "help_plan_coverage"],
    ]);
    const mpi = catalog.indicators.find(({ id }) => id === "mpi")!;
    expect(mpi.formula).toMatch(
      /^\(3 × poor_persons_deprived_in_years_of_schooling \+ .*\) \/ \(18 × deprivation_scored_persons\)$/,
    );
    expect(mpi.sources.length).toBeGreaterThan(0);
    expect(catalog.rootCode).toMatch(/^99\d{10}$/);
  });

  it("classes two indicators at once, and lists each class from its worst area on", async () => {
    const query = { need: "mpi@2022", other: "donations_received@2022", level: "village" };
    const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
    const pair = await server.ask(pairsContract, query);
    expect(pair.other.axis).toMatchObject({ rungs: [2, 0], zeroRung: 2 });
    expect(total(pair.counts) + total(Object.values(pair.missing))).toBe(pair.areaCount);
    const [needs, gifts] = await Promise.all(
      ["mpi", "donations_received"].map((id) => values(id, "2022", "village")),
    );
    const giftOf = new Map(gifts!.map(({ code, value }) => [code, value]));
    const worst = needs!
      .filter(({ code, value }) => value! >= pair.need.axis.breaks[1]! && giftOf.get(code) === 0)
      .sort((a, b) => b.value! - a.value!);
    const listed = await server.ask(pairAreasContract, { ...query, needRung: "2", otherRung: "2" });
    expect(listed.total).toBe(pair.counts[8]);
    expect(listed.areas.map(({ need }) => need.value)).toEqual(worst.map(({ value }) => value));
    expect(
      listed.areas.every(({ other, parentNames }) => other.value === 0 && parentNames.length === 3),
    ).toBe(true);

    const all = await server.ask(pairAreasContract, { ...query, limit: "5" });
    expect(all.areas).toEqual(listed.areas.slice(0, 5));
    expect(all.total).toBe(total(pair.counts));
    const csv = await fetch(server.url + pathOf(pairAreasContract, { ...query, format: "csv" }));
    expect((await csv.text()).split("\r\n")).toHaveLength(all.total + 2);

    // The planner's question: poor, and 30 minutes or more to a school; where most of the poor live.
    const far = { ...query, other: "school_travel_time@2022", needBounds: "0.2", otherBounds: "30" };
    const people = "multidimensional_headcount_ratio";
    const [minutes, poor] = await Promise.all(
      ["school_travel_time", people].map((id) => values(id, "2022", "village")),
    );
    const minutesOf = new Map(minutes!.map(({ code, value }) => [code, value!]));
    const poorOf = new Map(
      poor!.map(({ code, numerator, value }) => [code, value === undefined ? 0 : numerator!]),
    );
    const asked = needs!.filter(({ code, value }) => value! >= 0.2 && minutesOf.get(code)! >= 30);
    const found = await server.ask(pairAreasContract, {
      ...far,
      people,
      sort: "people",
      needRung: "2",
      otherRung: "2",
    });
    expect(found.areas.map(({ code }) => code).sort()).toEqual(asked.map(({ code }) => code).sort());
    const counted = found.areas.map((area) => area.people ?? 0);
    expect(counted).toEqual([...counted].sort((a, b) => b - a));
    expect(counted).toEqual(found.areas.map(({ code }) => poorOf.get(code)));
    expect(found.people).toBe(total(counted));
    const policy = await server.ask(pairsContract, { ...far, otherBounds: "policy" });
    expect(policy.other.axis).toMatchObject({ rule: "policy", breaks: [30, 60], rungs: [0, 1, 2] });
    const least = await server.ask(pairAreasContract, { ...far, sort: "other", first: "best", limit: "1" });
    expect(least.areas[0]!.other.value).toBe(
      Math.min(
        ...needs!
          .filter(({ value }) => value !== undefined)
          .map(({ code }) => minutesOf.get(code) ?? Infinity),
      ),
    );
    for (const [wrong, status] of [
      [{ need: "mpi" }, 400],
      [{ other: "nil@2022" }, 404],
      [{ otherBounds: "60,30" }, 400],
      [{ needBounds: "high" }, 400],
    ] as const)
      expect(await server.refuse(pathOf(pairsContract, { ...query, ...wrong }))).toMatchObject({ status });
  });

  it("sums a hand-picked set over levels once, and the children of an area to the area itself", async () => {
    const query = { indicator: "mpi", period: "2022" };
    const counties = await values("mpi", "2022", "county");
    const [first, second] = counties;
    const inside = await values("mpi", "2022", "village", first!.code);
    const codes = packCodes([first!.code, second!.code, inside[0]!.code]);
    const both = await server.ask(setContract, { ...query, codes });
    expect(both.areas.map(({ code }) => code)).toEqual([first!.code, second!.code]);
    const mpi = both.indicators.find(({ indicator }) => indicator === "mpi")!;
    expect(mpi.numerator).toBe(first!.numerator! + second!.numerator!);
    expect(mpi.value).toBe(mpi.numerator! / (first!.denominator! + second!.denominator!));
    expect(both.trend.find(({ period }) => period === "2022")!.value).toBe(mpi.value);

    const villages = await server.ask(setContract, {
      ...query,
      codes: packCodes(inside.map(({ code }) => code)),
    });
    const whole = await server.ask(setContract, { ...query, codes: first!.code });
    expect(villages.lowestCount).toBe(inside.length);
    expect(villages.measures).toEqual(whole.measures);
    expect(villages.indicators.map(({ numerator }) => numerator)).toEqual(
      whole.indicators.map(({ numerator }) => numerator),
    );
    const profile = await server.ask(profileContract, { period: "2022" }, { code: first!.code });
    expect(whole.measures).toEqual(profile.measures);

    // A sum is as sure as the same area's own figure; one counted whole has no interval.
    const sampled = whole.indicators.filter(({ ciLow }) => ciLow !== undefined);
    expect(sampled.map(({ indicator }) => indicator)).toContain("headcount_ratio");
    const sureness = ({ ciLow, ciHigh, reliability }: (typeof sampled)[number]) => [
      ciLow,
      ciHigh,
      reliability,
    ];
    for (const one of whole.indicators) {
      const find = (all: readonly (typeof one)[]) =>
        all.find(({ indicator }) => indicator === one.indicator)!;
      expect(sureness(one), one.indicator).toEqual(sureness(find(profile.indicators)));
      if (find(villages.indicators).coverage === 1)
        expect(sureness(one), one.indicator).toEqual(sureness(find(villages.indicators)));
    }
    const asked = { ...query, indicator: "headcount_ratio", codes: first!.code };
    const { trend } = await server.ask(setContract, asked);
    const trendOf = profile.indicators.find(({ indicator }) => indicator === "headcount_ratio")!.trend;
    expect(trend.map(({ period, ciLow, ciHigh }) => [period, ciLow, ciHigh])).toEqual(
      trendOf.map(({ period, ciLow, ciHigh }) => [period, ciLow, ciHigh]),
    );
    expect(await server.refuse(pathOf(setContract, { ...query, codes: "nowhere" }))).toMatchObject({
      status: 404,
    });
    expect(await server.refuse(pathOf(setContract, { ...query, codes: "99~zz" }))).toMatchObject({
      status: 400,
    });
  });

  it("finds what comes near to a set, border to border, over every boundary above", async () => {
    const [county] = await values("mpi", "2022", "county");
    const [village] = await values("mpi", "2022", "village", county!.code);
    for (const [code, level, km] of [
      [village!.code, "village", 9],
      [county!.code, "village", 1],
      [county!.code, "county", 0.001],
    ] as const) {
      const { rows } = await server.test.database.knex.raw<{ rows: { code: string }[] }>(
        `select a.code from geo.area a, geo.area p
         where p.code = ? and a.level = ? and a.code <> p.code
           and st_distance(geography(a.geometry), geography(p.geometry)) <= ?::float8 * 1000
           and (a.level = p.level or left(a.code, 6) <> left(p.code, 6)) order by 1`,
        [code, level, km],
      );
      const near = await server.ask(nearSetContract, { codes: code, level, km: String(km) });
      expect(near.codes).toEqual(rows.map((row) => row.code));
      expect(near.total).toBeGreaterThan(0);
    }
    for (const wrong of [{ km: "0" }, { km: "101" }, { level: "nil" }, { codes: "99~zz" }])
      expect(
        (
          await server.refuse(
            pathOf(nearSetContract, { codes: village!.code, level: "village", km: "2", ...wrong }),
          )
        ).status,
      ).toBe("level" in wrong ? 404 : 400);
  });

  it("finds areas by code, by part of a name in either language, by level and by parent", async () => {
    const villages = await server.ask(areasContract, { level: "village", limit: "10000" });
    expect(villages.total).toBe(300);
    const some = villages.areas[17]!;
    expect((await server.ask(areasContract, { q: some.code })).areas[0]!.code).toBe(some.code);
    for (const name of [some.names["zh"]!, some.names["en"]!.toUpperCase(), some.names["en"]!.slice(1, 6)]) {
      const found = await server.ask(areasContract, { q: name, limit: "500" });
      expect(found.areas.map(({ code }) => code)).toContain(some.code);
      expect(found.areas.length).toBe(found.total);
    }
    const siblings = await server.ask(areasContract, { parent: some.parentCode!, limit: "500" });
    expect(siblings.areas.every(({ parentCode }) => parentCode === some.parentCode)).toBe(true);
    expect(some.parentNames).toHaveLength(4);
    expect((await server.ask(areasContract, { q: "%" })).total).toBe(0);
    expect((await server.ask(areasContract, { q: "_" })).total).toBe(0);
  });

  it("ranks a whole code before a part and a beginning before a middle", async () => {
    const root = catalog.rootCode!;
    expect((await server.ask(areasContract, { q: root })).areas[0]!.code).toBe(root);
    const { areas } = await server.ask(areasContract, { q: "an", limit: "500" });
    const starts = areas.map(({ names, code }) =>
      [code, ...Object.values(names)].some((text) => text.toLowerCase().startsWith("an")),
    );
    expect(starts.lastIndexOf(true)).toBeLessThan(starts.includes(false) ? starts.indexOf(false) : Infinity);
  });

  it("describes an area with its parents, and its profile agrees with the values", async () => {
    const [village] = (await server.ask(areasContract, { level: "village", limit: "1" })).areas;
    const { code } = village!;
    const area = await server.ask(areaContract, {}, { code });
    expect(area.parents.map(({ level }) => level)).toEqual(["province", "prefecture", "county", "township"]);
    expect(area.childLevel).toBeNull();
    const profile = await server.ask(profileContract, { period: "2022" }, { code });
    const siblings = await values("mpi", "2022", "village", area.parentCode!);
    const own = siblings.find((one) => one.code === code)!;
    const mpi = profile.indicators.find(({ indicator }) => indicator === "mpi")!;
    expect([mpi.value, mpi.numerator, mpi.denominator]).toEqual([own.value, own.numerator, own.denominator]);
    expect(mpi.rank).toBe(
      1 + siblings.filter(({ value }) => value !== undefined && value > own.value!).length,
    );
    expect(mpi.rankOf).toBe(siblings.filter(({ value }) => value !== undefined).length);
    expect(mpi.trend.map(({ period }) => period)).toEqual(catalog.periods);
    expect(mpi.trend.at(-1)!.value).toBe(own.value);
    const score = DEPRIVATIONS.reduce(
      (sum, { id, weight }) => sum + weight * profile.measures[`poor_persons_deprived_in_${id}`]!,
      0,
    );
    expect(score).toBe(own.numerator);
  });

  it("makes every parent the sum of its children: every measure and indicator, every level, every period", async () => {
    const levels = catalog.levels.map(({ id }) => id);
    const parents = new Map<string, number[]>();
    const { pool } = server.test.database;
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
      [...catalog.indicators, ...catalog.measures].every(
        (one) => ![one.id, `measure.${one.id}`].includes(id) || one.rollUp !== "from_records",
      );
    const seen = { byShare: false, columns: 0, measures: new Set<string>(), indicators: new Set<string>() };
    for (const period of catalog.periods) {
      const { rows } = await pool.query<{
        level: string;
        indicator: string;
        numerator: Buffer;
        denominator: Buffer | null;
      }>(
        `select level, indicator, numerator, denominator from release.column join release.column_data using (content_hash)
         where release = 1 and period = $1`,
        [period],
      );
      const columns = new Map(rows.map((row) => [`${row.level} ${row.indicator}`, row]));
      // How much of a count came by share of a divided village is told where it did, and of no sum.
      const told = rows.filter((row) => isSum(row.indicator) && !isByShare(row.indicator));
      seen.byShare ||= rows.some((row) => row.level === "village" && isByShare(row.indicator));
      for (const { level, indicator, ...below } of told) {
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
    expect(seen.measures.size).toBe(catalog.measures.filter(({ id }) => isSum(id)).length);
    expect(seen.indicators.size).toBe(catalog.indicators.filter(({ id }) => isSum(id)).length);
    expect(seen.columns).toBeGreaterThan(3000);
    expect(seen.byShare).toBe(true);
  });

  it("gives the same sums in JSON and in CSV", async () => {
    const areas = await server.ask(areasContract, { level: "village", limit: "10000" });
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
    const response = await fetch(server.url + path);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain("demo-mpi-2022-village-r1.csv");
    const text = Buffer.from(await response.arrayBuffer()).toString("utf8");
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    const json = await values("mpi", "2022", "village");
    expect(rows.map(({ code, value, numerator }) => [code, value, numerator])).toEqual(
      json.map(({ code, value, numerator }) => [code, String(value ?? ""), String(numerator ?? "")]),
    );
  });

  it("finds an indicator by an id that it had before", async () => {
    const now = await values("contribution_labour", "2022", "county");
    expect(await values("contribution_work", "2022", "county")).toEqual(now);
    const tile = (id: string) => fetch(`${server.url}/tiles/1/internal/province/5/25/13.mvt?c=${id}@2022`);
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
      const trends = await server.ask(trendsContract, { indicator, level, parent: county!.code });
      expect(trends.periods).toEqual(catalog.periods);
      for (const [at, period] of catalog.periods.entries())
        expect(trends.areas.map(({ code, values: all }) => [code, all[at]])).toEqual(
          (await values(indicator, period, level, county!.code)).map(({ code, value, missing }) => [
            code,
            missing ?? Number(value!.toPrecision(digits)),
          ]),
        );
    }
    const gaps = (await server.ask(trendsContract, { indicator: "mpi", level: "village" })).areas;
    expect(gaps.some(({ values: all }) => all.includes("not-surveyed") && all.some(Number.isFinite))).toBe(
      true,
    );
  });

  it("classes what it shows", async () => {
    const query = { indicator: "mpi", period: "2022", level: "village", method: "quantile", k: "4" };
    const { classes, counts, zeroCount, fit, histogram, missing, scope } = await server.ask(
      classesContract,
      query,
    );
    expect(classes.breaks.length + Number(classes.hasZeroClass)).toBe(3);
    expect(fit).toBeGreaterThan(0.5);
    const shown = (await values("mpi", "2022", "village")).filter(({ value }) => value !== undefined);
    const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
    expect(sum(counts) + zeroCount).toBe(shown.length);
    expect(sum(histogram)).toBe(shown.length);
    expect(sum(Object.values(missing)) + shown.length).toBe(scope.areaCount);
  });

  it("breaks where it is told: by policy, by hand, zero apart, frozen over periods, shared over levels", async () => {
    const classes = (query: Record<string, string>) =>
      server.ask(classesContract, { indicator: "mpi", period: "2022", level: "township", ...query });
    const travel = await classes({ indicator: "school_travel_time" });
    expect(travel.classes).toMatchObject({ method: "policy", breaks: [15, 30, 45, 60] });
    expect((await classes({ method: "manual", breaks: "0.02,0.1" })).classes.breaks).toEqual([0.02, 0.1]);
    const zero = await classes({ indicator: "fall_back_rate", level: "village", zero: "own" });
    const fallen = await values("fall_back_rate", "2022", "village");
    expect(zero.classes.hasZeroClass).toBe(true);
    expect(zero.zeroCount).toBe(fallen.filter(({ value }) => value === 0).length);
    expect(zero.counts.reduce((a, b) => a + b)).toBe(fallen.filter(({ value = 0 }) => value > 0).length);

    const frozen = await Promise.all(
      ["2014", "2022"].map((period) => classes({ period, scope: "periods", method: "quantile" })),
    );
    expect(frozen[0]!.classes).toEqual(frozen[1]!.classes);
    expect(frozen[0]!.counts).not.toEqual(frozen[1]!.counts);
    expect(frozen[0]!.scope).toMatchObject({
      kind: "periods",
      levels: ["township"],
      periods: catalog.periods,
    });
    const shared = await Promise.all(
      ["county", "village"].map((level) => classes({ level, scope: "levels", method: "equal" })),
    );
    expect(shared[0]!.classes).toEqual(shared[1]!.classes);
    for (const [query, detail] of [
      [{ method: "policy" }, 'method is "policy", but none fixes breaks of mpi'],
      [{ method: "manual" }, 'method is "manual": give breaks, as in breaks=0.1,0.2'],
      [{ method: "manual", breaks: "2,1" }, 'parameter "breaks" is "2,1": breaks must rise'],
    ] as const)
      expect(
        (
          await server.refuse(
            pathOf(classesContract, { indicator: "mpi", period: "2022", level: "county", ...query }),
          )
        ).problem.detail,
      ).toContain(detail);
  });

  it("says how sure a figure from a sample is, and nothing of the kind about a full count", async () => {
    const sampled = await values("headcount_ratio", "2022", "village");
    const sizes = await Promise.all(
      ["surveyed_households", "survey_frame_households"].map(async (measure) => {
        const { rows } = await server.test.database.pool.query<{ numerator: Buffer }>(
          `select numerator from release.column c join release.column_data d using (content_hash)
           where c.indicator = $1 and c.period = '2022' and c.level = 'village'`,
          [`measure.${measure}`],
        );
        const bytes = new Uint8Array(rows[0]!.numerator);
        return new Float64Array(bytes.buffer);
      }),
    );
    const seen = new Set<string | undefined>();
    sampled.forEach((area, idx) => {
      const { value, ciLow, ciHigh, reliability, rankFirst } = area;
      seen.add(reliability);
      if (value === undefined) expect(reliability).toBeUndefined();
      if (reliability === "unreliable") expect(rankFirst).toBeUndefined();
      if (ciLow === undefined) return;
      const [n, population] = [sizes[0]![idx]!, sizes[1]![idx]!];
      expect({ low: ciLow, high: ciHigh }).toEqual(wilsonInterval(Math.min(n, value! * n), n, population));
    });
    expect([...seen].filter(Boolean).sort()).toEqual(["caution", "full-count", "reliable", "unreliable"]);

    const counted = await values("mpi", "2022", "village");
    for (const { value, ciLow, reliability, rankFirst, rankLast } of counted) {
      expect([ciLow, reliability]).toEqual([undefined, undefined]);
      if (value === undefined) continue;
      expect(rankFirst).toBe(
        1 + counted.filter((one) => one.value !== undefined && one.value > value).length,
      );
      expect(rankLast).toBe(counted.filter((one) => one.value !== undefined && one.value >= value).length);
    }

    const one = sampled.find(({ reliability }) => reliability === "caution")!;
    const profile = await server.ask(profileContract, { period: "2022" }, { code: one.code });
    const own = profile.indicators.find(({ indicator }) => indicator === "headcount_ratio")!;
    expect([own.ciLow, own.ciHigh, own.reliability]).toEqual([one.ciLow, one.ciHigh, one.reliability]);
    expect(own.rank).toBeGreaterThanOrEqual(own.rankFirst!);
    expect(own.rank).toBeLessThanOrEqual(own.rankLast!);
    expect(own.trend.at(-1)).toMatchObject({ ciLow: one.ciLow, reliability: "caution" });
  });

  it("gives changes, and how far a figure or a change may be relied on, as columns of their own", async () => {
    const level = "village";
    const [then, now] = [
      await values("headcount_ratio", "2014", level),
      await values("headcount_ratio", "2022", level),
    ];
    const changes = await values("headcount_ratio", "2014..2022", level);
    const sure = await values("headcount_ratio", "2022~reliability", level);
    const changeSure = await values("headcount_ratio", "2014..2022~reliability", level);
    const number = { "full-count": 0, reliable: 0, caution: 1, unreliable: 2 };
    changes.forEach((change, i) => {
      const [a, b] = [then[i]!.value, now[i]!.value];
      expect(change.value).toBe(a === undefined || b === undefined ? undefined : b - a);
      expect(change.numerator).toBeUndefined();
      expect(sure[i]!.value).toBe(now[i]!.reliability && number[now[i]!.reliability]);
      expect(changeSure[i]!.value).toBe(change.reliability && number[change.reliability]);
      if (change.ciLow !== undefined)
        expect(change.reliability === "unreliable").toBe(change.ciLow <= 0 && change.ciHigh! >= 0);
    });
    expect(changes.filter(({ reliability }) => reliability === "reliable").length).toBeGreaterThan(5);
    expect((await values("mpi", "2022~reliability", level)).every(({ value = 0 }) => value === 0)).toBe(true);
    const scores = await values("exit_score_below_60", "2019..2020", "county");
    expect(new Set(scores.map(({ missing }) => missing))).toEqual(new Set(["not-applicable"]));
    expect((await values("exit_score_below_60", "2020", "county"))[0]).not.toHaveProperty("previous");
    const { classes } = await server.ask(classesContract, {
      indicator: "mpi",
      period: "2014..2022",
      level,
    });
    expect(classes.breaks).toHaveLength(4);
    expect(classes.breaks.map((b) => -b).reverse()).toEqual(classes.breaks);

    const tile = await fetch(
      `${server.url}/tiles/1/internal/province/5/25/13.mvt?c=mpi@2014..2022,headcount_ratio@2022~reliability`,
    );
    expect(tile.status).toBe(200);
    const csv = await (
      await fetch(
        server.url +
          pathOf(valuesContract, { indicator: "headcount_ratio", period: "2022", level, format: "csv" }),
      )
    ).text();
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(
      rows.map((row) => [
        row["ci_low"],
        row["ci_high"],
        row["reliability"],
        row["rank_first"],
        row["rank_last"],
      ]),
    ).toEqual(
      now.map(({ ciLow, ciHigh, reliability, rankFirst, rankLast }) =>
        [ciLow, ciHigh, reliability, rankFirst, rankLast].map((one) => String(one ?? "")),
      ),
    );
    for (const [period, detail] of [
      ["2022..2014", 'unknown period "2022..2014"'],
      ["2014..2023", 'unknown period "2023"'],
      ["2022~sure", 'unknown period "2022~sure"'],
    ])
      expect(
        (await server.refuse(pathOf(valuesContract, { indicator: "mpi", period: period!, level }))).problem
          .detail,
      ).toContain(detail);
  });

  it("describes tiles as TileJSON", async () => {
    const params = { release: "1", edition: "internal", level: "village" };
    const json = await server.ask(tileJsonContract, { c: "mpi@2022" }, params);
    expect(json.tiles).toEqual([`${server.url}/tiles/1/internal/village/{z}/{x}/{y}.mvt?c=mpi%402022`]);
    expect(json.vector_layers[0]!.id).toBe("village");
  });

  it("says which release it used, and lets caches keep what names one", async () => {
    const latest = await fetch(`${server.url}/api/catalog`);
    expect(latest.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const named = await fetch(`${server.url}/api/catalog?release=1`);
    expect(named.headers.get("cache-control")).toContain("immutable");
    const again = await fetch(`${server.url}/api/catalog`, {
      headers: { "if-none-match": latest.headers.get("etag")!, "cache-control": "max-age=0" },
    });
    expect(again.status).toBe(304);
    expect(again.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  it("allows no host but itself", async () => {
    const { headers } = await fetch(`${server.url}/api/health`);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:/);
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("documents every endpoint in OpenAPI 3.1", async () => {
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, { get: { parameters: { name: string; in: string }[] } }>;
    };
    expect(document.openapi).toBe("3.1.0");
    for (const { path } of CONTRACTS) {
      const described = document.paths[path.replace(/:(\w+)/g, "{$1}")]!;
      const inPath = described.get.parameters
        .filter((parameter) => parameter.in === "path")
        .map(({ name }) => name);
      expect(inPath).toEqual([...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
    }
  });

  it("tells an open map at once which release is the latest, and whenever that changes", async () => {
    const { knex } = server.test.database;
    const leaving = new AbortController();
    const response = await fetch(`${server.url}/api/events`, { signal: leaving.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const seen: (number | null)[] = [];
    const reading = (async () => {
      let text = "";
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const events = text.split("\n\n");
        text = events.pop()!;
        for (const event of events) {
          const data = /^event: release\ndata: (.*)$/.exec(event)?.[1];
          if (data) seen.push(releaseEvent.parse(JSON.parse(data)).release);
        }
      }
    })();
    const whenSeen = (...releases: number[]) =>
      expect.poll(() => seen, { timeout: NEWS_MS.embedded, interval: 5 }).toEqual(releases);
    await whenSeen(1);
    await knex.raw(
      `insert into release.release (state, boundary_version, catalog, created_by)
       select 'draft', boundary_version, catalog, 'test' from release.release where number = 1`,
    );
    const next = await publish(server.test.database, "the same again");
    const committed = performance.now();
    await whenSeen(1, next);
    expect(performance.now() - committed).toBeLessThan(NEWS_MS[kind.name]);
    const { rows } = await knex.raw<{ rows: { z: number; x: number; y: number }[] }>(
      "select z, x, y from tile.geometry where level = 'village' limit 1",
    );
    const { z, x, y } = rows[0]!;
    const warm = [next, "latest"].map((name) => `/tiles/${name}/internal/village/${z}/${x}/${y}.mvt`);
    const answers = await Promise.all(
      warm.flatMap((path) => Array.from({ length: 3 }, () => path)).map((path) => fetch(server.url + path)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    await withdraw(server.test.database, next);
    await whenSeen(1, next, 1);
    expect((await server.refuse(warm[0]!)).status).toBe(410);
    expect((await fetch(server.url + warm[1]!)).headers.get("etag")).toMatch(/^"1-/);
    leaving.abort();
    await expect(reading).rejects.toThrow("aborted");
  });
});
