// Loading, drafts and the states of a release.

import type { MultiPolygon } from "geojson";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { AreaInput, DatasetInput, FactRow, LineageInput, TableInput } from "#domain/dataset";
import type { z } from "zod";
import { profileContract } from "#domain/contract/areas";
import { catalogContract } from "#domain/contract/catalog";
import { contestedContract } from "#domain/contract/contested";
import type { Contract } from "#domain/contract/contract";
import { releasesContract } from "#domain/contract/releases";
import { trendsContract } from "#domain/contract/trends";
import { valuesContract } from "#domain/contract/values";
import type { Value } from "#domain/missing";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { loadDataset, type LoadOptions } from "../import/load.ts";
import type { RunningServer } from "../main.ts";
import { makeDraft } from "../release/draft.ts";
import type { FactRows } from "../release/fact_rows.ts";
import { publish, withdraw } from "../release/publish.ts";
import { storedFacts } from "../release/stored_facts.ts";
import { currentBatches } from "../release/territory.ts";
import { loadDemo, pathOf, serveDatabase, SILENT } from "./running.ts";

const square = (x: number, y: number, size: number): MultiPolygon => ({
  type: "MultiPolygon",
  coordinates: [
    [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  ],
});
const area = (code: string, parentCode: string | null, geometry: MultiPolygon): AreaInput => ({
  code,
  parentCode,
  names: { en: `Place ${code}` },
  geometry,
});

/** One county with two villages, V2 made of the old villages O1 and O2 in 2019. */
const AREAS: Record<string, AreaInput[]> = {
  county: [area("C", null, square(0, 0, 2))],
  village: [area("V1", "C", square(0, 0, 1)), area("V2", "C", square(1, 0, 1))],
};
const LINEAGE: LineageInput[] = ["O1", "O2"].map((fromCode) => ({
  fromCode,
  toCode: "V2",
  share: 1,
  kind: "merged",
  since: "2019",
}));

function table(
  rows: [code: string, period: string, ...values: Value[]][],
  overrides: Partial<TableInput> = {},
): TableInput {
  return {
    id: "census",
    level: "village",
    measures: ["poor_persons", "persons"],
    fileName: "census.csv",
    checksum: `checksum of ${JSON.stringify(rows)}`,
    department: { en: "Statistics" },
    reportingDate: "2019-12-31",
    priority: 0,
    async *rows() {
      yield rows.map(([code, period, ...values]): FactRow => ({ code, period, values }));
    },
    ...overrides,
  };
}

const CENSUS: [string, string, ...Value[]][] = [
  ["V1", "2018", 10, 100],
  ["O1", "2018", 1, 50],
  ["O2", "2018", 2, 50],
  ["V1", "2019", 8, 100],
  ["V2", "2019", 2, 100],
];

function dataset(tables: TableInput[], overrides: Partial<DatasetInput> = {}): DatasetInput {
  return {
    manifest: {
      dataset: "small",
      title: { en: "Small" },
      licence: { name: "CC0-1.0", attribution: "nobody" },
      isFictional: true,
      defaultLanguage: "en",
      levels: [
        { id: "county", ordinal: 0, label: { en: "County" } },
        { id: "village", ordinal: 1, label: { en: "Village" } },
      ],
      measures: [],
      indicators: [],
    },
    boundaries: {
      source: "test",
      checksum: "boundaries",
      date: null,
      async *areas(level) {
        yield AREAS[level]!;
      },
    },
    lineage: LINEAGE,
    tables,
    ...overrides,
  };
}

/** Everything that an import may change. */
const TABLES = [
  "catalog.dataset",
  "catalog.measure",
  "catalog.indicator",
  "geo.level",
  "geo.boundary_version",
  "geo.area",
  "geo.lineage",
  "fact.batch",
  "fact.measure_value",
  "release.release",
  "release.lineage",
  "release.column",
  "release.column_data",
  "tile.level_zoom",
  "tile.geometry",
];

describe.each(DATABASES)("loading into the $name database", (kind) => {
  let test: TestDatabase;
  let server: RunningServer | null = null;
  beforeAll(async () => {
    test = await kind.open();
  });
  afterEach(async () => {
    await server?.stop();
    server = null;
    await test.database.knex.raw(`truncate ${TABLES.join()} restart identity cascade`);
  });
  afterAll(() => test.drop());

  const load = (input: DatasetInput, options: Partial<LoadOptions> = {}) =>
    loadDataset(test.database, input, { ...SILENT, ...options });
  /** What is stored, as text. */
  const contents = async (): Promise<string> => {
    const parts: string[] = [];
    for (const name of TABLES) {
      const { rows } = await test.database.knex.raw<{ rows: { text: string }[] }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as text from ${name} t`,
      );
      parts.push(`${name} ${rows[0]!.text}`);
    }
    return parts.join("\n");
  };
  const serve = async (): Promise<void> => {
    server = await serveDatabase(test.database, test.config);
  };
  const values = async (level: string, period: string, release?: number) => {
    const query = {
      indicator: "headcount_ratio",
      period,
      level,
      ...(release ? { release: String(release) } : {}),
    };
    const response = await fetch(server!.url + pathOf(valuesContract, query));
    if (!response.ok) return response.status;
    const { areas } = valuesContract.response.parse(await response.json());
    return areas.map(({ code, numerator, denominator }) => `${code} ${numerator}/${denominator}`);
  };

  it("ends with a draft that nobody sees until it is published", async () => {
    const summary = await load(dataset([table(CENSUS)]));
    expect(summary).toMatchObject({ draft: 1, hasErrors: false, isUnchanged: false });
    expect(summary.boundaries).toMatchObject({ state: "new", areas: { county: 1, village: 2 } });
    await serve();
    expect((await fetch(`${server!.url}/api/catalog`)).status).toBe(404);
    expect(await publish(test.database, "first")).toBe(1);
    await expect.poll(() => values("county", "2019"), { timeout: 5_000 }).toEqual(["C 10/200"]);
    expect(await values("village", "2018")).toEqual(["V1 10/100", "V2 3/100"]);
    expect(await values("county", "2018")).toEqual(["C 13/200"]);
  });

  it("changes nothing the second time, and says so", async () => {
    await load(dataset([table(CENSUS)]));
    await publish(test.database, "first");
    const before = await contents();
    const again = await load(dataset([table(CENSUS)]));
    expect(again).toMatchObject({ isUnchanged: true, draft: null });
    expect(await contents()).toBe(before);
  });

  it("changes nothing in a dry run, and says what would", async () => {
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
    await publish(test.database, "first");
    await load(
      dataset([
        table([
          ["V1", "2019", 9, 100],
          ["V2", "2019", 2, 100],
        ]),
      ]),
    );
    await publish(test.database, "corrected");
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

  it("tells of duplicate codes, unknown parents and levels without areas", async () => {
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

  it("tells which stored figures have no place on new boundaries, and finds those that a lineage leads on", async () => {
    await load(dataset([table(CENSUS)]));
    const renewed: Record<string, AreaInput[]> = {
      county: AREAS["county"]!,
      village: [area("V1", "C", square(0, 0, 1)), area("V3", "C", square(1, 0, 1))],
    };
    const boundaries = {
      ...dataset([]).boundaries!,
      checksum: "new boundaries",
      async *areas(level: string) {
        yield renewed[level]!;
      },
    };
    const without = await load(dataset([], { boundaries, lineage: [] }), { dryRun: true });
    // V2 once; O1 and O2 once each, which lead to V2 and no further.
    expect(without.findings).toMatchObject([
      { severity: "warning", rule: "unknown_area_code", file: "census.csv", value: "O1" },
    ]);
    expect(without.findings[0]!.message).toMatch(/^3 stored rows of 3 codes, such as "O1", "O2", "V2":/);
    const lineage: LineageInput[] = [
      { fromCode: "V2", toCode: "V3", share: 1, kind: "renamed", since: "2020" },
    ];
    const followed = await load(dataset([], { boundaries, lineage }));
    expect(followed.findings).toEqual([]);
    await publish(test.database, "new boundaries");
    await serve();
    expect(await values("village", "2018")).toEqual(["V1 10/100", "V3 3/100"]);
    expect(await values("county", "2019")).toEqual(["C 10/200"]);
  });

  it("tells figures on the newest boundaries or on chosen ones, says what came by share, and of what an area was made", async () => {
    const bounded = (date: string, villages: readonly string[]) => ({
      source: date,
      checksum: date,
      date,
      async *areas(level: string) {
        yield level === "county"
          ? AREAS["county"]!
          : villages.map((code, at) =>
              area(code, "C", square((at * 2) / villages.length, 0, 2 / villages.length)),
            );
      },
    });
    const before = table([
      ["V1", "2018", 10, 101],
      ["O1", "2018", 1, 50],
      ["O2", "2018", 2, 50],
    ]);
    await load(dataset([before], { boundaries: bounded("2018-12-31", ["O1", "O2", "V1"]), lineage: [] }));
    // In 2019 V1 is parted into W1 and W2, O1 and O2 become V2.
    const parted = [
      ["W1", 0.63],
      ["W2", 0.37],
    ] as const;
    const lineage = [
      ...LINEAGE,
      ...parted.map(([toCode, share]): LineageInput => ({
        fromCode: "V1",
        toCode,
        share,
        kind: "split",
        since: "2019",
      })),
    ];
    const after = table(
      [
        ["W1", "2019", 5, 60],
        ["W2", "2019", 4, 40],
        ["V2", "2019", 2, 100],
      ],
      { id: "later", fileName: "later.csv" },
    );
    await load(dataset([after], { boundaries: bounded("2020-12-31", ["V2", "W1", "W2"]), lineage }));
    await publish(test.database, "today's boundaries");
    await makeDraft(test.database, { ...SILENT, createdBy: "test", boundaryVersion: 1 });
    await publish(test.database, "boundaries of 2018");
    await serve();
    // 10 poor of 101: 6.3 and 3.7 give 6 and 4, 63.63 and 37.37 give 64 and 37.
    expect(await values("village", "2018", 1)).toEqual(["V2 3/100", "W1 6/64", "W2 4/37"]);
    expect(await values("county", "2018", 1)).toEqual(["C 13/201"]);
    const shares = async (level: string, period: string): Promise<unknown> => {
      const query = { indicator: "headcount_ratio", period, level, release: "1" };
      const json = valuesContract.response.parse(
        await (await fetch(server!.url + pathOf(valuesContract, query))).json(),
      );
      const csv = await (
        await fetch(server!.url + pathOf(valuesContract, { ...query, format: "csv" }))
      ).text();
      const [head, ...lines] = csv.replace("\ufeff", "").trim().split("\r\n");
      const at = head!.split(",").indexOf("by_share");
      expect(lines.map((line) => line.split(",")[at])).toEqual(
        json.areas.map(({ byShare }) => String(byShare ?? "")),
      );
      return json.areas.map(({ byShare }) => byShare);
    };
    expect(await shares("village", "2018")).toEqual([undefined, 1, 1]);
    expect(await shares("village", "2018..2019")).toEqual([undefined, 1, 1]);
    expect(await shares("village", "2019")).toEqual([undefined, undefined, undefined]);
    expect(await shares("county", "2018")).toEqual([undefined]);

    const ask = async <R extends z.ZodType>(contract: Contract<z.ZodObject, z.ZodObject, R>, code: string) =>
      contract.response.parse(
        await (
          await fetch(
            server!.url +
              pathOf(contract, contract.path.includes("trends") ? TREND : { release: "1", period: "2018" }, {
                code,
              }),
          )
        ).json(),
      );
    const TREND = { release: "1", indicator: "headcount_ratio", level: "village" };
    const merged = await ask(profileContract, "V2");
    expect(merged.madeOf).toEqual(
      ["O1", "O2"].map((code) => ({ code, share: 1, kind: "merged", since: "2019" })),
    );
    const part = await ask(profileContract, "W2");
    expect(part.madeOf).toEqual([{ code: "V1", share: 0.37, kind: "split", since: "2019" }]);
    const entry = part.indicators.find(({ indicator }) => indicator === "headcount_ratio")!;
    expect([entry.byShare, ...entry.trend.map(({ byShare }) => byShare)]).toEqual([1, 1, undefined]);
    expect((await ask(trendsContract, "")).areas.map(({ byShare }) => byShare)).toEqual([
      undefined,
      ["2018"],
      ["2018"],
    ]);

    // On the boundaries of 2018 the counts of that year are as they were, and those of 2019 have no place.
    expect(await values("village", "2018", 2)).toEqual(["O1 1/50", "O2 2/50", "V1 10/101"]);
    expect(await values("county", "2018", 2)).toEqual(["C 13/201"]);
    expect(await values("village", "2019", 2)).toBe(404);
    await expect(
      makeDraft(test.database, { ...SILENT, createdBy: "test", boundaryVersion: 7 }),
    ).rejects.toThrow("unknown boundary version 7: known are 2, 1");
  });

  it("keeps two departments that disagree, lets the higher priority decide and says so", async () => {
    await load(dataset([table(CENSUS)]));
    const survey = table([["V1", "2019", 80, 100]], { id: "survey", fileName: "survey.csv", priority: 5 });
    const { findings } = await load(dataset([survey], { boundaries: null, lineage: [] }));
    expect(findings).toMatchObject([
      { rule: "departments_disagree", file: "census.csv", column: "poor_persons", value: "8" },
    ]);
    await publish(test.database, "both");
    await serve();
    expect(await values("county", "2019")).toEqual(["C 82/200"]);
    // The county says in how many villages, and which with both numbers; a year without dispute says nothing.
    const answer = async <R extends z.ZodType>(contract: Contract<z.ZodObject, z.ZodObject, R>, query = {}) =>
      contract.response.parse(
        await (await fetch(server!.url + pathOf(contract, query, { code: "C" }))).json(),
      );
    const disputed = async (level: string, period: string) =>
      (await answer(valuesContract, { indicator: "headcount_ratio", level, period })).areas.map(
        ({ code, contestedAreas = 0 }) => `${code} ${contestedAreas}`,
      );
    expect(await disputed("county", "2019")).toEqual(["C 1"]);
    expect(await disputed("village", "2019")).toEqual(["V1 1", "V2 0"]);
    expect(await disputed("county", "2018")).toEqual(["C 0"]);
    expect(await answer(contestedContract, { period: "2019", measure: "poor_persons" })).toMatchObject({
      total: 1,
      areas: [{ code: "V1", measure: "poor_persons", fileName: "census.csv", stated: 8, used: 80 }],
    });
    expect(await answer(contestedContract, { period: "2018" })).toMatchObject({ total: 0, areas: [] });
    // Of equal priority the one that stands first decides, as its finding says.
    const [first, second] = ["first", "second"].map((id, at) =>
      table([["V1", "2019", 50 + at, 100]], { id, fileName: `${id}.csv`, priority: 9 }),
    );
    const equal = await load(dataset([first!, second!], { boundaries: null, lineage: [] }));
    expect(equal.findings[0]).toMatchObject({
      file: "second.csv",
      message: "poor_persons of V1 in 2019 is 51 here and 50 in first.csv",
    });
    await publish(test.database, "equal");
    await serve();
    expect(await values("county", "2019")).toEqual(["C 52/200"]);
  });

  it("uses a table of an upper level where no village speaks", async () => {
    const county = table([["C", "2017", 5, 50]], { id: "county", fileName: "county.csv", level: "county" });
    await load(dataset([table(CENSUS), county]));
    await publish(test.database, "both");
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
    await publish(test.database, "");
    await serve();
    expect(await values("village", "2019")).toEqual(["V1 undefined/undefined", "V2 3/100"]);
    expect(await values("county", "2019")).toEqual(["C 3/100"]);
  });

  it("refuses another dataset with the way out", async () => {
    await load(dataset([table(CENSUS)]));
    await expect(loadDemo(test.database)).rejects.toThrow(
      'this database holds the dataset "small", not "demo": set another DATA_DIR or DATABASE_URL for it',
    );
  });

  it("refuses tables without boundaries, and publishing without a draft", async () => {
    await expect(load(dataset([], { boundaries: null }))).rejects.toThrow(/has no boundaries yet/);
    await expect(publish(test.database, "")).rejects.toThrow(/there is no draft/);
    await expect(withdraw(test.database, 7)).rejects.toThrow(
      "release 7 is not published: published releases are none",
    );
  });

  it("goes back to the release before when one is withdrawn", async () => {
    await load(dataset([table(CENSUS)]));
    await publish(test.database, "first");
    await load(dataset([table([["V1", "2019", 9, 100]])]));
    await publish(test.database, "second");
    await serve();
    const latest = async () => {
      const response = await fetch(`${server!.url}/api/catalog`);
      return catalogContract.response.parse(await response.json()).release;
    };
    expect(await latest()).toBe(2);
    expect(await withdraw(test.database, 2)).toBe(1);
    await expect.poll(latest, { timeout: 5_000 }).toBe(1);
    expect(await values("county", "2019", 2)).toBe(410);
    const { releases } = releasesContract.response.parse(
      await (await fetch(`${server!.url}/api/releases`)).json(),
    );
    expect(releases.map(({ number, state }) => [number, state])).toEqual([
      [2, "withdrawn"],
      [1, "published"],
    ]);
  });

  it("stores a column once however many releases show it", async () => {
    await load(dataset([table(CENSUS)]));
    await publish(test.database, "first");
    const count = async (): Promise<number> =>
      (
        await test.database.knex.raw<{ rows: { n: number }[] }>(
          "select count(*)::int as n from release.column_data",
        )
      ).rows[0]!.n;
    const before = await count();
    await load(
      dataset([table(CENSUS), table([["V1", "2019", 3]], { id: "schools", measures: ["teachers"] })]),
    );
    // Teachers of 2019 at two levels are new; everything else is as it was.
    expect(await count()).toBe(before + 2);
  });

  it("gives stored facts back as they were written, and answers on after a reading was given up or failed", async () => {
    await load(
      dataset([
        table([
          ["V1", "2019", 2 ** 53 - 1, -5],
          ["V2", "2019", "suppressed", 0],
        ]),
      ]),
    );
    const { knex } = test.database;
    const [batch] = await currentBatches(knex);
    const read = async (period: string): Promise<FactRows[]> => {
      const pages: FactRows[] = [];
      for await (const page of storedFacts(knex, batch!, period)) pages.push(page);
      return pages;
    };
    expect(await read("2019")).toEqual([
      {
        codes: ["V1", "V2"],
        values: Float64Array.of(2 ** 53 - 1, -5, 0, 0),
        statuses: Uint8Array.of(0, 0, 2, 0),
      },
    ]);
    for await (const page of storedFacts(knex, batch!, "2019")) if (page.codes.length > 0) break;
    await expect(storedFacts(knex, { ...batch!, measures: ["persons"] }, "2019").next()).rejects.toThrow(
      "row of V1 has 2 values: its batch has 1 measures",
    );
    await expect(storedFacts(knex, { ...batch!, id: Number.NaN }, "2019").next()).rejects.toThrow("nan");
    expect(await read("2018")).toEqual([
      { codes: [], values: new Float64Array(), statuses: new Uint8Array() },
    ]);
  });
});
