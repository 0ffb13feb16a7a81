// A register of canaries is imported; no output of the server, the importer or the command line holds one of them.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { inspect } from "node:util";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTRACTS } from "#server/routes/routes";
import type { Catalog } from "#domain/contract/catalog";
import { healthContract } from "#domain/contract/health";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { readConfig } from "#server/config";
import { readDataset } from "#server/import/dataset";
import { loadDataset } from "#server/import/load/load";
import type { LoadSummary } from "#server/import/load/load_summary";
import { startServer, type RunningServer } from "#server/running_server";
import { publish } from "#server/release/publish";
import { CANARIES, canariesIn, FILES, ID_NUMBER, KEY, NAME } from "./canaries.ts";
import { pathOf, SILENT } from "./running.ts";

const OF_VILLAGES = { indicator: "mpi", period: "2020", level: "village" };
const PAIR = { need: "mpi@2020", other: "medical_insurance_coverage@2020", level: "village" };
/** By contract a question that it answers in full; none where it needs no query. */
const ANSWERED: Readonly<Record<string, Record<string, string>>> = {
  values: OF_VILLAGES,
  classes: OF_VILLAGES,
  trends: { indicator: "mpi", level: "village" },
  pairs: PAIR,
  pairAreas: PAIR,
  set: { codes: "V1", indicator: "mpi" },
  nearSet: { codes: "V1", level: "village", km: "5" },
  tile: { c: "mpi@2020" },
  "tile-values": { c: "mpi@2020" },
  columns: { indicators: "mpi", period: "2020", level: "village" },
  workbook: { columns: "mpi@2020", level: "village" },
  certificate: { edition: "public" },
  withheld: OF_VILLAGES,
  planningScenarios: { area: "V1" },
  adoptedPlans: { area: "V1" },
};
/** Contracts about what this dataset has none of. */
const NOTHING_THERE: ReadonlySet<string> = new Set([
  "facility",
  "thing-tile",
  "context-tile",
  "planningSituation",
  "planningRun",
  "planningRunFile",
  "report",
  "reportPhoto",
  "teacherPlan",
  "teacherPlanFile",
]);

describe.each(DATABASES)("a register of canaries in the $name database", (kind) => {
  let test: TestDatabase;
  let server: RunningServer;
  let folder: string;
  let summary: LoadSummary;
  let dry: LoadSummary | null;
  let storedAfterDryRun: number;
  let log = "";
  let progress = "";

  const importProfile = async (name: string, isDry = false): Promise<LoadSummary | null> => {
    const onProgress = ({ what }: { what: string }): void => void (progress += `${what}\n`);
    const { input, findings } = await readDataset(path.join(folder, name), {
      database: test.database,
      onProgress,
    });
    progress += JSON.stringify(findings);
    return input && loadDataset(test.database, input, { ...SILENT, dryRun: isDry, findings, onProgress });
  };

  beforeAll(async () => {
    test = await kind.open();
    folder = await mkdtemp(path.join(tmpdir(), "village-lens-canaries-"));
    for (const [name, text] of Object.entries(FILES)) await writeFile(path.join(folder, name), text);
    dry = await importProfile("profile.yaml", true);
    const { rows } = await test.database.knex.raw<{ rows: unknown[] }>("select from register.household");
    storedAfterDryRun = rows.length;
    summary = (await importProfile("profile.yaml"))!;
    await publish(test.database, "canaries");
    const stream = new PassThrough();
    stream.on("data", (chunk: Buffer) => (log += chunk.toString()));
    server = await startServer(
      { ...readConfig({}), port: 0, dataDir: test.config.dataDir },
      { ...test.database, close: async () => undefined },
      pino({ level: "trace" }, stream),
    );
  });
  afterAll(async () => {
    await server?.stop();
    await test.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it("stores what it is given, and nothing in a dry run", async () => {
    expect(dry).toMatchObject({ isDryRun: true, register: { state: "new", households: 3, persons: 4 } });
    expect(storedAfterDryRun).toBe(0);
    const stored = await test.database.knex.raw<{ rows: Record<string, string>[] }>(
      "select distinct head_name, id_number, household_key from register.household join register.person using (household_key) order by 3",
    );
    expect(Object.values(stored.rows[0]!)).toEqual([NAME, ID_NUMBER, KEY]);
  });

  it("is refused by the database to what endpoints read through; embedded the server reports that it is not", async () => {
    const { database } = healthContract.response.parse(
      await (await fetch(`${server.url}/api/health`)).json(),
    );
    const isBarred = kind.name === "native";
    expect(database.registerBarred).toBe(isBarred);
    expect(log.includes("only the code keeps reads out of the household register")).toBe(!isBarred);
    if (!isBarred) return;
    const { rows } = await test.database.knex.raw<{ rows: { sql: string }[] }>(
      `select format('select * from register.%I limit 1', relname) as sql
       from pg_class where relnamespace = 'register'::regnamespace and relkind in ('r', 'v')
       union all
       select format('select * from register.%I(%s)', proname,
                     (select string_agg('null::' || format_type(t, null), ', ') from unnest(proargtypes) t))
       from pg_proc where pronamespace = 'register'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(6);
    for (const { sql } of rows) {
      await test.database.knex.raw(sql);
      await expect(server.reads.pool.query(sql), sql).rejects.toThrow(
        /^permission denied for schema register$/,
      );
    }
    for (const sql of ["select from fact.batch", "reset role; select from register.person"])
      await expect(server.reads.pool.query(sql), sql).rejects.toThrow(/permission denied/);
  });

  it("names row, column and rule of what is wrong, and never what stands there", () => {
    expect(summary).toMatchObject({ register: { households: 3, persons: 4 }, hasErrors: false });
    const found = summary.findings.map(({ rule, row, column }) => [rule, row, column].join(" ").trim());
    expect(found).toEqual(
      expect.arrayContaining([
        "unknown_area_code 3",
        "malformed_period 4",
        "duplicate_household 5",
        "household_without_members 7",
        "not_yes_or_no 6 registered",
        "code_unknown 6 state",
        "number_out_of_range 6 score",
        "not_a_number 6 income",
        "duplicate_person 4",
        "person_without_household 6",
        "not_a_number 5 years",
      ]),
    );
    // Each is looked for in its file.
    const fileOf = (rule: string) => summary.findings.find((finding) => finding.rule === rule)?.file;
    expect(fileOf("duplicate_household")).toBe("households.csv");
    expect(fileOf("duplicate_person")).toBe("persons.csv");
    expect(fileOf("person_without_household")).toBe("persons.csv");
    expect(summary.findings).toContainEqual(
      expect.objectContaining({ column: "registered", row: 6, action: "taken as not registered" }),
    );
    expect(summary.findings.map(({ value }) => value).filter((value) => value !== null)).toEqual([]);
    expect(canariesIn(JSON.stringify(summary) + progress)).toEqual([]);
  });

  it("counts the records, and keeps what is not known out of the index", async () => {
    const { rows } = await test.database.knex.raw<{
      rows: { area_code: string; measure: string; x: number }[];
    }>(
      `select area_code, b.measures[at] as measure, x from fact.batch b
       join fact.measure_value v on v.batch = b.id, lateral unnest(v.value) with ordinality as u (x, at)
       where b.table_id = 'register' and coalesce(v.missing[at], 0) = 0`,
    );
    const of = (code: string, measure: string): number | undefined =>
      rows.find((row) => row.area_code === code && row.measure === measure)?.x;
    // V1: two people below the line with 3000 each, one above; the two are deprived in everything but nothing unknown.
    expect(
      ["persons", "poor_persons", "income_gap_fen", "squared_income_gap"].map((id) => of("V1", id)),
    ).toEqual([3, 2, 200_000, 20_000]);
    expect(of("V1", "deprivation_scored_persons")).toBe(3);
    expect(of("V1", "multidimensionally_poor_persons")).toBe(2);
    expect(of("V1", "poor_persons_deprived_in_school_attendance")).toBe(2);
    expect(of("V1", "monitored_marginal_households")).toBe(1);
    // V2: nothing of its one household could be read.
    expect(of("V2", "persons")).toBe(1);
    expect(of("V2", "deprivation_scored_persons")).toBe(0);
    expect(of("V2", "poor_persons")).toBeUndefined();
  });

  it("answers no request with a canary: endpoints, tables, tiles, exports, errors, log", async () => {
    const get = async (url: string): Promise<string> => {
      const response = await fetch(server.url + url);
      return `${[...response.headers].join()} ${Buffer.from(await response.arrayBuffer()).toString("latin1")}`;
    };
    const catalog = JSON.parse((await get("/api/catalog")).replace(/^.*? (?=\{)/s, "")) as Catalog;
    expect(catalog.indicators.length).toBeGreaterThan(10);
    const seen: string[] = [];
    const leaking: string[] = [];
    const crawl = async (url: string): Promise<void> => {
      seen.push(url);
      const text = await get(url);
      if (canariesIn(text).length > 0) leaking.push(url);
    };
    for (const { id } of catalog.indicators)
      for (const level of ["county", "village"])
        for (const format of ["json", "csv"])
          await crawl(`/api/values?${new URLSearchParams({ indicator: id, period: "2020", level, format })}`);
    const queries: Record<string, string>[] = [
      {},
      { q: "V" },
      { indicator: "mpi", period: "2020", level: "village" },
      ...CANARIES.map((canary) => ({ q: `not ${canary.slice(0, 3)}`, indicator: "mpi", level: "village" })),
    ];
    const params = {
      code: "V1",
      release: "1",
      edition: "internal",
      level: "village",
      z: "0",
      x: "0",
      y: "0",
      layer: "roads",
      address: "1",
      id: "1",
    };
    // The tile of the least zoom that holds [0.5, 0.5], just north-east of the middle of the world.
    const { minzoom } = (await (await fetch(`${server.url}/tiles/1/internal/village.json`)).json()) as {
      minzoom: number;
    };
    const half = 2 ** (minzoom - 1);
    const tile =
      minzoom === 0 ? {} : { z: String(minzoom), x: String(Math.floor(half)), y: String(half - 1) };
    const withIndicator = { ...params, ...tile, boundary: String(catalog.boundaryVersion), indicator: "mpi" };
    for (const contract of CONTRACTS.filter(({ method }) => method === "GET")) {
      // A stream does not end: its beginning is read.
      if (contract.id === "events") {
        const { body } = await fetch(server.url + contract.path);
        const reader = body!.getReader();
        expect(canariesIn(Buffer.from((await reader.read()).value!).toString())).toEqual([]);
        await reader.cancel();
        continue;
      }
      for (const query of queries) await crawl(pathOf(contract, query, withIndicator));
      // Each is also asked what it answers in full.
      const asked = pathOf(contract, ANSWERED[contract.id] ?? {}, withIndicator);
      const answer = await fetch(server.url + asked);
      expect(Math.floor(answer.status / 100), asked).toBe(NOTHING_THERE.has(contract.id) ? 4 : 2);
      expect((await answer.arrayBuffer()).byteLength, asked).toBeGreaterThan(0);
      await crawl(asked);
      for (const media of contract.also ?? []) {
        const format = media.replace("text/", "");
        const also = pathOf(contract, { ...ANSWERED[contract.id], format }, withIndicator);
        if (!NOTHING_THERE.has(contract.id)) expect((await fetch(server.url + also)).status, also).toBe(200);
        await crawl(also);
      }
    }
    for (const measure of catalog.measures.map(({ id }) => id))
      await crawl(`/api/areas/V1/profile?measure=${measure}`);
    for (const url of [
      "/api/openapi.json",
      "/api/nothing",
      "/register/household",
      "/api/areas?parent=register.household",
      "/tiles/1/internal/village/0/0/0.mvt?c=register.household",
      `/tiles/1/internal/village/0/0/0?c=mpi@2020`,
      "/",
    ])
      await crawl(url);
    expect(seen.length).toBeGreaterThan(100);
    expect(leaking).toEqual([]);
    expect(log).not.toBe("");
    expect(canariesIn(log)).toEqual([]);
  });

  it("quotes nothing when a file is broken, or the database refuses", async () => {
    const broken = FILES["profile.yaml"]!.replace("persons.csv", "broken.csv");
    await writeFile(
      path.join(folder, "broken.csv"),
      `village,year,key,number\nV1,2020,${KEY},1,"${NAME}" "x\n`,
    );
    await writeFile(path.join(folder, "broken.yaml"), broken.replaceAll(/, name: name.*?work \}/gs, " }"));
    const load = await importProfile("broken.yaml", true);
    expect(load?.hasErrors ?? true).toBe(true);
    expect(canariesIn(progress + JSON.stringify(load))).toEqual([]);

    const { input } = await readDataset(path.join(folder, "profile.yaml"), {
      database: test.database,
      onProgress: SILENT.onProgress,
    });
    const register = input!.register!;
    const refused = await loadDataset(
      test.database,
      {
        ...input!,
        register: {
          ...register,
          checksum: "another",
          // No database stores a text with a zero in it.
          async *persons() {
            for await (const rows of register.persons())
              yield rows.map((row) => ({ ...row, name: `${NAME}\0` }));
          },
        },
      },
      SILENT,
    ).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "RegisterError", code: "22021" });
    expect(canariesIn(inspect(refused, { depth: 9, showHidden: true }))).toEqual([]);
    const { rows } = await test.database.knex.raw<{ rows: { checksum: string }[] }>(
      "select checksum from fact.batch where state = 'current' and table_id = 'register' and exists (select from register.person)",
    );
    expect(rows).toEqual([{ checksum: register.checksum }]);
  });
});
