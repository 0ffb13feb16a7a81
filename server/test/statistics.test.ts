// Figures that are no counts: an official estimate with its error and a score, with decimals, each of its own level.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { profileContract } from "#domain/contract/areas";
import { packCodes } from "#domain/area_set_codec";
import { catalogContract } from "#domain/contract/catalog";
import { setContract } from "#domain/contract/sets";
import { valuesContract } from "#domain/contract/values";
import { loadDataset } from "#server/import/load/load";
import { publish } from "#server/release/publish";
import { DATABASES } from "#sql/test/databases";
import { openReading } from "./reading.ts";
import { asking, serveDatabase, SILENT, type Asking } from "./running.ts";
import { collection, LEVELS, ringsOf } from "./trial_profile.ts";

const VILLAGES = ["A11", "A12", "A21", "A22"];
const AREAS = {
  "v.json": collection(VILLAGES.map((code, at) => ({ code, coordinates: ringsOf(at, 0) }))),
};
const PROFILE = `currency: KHR
${LEVELS}measures:
  - { id: rate, label: estimated poverty rate, unit: share, statistic: true }
  - { id: rate_se, label: standard error, unit: share, statistic: true }
  - { id: wellbeing, label: score, unit: score, statistic: true }
indicators:
  - { id: poverty_rate, lens: poverty, label: estimated poverty rate, statistic: rate, unit: share, weight: persons, error: { standard_error: rate_se }, polarity: higher-is-worse }
  - { id: wellbeing_score, lens: supply, label: score of well-being, statistic: wellbeing, unit: score }
  - { id: all_funds, lens: help, label: funds, sum: funds_paid_fen, unit: money }
tables:
  - { id: estimates, file: e.csv, level: village, key: code, period: "2020", columns: { rate: { expr: "RATE / 100" }, rate_se: { expr: "SE / 100" }, wellbeing: SCORE, persons: POP, funds_paid_fen: { expr: "RIEL * 100" } } }
  - { id: districts, file: d.csv, level: town, key: code, period: "2020", columns: { rate: RATE } }
`;

const [, kind] = DATABASES;

describe("statistics", () => {
  const reading = openReading(kind!);
  let server: Awaited<ReturnType<typeof serveDatabase>>;
  let ask: Asking["ask"];
  let rules: string[];
  beforeAll(async () => {
    const { input, findings } = await reading.readFiles(PROFILE, {
      ...AREAS,
      "e.csv":
        "code,RATE,SE,SCORE,POP,RIEL\nA11,12.5,1.25,-0.37,100,5000\nA12,40.25,16,2.5,300,1\nA21,7.125,0.5,1.75,50,0\nA22,,,n/a,10,2\n",
      "d.csv": "code,RATE\nA2,0.0625\n",
    });
    rules = findings.filter(({ severity }) => severity !== "note").map(({ rule }) => rule);
    await loadDataset(reading.test.database, input!, SILENT);
    await publish(reading.test.database, "statistics");
    server = await serveDatabase(reading.test.database, reading.test.config);
    ({ ask } = asking(() => server.url));
  });
  afterAll(() => server?.stop());

  const at = async (indicator: string, level: string) =>
    (await ask(valuesContract, { indicator, period: "2020", level })).areas;

  it("are read with their decimals, below zero too", async () => {
    expect(rules).toEqual([]);
    expect((await at("poverty_rate", "village")).map(({ value, missing }) => value ?? missing)).toEqual([
      0.125,
      0.4025,
      0.07125,
      "not-surveyed",
    ]);
    const scores = await at("wellbeing_score", "village");
    expect(scores.map(({ value }) => value)).toEqual([-0.37, 2.5, 1.75, undefined]);
    for (const score of scores) expect(score).not.toHaveProperty("numerator");
  });

  it("have the interval and the reliability that their office states", async () => {
    const [sure, unsure] = await at("poverty_rate", "village");
    expect(sure).toMatchObject({ reliability: "reliable" });
    expect(sure!.ciLow).toBeCloseTo(0.125 - 1.96 * 0.0125, 4);
    expect(unsure).toMatchObject({ reliability: "unreliable" });
    expect(unsure).not.toHaveProperty("rankFirst");
  });

  it("are of their own level: a stated figure stays, a mean is weighted, and without a weight there is none", async () => {
    const [first, second] = await at("poverty_rate", "town");
    expect(first!.value).toBeCloseTo((100 * 0.125 + 300 * 0.4025) / 400, 12);
    expect(second).toMatchObject({ value: 0.0625 });
    expect((await at("wellbeing_score", "town")).map(({ missing }) => missing)).toEqual([
      "not-surveyed",
      "not-surveyed",
    ]);
  });

  it("stay what they are in profile, set and catalogue", async () => {
    const { indicators } = await ask(profileContract, { period: "2020" }, { code: "A11" });
    const entry = indicators.find(({ indicator }) => indicator === "poverty_rate")!;
    expect(entry).toMatchObject({ value: 0.125, reliability: "reliable" });
    expect(entry).not.toHaveProperty("numerator");
    const set = await ask(setContract, {
      codes: packCodes(["A11", "A21"]),
      indicator: "poverty_rate",
      period: "2020",
    });
    const inSet = (id: string) => set.indicators.find(({ indicator }) => indicator === id)!;
    expect(inSet("poverty_rate").value).toBeCloseTo((100 * 0.125 + 50 * 0.07125) / 150, 12);
    expect(inSet("wellbeing_score")).toMatchObject({ missing: "not-applicable" });
    const catalog = await ask(catalogContract);
    expect(catalog.currency).toBe("KHR");
    expect(catalog.indicators.find(({ id }) => id === "wellbeing_score")).toMatchObject({
      statistic: {},
      rollUp: "own_level",
    });
  });

  it("are refused where they would be added up, and counts where a statistic is asked for", async () => {
    const errorsOf = async (profile: string): Promise<string[]> => {
      const { findings } = await reading.readFiles(profile, AREAS);
      return findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
    };
    expect(await errorsOf(PROFILE.replace("sum: funds_paid_fen", "sum: rate"))).toEqual([
      expect.stringContaining('measure "rate" is a statistic, which does not add up'),
    ]);
    expect(await errorsOf(PROFILE.replace("statistic: wellbeing,", "statistic: persons,"))).toEqual([
      expect.stringContaining('measure "persons" is no statistic'),
    ]);
    expect(
      await errorsOf(
        PROFILE.replace(
          'period: "2020", columns: { rate: RATE',
          'period: "2020", rows: sum, columns: { rate: RATE',
        ),
      ),
    ).toEqual([expect.stringContaining('"rate" is a statistic, of which rows cannot be added or counted')]);
    expect(await errorsOf(PROFILE.replace("currency: KHR", "currency: RIEL"))).toEqual([
      expect.stringContaining("a currency is a code of ISO 4217, such as CNY, KHR, PHP"),
    ]);
  });
});
