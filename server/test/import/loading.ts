// Loading: what is stored, replaced, refused and reported.

import { expect, it } from "vitest";
import { conflictsContract } from "#domain/contract/conflicts";
import { valuesContract } from "#domain/contract/values";
import type { AreaInput } from "#domain/dataset";
import { square } from "#tiles/fixtures/coverages";
import { publish, withdraw } from "#server/release/publish";
import { loadDemo } from "#server/test/running";
import { area, AREAS, CENSUS, dataset, table } from "#server/test/small_dataset";
import type { SmallTerritory } from "./territory.ts";

/** Tests loading tables and boundaries. */
export function loadingCases(small: SmallTerritory): void {
  const { load, serve, values, contents, ask } = small;

  it("ends with a draft that nobody sees until it is published", async () => {
    const summary = await load(dataset([table(CENSUS)]));
    expect(summary).toMatchObject({ draft: 1, hasErrors: false, isUnchanged: false });
    expect(summary.boundaries).toMatchObject({ state: "new", areas: { county: 1, village: 2 } });
    await serve();
    expect((await fetch(`${small.url}/api/catalog`)).status).toBe(404);
    expect(await publish(small.database, "first")).toBe(1);
    await expect.poll(() => values("county", "2019"), { timeout: 5_000 }).toEqual(["C 10/200"]);
    expect(await values("village", "2018")).toEqual(["V1 10/100", "V2 3/100"]);
    expect(await values("county", "2018")).toEqual(["C 13/200"]);
  });

  it("changes nothing the second time, and reports that", async () => {
    await load(dataset([table(CENSUS)]));
    await publish(small.database, "first");
    const before = await contents();
    const again = await load(dataset([table(CENSUS)]));
    expect(again).toMatchObject({ isUnchanged: true, draft: null });
    expect(await contents()).toBe(before);
  });

  it("is loaded once where two imports of it run at the same time", async () => {
    const both = await Promise.all([load(dataset([table(CENSUS)])), load(dataset([table(CENSUS)]))]);
    expect(both.map(({ tables: [own] }) => own!.state).sort()).toEqual(["new", "unchanged"]);
    expect(both.map(({ hasErrors }) => hasErrors)).toEqual([false, false]);
    const { rows } = await small.database.pool.query(
      `select (select count(*)::int from geo.boundary_version) as versions, (select count(*)::int from fact.batch) as batches,
              (select count(*)::int from release.release) as releases`,
    );
    expect(rows).toEqual([{ versions: 1, batches: 1, releases: 1 }]);
  });

  it("changes nothing in a dry run, and reports what would", async () => {
    const empty = await contents();
    const dry = await load(dataset([table(CENSUS)]), { dryRun: true });
    expect(dry).toMatchObject({ isDryRun: true, draft: null, tables: [{ state: "new", rows: 5 }] });
    expect(await contents()).toBe(empty);
    await load(dataset([table(CENSUS)]));
    const stored = await contents();
    const changed = dataset([
      table([
        ["V1", "2019", 9, 100],
        ["XX", "2019", 1, 1],
      ]),
    ]);
    const dryChange = await load(changed, { dryRun: true });
    expect(dryChange.tables).toMatchObject([{ state: "replaced", rows: 1 }]);
    expect(await contents()).toBe(stored);
    expect((await load(changed)).findings).toEqual(dryChange.findings);
  });

  it("replaces a table that has changed; the published release stays as it is", async () => {
    await load(dataset([table(CENSUS)]));
    await publish(small.database, "first");
    await load(
      dataset([
        table([
          ["V1", "2019", 9, 100],
          ["V2", "2019", 2, 100],
        ]),
      ]),
    );
    await publish(small.database, "corrected");
    await serve();
    expect(await values("county", "2019")).toEqual(["C 11/200"]);
    expect(await values("county", "2019", 1)).toEqual(["C 10/200"]);
    expect(await values("county", "2018")).toBe(404);
  });

  it("leaves the database as it was when there is an error", async () => {
    const before = await contents();
    const summary = await load(dataset([table([["V1", "2019", 1.5, 100]])]));
    expect(summary).toMatchObject({ hasErrors: true, draft: null });
    expect(summary.findings[0]).toMatchObject({
      rule: "not_a_whole_number",
      column: "poor_persons",
      value: "1.5",
    });
    expect(await contents()).toBe(before);
  });

  it("reports duplicate codes, unknown parents and levels without areas", async () => {
    const wrong: Record<string, AreaInput[]> = {
      county: [AREAS["county"]![0]!, AREAS["county"]![0]!],
      village: [area("V1", "nowhere", square(0, 0, 1))],
    };
    const boundaries = {
      ...dataset([]).boundaries!,
      async *areas(level: string) {
        yield wrong[level]!;
      },
    };
    const { findings, hasErrors } = await load(dataset([], { boundaries }));
    expect(hasErrors).toBe(true);
    expect(findings.map(({ rule }) => rule)).toEqual(["duplicate_code", "unknown_parent", "empty_level"]);
  });

  it("leaves out rows of unknown codes and second rows, with a finding each", async () => {
    const rows: typeof CENSUS = [...CENSUS, ["V9", "2019", 1, 1], ["C", "2019", 1, 1], ["V1", "2019", 5, 5]];
    const { findings, tables } = await load(dataset([table(rows)]));
    expect(findings.map(({ rule, value }) => [rule, value])).toEqual([
      ["unknown_area_code", "V9"],
      ["unknown_area_code", "C"],
      ["duplicate_row", "V1"],
    ]);
    expect(tables[0]!.rows).toBe(5);
  });

  it("uses a table of an upper level where no village speaks", async () => {
    const county = table([["C", "2017", 5, 50]], { id: "county", fileName: "county.csv", level: "county" });
    await load(dataset([table(CENSUS), county]));
    await publish(small.database, "both");
    await serve();
    expect(await values("county", "2017")).toEqual(["C 5/50"]);
    expect(await values("village", "2017")).toEqual(["V1 undefined/undefined", "V2 undefined/undefined"]);
  });

  it("stores a missing value as missing, not as 0", async () => {
    await load(
      dataset([
        table([
          ["V1", "2019", "suppressed", 100],
          ["V2", "2019", 3, 100],
        ]),
      ]),
    );
    await publish(small.database, "");
    await serve();
    expect(await values("village", "2019")).toEqual(["V1 undefined/undefined", "V2 3/100"]);
    expect(await values("county", "2019")).toEqual(["C 3/100"]);
  });

  it("keeps two departments that disagree, lets the higher priority decide and reports it", async () => {
    await load(dataset([table(CENSUS)]));
    const survey = table([["V1", "2019", 80, 100]], { id: "survey", fileName: "survey.csv", priority: 5 });
    const { findings } = await load(dataset([survey], { boundaries: null, lineage: [] }));
    expect(findings).toMatchObject([
      { rule: "departments_disagree", file: "census.csv", column: "poor_persons", value: "8" },
    ]);
    await publish(small.database, "both");
    await serve();
    expect(await values("county", "2019")).toEqual(["C 82/200"]);
    // The county has the number of villages, and lists them with both numbers; a year without a conflict has none.
    const disputed = async (level: string, period: string) =>
      (await ask(valuesContract, { indicator: "headcount_ratio", level, period })).areas.map(
        ({ code, contestedAreas = 0 }) => `${code} ${contestedAreas}`,
      );
    expect(await disputed("county", "2019")).toEqual(["C 1"]);
    expect(await disputed("village", "2019")).toEqual(["V1 1", "V2 0"]);
    expect(await disputed("county", "2018")).toEqual(["C 0"]);
    const places = (query: Record<string, string>) => ask(conflictsContract, query, { code: "C" });
    expect(await places({ period: "2019", measure: "poor_persons" })).toMatchObject({
      total: 1,
      areas: [{ code: "V1", measure: "poor_persons", fileName: "census.csv", stated: 8, used: 80 }],
    });
    expect(await places({ period: "2018" })).toMatchObject({ total: 0, areas: [] });
    // Of equal priority the one that stands first decides, as its finding tells.
    const [first, second] = ["first", "second"].map((id, at) =>
      table([["V1", "2019", 50 + at, 100]], { id, fileName: `${id}.csv`, priority: 9 }),
    );
    const equal = await load(dataset([first!, second!], { boundaries: null, lineage: [] }));
    expect(equal.findings[0]).toMatchObject({
      file: "second.csv",
      message: "poor_persons of V1 in 2019 is 51 here and 50 in first.csv",
    });
    await publish(small.database, "equal");
    await serve();
    expect(await values("county", "2019")).toEqual(["C 52/200"]);
  });

  it("refuses another dataset with the way out", async () => {
    await load(dataset([table(CENSUS)]));
    await expect(loadDemo(small.database)).rejects.toThrow(
      'this database holds the dataset "small", not "demo": set another DATA_DIR or DATABASE_URL for it',
    );
  });

  it("refuses tables without boundaries, and publishing without a draft", async () => {
    await expect(load(dataset([], { boundaries: null }))).rejects.toThrow(/has no boundaries yet/);
    await expect(publish(small.database, "")).rejects.toThrow(/there is no draft/);
    await expect(withdraw(small.database, 7)).rejects.toThrow(
      "release 7 is not published: published releases are none",
    );
  });
}
