// A full count is ranked and called one, whatever the built-in indicator may be elsewhere; a table can say that it is a sample.

import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { profileContract } from "#domain/contract/areas";
import { catalogContract } from "#domain/contract/catalog";
import { valuesContract } from "#domain/contract/values";
import { loadDataset } from "#server/import/load/load";
import { publish } from "#server/release/publish";
import { DATABASES } from "#sql/test/databases";
import { openReading } from "./reading.ts";
import { asking, serveDatabase, SILENT, type Asking } from "./running.ts";
import { collection, LEVELS, ringsOf } from "./trial_profile.ts";

const EXAMPLE = fileURLToPath(new URL("../../seeds/profiles/example/profile.yaml", import.meta.url));
const [, kind] = DATABASES;

describe("the shipped example", () => {
  const reading = openReading(kind!);
  let server: Awaited<ReturnType<typeof serveDatabase>>;
  let ask: Asking["ask"];
  beforeAll(async () => {
    const { input } = await reading.read(path.normalize(EXAMPLE));
    await loadDataset(reading.test.database, input!, SILENT);
    await publish(reading.test.database, "example");
    server = await serveDatabase(reading.test.database, reading.test.config);
    ({ ask } = asking(() => server.url));
  });
  afterAll(() => server?.stop());

  it("is a full count, and ranked", async () => {
    const { indicators, periods } = await ask(catalogContract);
    expect(indicators.find(({ id }) => id === "headcount_ratio")).not.toHaveProperty("sampling");
    const period = periods.at(-1)!;
    const { areas } = await ask(valuesContract, { indicator: "headcount_ratio", period, level: "village" });
    const valued = areas.filter(({ value }) => value !== undefined);
    expect(valued.length).toBeGreaterThan(1);
    for (const { rankFirst, rankLast, reliability } of valued) {
      expect(rankFirst).toBeGreaterThan(0);
      expect(rankLast).toBeGreaterThanOrEqual(rankFirst!);
      expect(reliability).toBeUndefined();
    }
    const profile = await ask(profileContract, { period }, { code: valued[0]!.code });
    expect(profile.indicators.find(({ indicator }) => indicator === "headcount_ratio")!.rank).toBeGreaterThan(
      0,
    );
  });
});

describe("a survey in one year and a census in the next", () => {
  const reading = openReading(kind!);
  let server: Awaited<ReturnType<typeof serveDatabase>>;
  let ask: Asking["ask"];
  beforeAll(async () => {
    const { input } = await reading.readFiles(
      `${LEVELS}measures: [{ id: bad_households, label: bad, unit: households }, { id: asked, label: asked, unit: households }, { id: known, label: known, unit: households }]
indicators:
  - { id: roofless, lens: poverty, label: households without a roof, ratio: [bad_households, rural_households] }
tables:
  - id: survey
    file: t.csv
    level: village
    key: code
    period: "2019"
    sample: { sample: asked, population: known }
    columns: { bad_households: bad, rural_households: of, asked: of, known: all }
  - { id: census, file: c.csv, level: village, key: code, period: "2020", columns: { bad_households: bad, rural_households: of } }
`,
      {
        "v.json": collection([
          { code: "A11", coordinates: ringsOf(0, 0) },
          { code: "A12", coordinates: ringsOf(1, 0) },
        ]),
        "t.csv": "code,bad,of,all\nA11,20,50,100\nA12,10,50,400\n",
        "c.csv": "code,bad,of\nA11,41,100\nA12,77,400\n",
      },
    );
    await loadDataset(reading.test.database, input!, SILENT);
    await publish(reading.test.database, "survey");
    server = await serveDatabase(reading.test.database, reading.test.config);
    ({ ask } = asking(() => server.url));
  });
  afterAll(() => server?.stop());

  it("has intervals in the year of the survey alone", async () => {
    const { indicators } = await ask(catalogContract);
    expect(indicators.find(({ id }) => id === "roofless")).toMatchObject({
      sampling: { sample: "asked", population: "known" },
      sampledIn: ["2019"],
    });
    const inYear = async (period: string) =>
      (await ask(valuesContract, { indicator: "roofless", period, level: "village" })).areas;
    const [sampled] = await inYear("2019");
    expect(sampled).toMatchObject({ value: 0.4, reliability: "reliable" });
    expect(sampled!.ciLow).toBeLessThan(0.4);
    const counted = await inYear("2020");
    expect(counted.map(({ reliability, rankFirst, ciLow }) => [reliability, rankFirst, ciLow])).toEqual([
      ["full-count", 1, undefined],
      ["full-count", 2, undefined],
    ]);
  });
});
