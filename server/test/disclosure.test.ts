// The public edition of the demo: what its role may read, what its answers hold, and what an attacker makes of them.

import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogContract, type Catalog } from "#domain/contract/catalog";
import { certificateContract } from "#domain/contract/certificate";
import { profileContract } from "#domain/contract/areas";
import { valuesContract } from "#domain/contract/values";
import { withheldContract } from "#domain/contract/withheld";
import { requiredWidth } from "#domain/disclosure";
import { mayCarry } from "#domain/edition";
import { MISSING } from "#domain/missing";
import { INDICATORS } from "#domain/registry/index";
import { readRowsOf } from "#server/read/rows";
import { openPublicReads } from "#sql/reader_pool";
import { DATABASES } from "#sql/test/databases";
import { PublicSystem, readTable, type PublicTable } from "./disclosure_attacker.ts";
import { openDemo, pathOf, type DemoServer } from "./running.ts";

const LEVELS = ["village", "township", "county", "prefecture", "province"] as const;
const PERIODS = ["2016", "2022"];
/** Hidden figures that are attacked in each period, spread evenly over all. */
const ATTACKED = 120;

describe.each(DATABASES)("the public edition ($name)", (kind) => {
  let demo: DemoServer;
  let catalog: Catalog;
  beforeAll(async () => {
    demo = await openDemo(kind);
    catalog = await demo.ask(catalogContract, { edition: "public" });
  });
  afterAll(() => demo.stop());

  const publicValues = (query: Record<string, string>) =>
    demo.ask(valuesContract, { ...query, edition: "public" });

  it("has a certificate with every release, and describes what it carries alone", async () => {
    const { certificate, hash } = await demo.ask(certificateContract, { edition: "public" });
    expect(certificate).toMatchObject({ unsafe: 0, threshold: 10, releases: [] });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(certificate.figures.byRepair).toBeGreaterThan(0);
    expect(certificate.cells).toBeGreaterThan(1000);
    // Parts of a public whole of fewer than five apart.
    expect(certificate.narrowest).toBeGreaterThanOrEqual(5);
    expect(certificate.ofFewerThanFive).toBeGreaterThan(0);
    // Small villages, few of them: of the whole demo more is shown (bench/RESULTS.md).
    expect(certificate.shareShown).toBeGreaterThan(0.45);
    expect(certificate.shareShownPoorest).toBeGreaterThan(0);
    expect(catalog.tables).toEqual([]);
    expect(catalog.indicators.filter((indicator) => !mayCarry("public", indicator))).toEqual([]);
    expect((await demo.refuse("/api/sets?codes=a&indicator=mpi&edition=public")).status).toBe(404);
  });

  it("says to staff why each figure is withheld that the public does not see, and to nobody else", async () => {
    const query = { indicator: "headcount_ratio", period: "2022", level: "village" };
    const { areas, isRecorded, isPublic } = await demo.ask(withheldContract, query);
    expect({ isRecorded, isPublic }).toEqual({ isRecorded: true, isPublic: true });
    const internal = await demo.ask(valuesContract, query);
    // What a department withholds is not there for staff either.
    const known = new Set(internal.areas.flatMap(({ code, value }) => (value === undefined ? [] : [code])));
    const hidden = (await publicValues(query)).areas.filter(
      ({ code, missing }) => missing === "suppressed" && known.has(code),
    );
    expect(areas.map(({ code }) => code)).toEqual(hidden.map(({ code }) => code));
    const reasonOf = new Map(areas.map(({ code, reason }) => [code, reason]));
    for (const { code, numerator = 0 } of internal.areas)
      if (numerator > 0 && numerator < 10) expect([code, reasonOf.get(code)]).toEqual([code, "rule"]);
    expect([...reasonOf.values()]).toContain("repair");
    const pupils = await demo.ask(withheldContract, { ...query, indicator: "suspected_dropout_rate" });
    expect(new Set(pupils.areas.map(({ reason }) => reason))).toEqual(new Set(["level"]));
    expect((await demo.refuse(pathOf(withheldContract, { ...query, edition: "public" }))).status).toBe(404);
  });

  it("is read in a role that sees its rows and no others", async () => {
    const reads = await openPublicReads(demo.test.database);
    const rows = readRowsOf({ mode: kind.name, ...reads });
    try {
      expect(reads.internalOpenBecause).toBeNull();
      expect(await rows("select current_user::text as name", [])).toEqual([{ name: "village_lens_public" }]);
      expect(await rows("select distinct edition from release.column", [])).toEqual([{ edition: "public" }]);
      const [{ n }] = (await rows<{ n: number }>(
        `select count(*)::int as n from release.column_data d
         where not exists (select from release.column c where c.content_hash = d.content_hash)`,
        [],
      )) as [{ n: number }];
      expect(n).toBe(0);
      for (const sql of [
        "select catalog from release.release",
        "select reasons from release.withheld",
        "select * from fact.batch",
        "select * from register.household",
        "delete from release.column",
        "select definition from catalog.indicator",
      ])
        await expect(rows(sql, []), sql).rejects.toThrow(/permission denied|read-only/);
    } finally {
      await reads.close();
    }
    // Whoever else reads, in the same session where there is one, sees all.
    const { rows: all } = await demo.test.database.pool.query(
      "select distinct edition from release.column order by 1",
    );
    expect(all).toEqual([{ edition: "internal" }, { edition: "public" }]);
  });

  it("keeps its role to itself where other reads, failures among them, use the same connections", async () => {
    const reads = await openPublicReads(demo.test.database);
    const ofPublic = readRowsOf({ mode: kind.name, ...reads });
    const ofAll = readRowsOf({ mode: kind.name, pool: demo.test.database.pool });
    const seen = async (rows: typeof ofAll, what = "edition"): Promise<string> => {
      const found = await rows<{ edition: string }>(
        `select string_agg(distinct ${what}, ' ' order by ${what}) as edition from release.column`,
        [],
      ).catch((): { edition: string }[] => [{ edition: "failed" }]);
      return found[0]!.edition;
    };
    try {
      const asked = Array.from({ length: 30 }, (_, at) =>
        at % 3 === 0 ? seen(ofPublic, "no_such_column") : at % 3 === 1 ? seen(ofAll) : seen(ofPublic),
      );
      expect(await Promise.all(asked)).toEqual(
        asked.map((_, at) => ["failed", "internal public", "public"][at % 3]),
      );
    } finally {
      await reads.close();
    }
  });

  it("gives no number of a hidden figure, in values, profiles and tiles", async () => {
    const query = { indicator: "no_labour_share", period: "2022", level: "village" };
    const { areas } = await publicValues(query);
    const internal = await demo.ask(valuesContract, query);
    const hidden = areas.filter(({ missing }) => missing === "suppressed");
    expect(hidden.length).toBeGreaterThan(20);
    for (const area of hidden)
      expect(Object.keys(area).sort()).toEqual(
        ["code", "missing", "name", "names", "parent", ...("previous" in area ? ["previous"] : [])].sort(),
      );
    const { code } = hidden[0]!;
    expect(internal.areas.find((area) => area.code === code)!.numerator).toBeDefined();
    const profile = await demo.ask(profileContract, { edition: "public", period: "2022" }, { code });
    expect(profile.contested).toEqual([]);
    const own = profile.indicators.find(({ indicator }) => indicator === query.indicator)!;
    expect(own).toMatchObject({ missing: "suppressed", coverage: 0 });
    expect(own).not.toHaveProperty("numerator");
    const { rows } = await demo.test.database.pool.query<{ z: number; x: number; y: number }>(
      "select z, x, y from tile.geometry where level = 'village' order by feature_count desc limit 1",
    );
    const { z, x, y } = rows[0]!;
    const bytes = await fetch(
      `${demo.url}/tiles/latest/public/village/${z}/${x}/${y}.mvt?c=no_labour_share@2022`,
    );
    const layer = new VectorTile(new PbfReader(new Uint8Array(await bytes.arrayBuffer()))).layers["village"]!;
    const codes = new Set(hidden.map((area) => area.code));
    let found = 0;
    for (let at = 0; at < layer.length; at++) {
      const { properties } = layer.feature(at);
      if (!Object.values(properties).some((value) => codes.has(String(value)))) continue;
      found++;
      expect(Object.values(properties)).toContain(MISSING.suppressed.tileCode);
    }
    expect(found).toBeGreaterThan(0);
  });

  it("keeps totals: shown children and what is left of a parent are the parent", async () => {
    for (const indicator of ["no_labour_share", "headcount_ratio", "funds_allocated"]) {
      const query = { indicator, period: "2022" };
      const [children, parents] = await Promise.all(
        ["village", "township"].map((level) => publicValues({ ...query, level })),
      );
      const internal = await demo.ask(valuesContract, { ...query, level: "village" });
      const sums = new Map<string, [shown: number, left: number]>();
      children!.areas.forEach((area, at) => {
        const code = children!.parents[area.parent!]!.code;
        const [shown, left] = sums.get(code) ?? [0, 0];
        const truth = internal.areas[at]!.numerator ?? 0;
        const own = area.numerator;
        sums.set(code, own === undefined ? [shown, left + truth] : [shown + own, left]);
      });
      for (const { code, numerator } of parents!.areas)
        if (numerator !== undefined) {
          const [shown, left] = sums.get(code)!;
          expect(numerator - shown, `${indicator} ${code}`).toBe(left);
        }
    }
  });
});

describe("an attacker on the public edition", () => {
  let demo: DemoServer;
  beforeAll(async () => {
    demo = await openDemo(DATABASES.find(({ name }) => name === "native")!);
  });
  afterAll(() => demo.stop());

  /** All public tables of a period, and what they hide. */
  async function read(period: string): Promise<{ system: PublicSystem; truth: Map<string, number> }> {
    const catalog = await demo.ask(catalogContract, { edition: "public" });
    const system = new PublicSystem();
    const codes = new Set<string>();
    const truth = new Map<string, number>();
    for (const indicator of INDICATORS) {
      if (!catalog.indicators.find(({ id }) => id === indicator.id)?.periods.includes(period)) continue;
      const tables: [string, PublicTable][] = [];
      for (const [at, level] of LEVELS.entries()) {
        const query = { indicator: indicator.id, period, level };
        const asked = { ...query, edition: "public", format: "csv" };
        const response = await fetch(demo.url + pathOf(valuesContract, asked));
        expect(response.status).toBe(200);
        const above = LEVELS[at + 1];
        const table = readTable(await response.text(), above ? `${above}_code` : null);
        const { areas } = await demo.ask(valuesContract, query);
        for (const { code, numerator } of areas)
          if (numerator !== undefined) truth.set(`${indicator.id} ${code}`, numerator);
        // What a department withholds itself is in no sum: the attacker is told which areas those are.
        const counted = table.filter(({ code }) => truth.has(`${indicator.id} ${code}`));
        tables.push([level, counted]);
        for (const { code } of counted) codes.add(code);
      }
      system.add(indicator, tables);
    }
    system.addIdentities([...codes]);
    return { system, truth };
  }

  it("recovers no hidden figure from all public tables", async () => {
    const systems = [];
    for (const period of PERIODS) systems.push(await read(period));
    for (const { system, truth } of systems) {
      const { targets } = system;
      const step = Math.max(1, Math.floor(targets.length / ATTACKED));
      const attacked = targets.filter((_, at) => at % step === 0);
      expect(attacked.length).toBeGreaterThanOrEqual(ATTACKED);
      const found = await system.attack([...new Set(attacked.map(({ variable }) => variable))]);
      const results = attacked.map((target) => {
        const [low, high] = found.get(target.variable)!;
        return { ...target, low, high, truth: truth.get(`${target.indicator} ${target.code}`)! };
      });
      // A 0 that a total of 0 implies is no secret.
      const secret = results.filter(({ high }) => high > 0);
      expect(secret.filter(({ low, high }) => high - low < 1)).toEqual([]);
      // A part of an open whole of fewer than five can be anything up to it.
      expect(
        secret.filter(
          ({ indicator, low, high }) =>
            indicator !== "far_from_school_share" && high - low < requiredWidth(0),
        ),
      ).toEqual([]);
    }
  });
});
