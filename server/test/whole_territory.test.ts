// A territory with several areas at its top has a whole all the same: an area, its profile, what lies in it, its change.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { areaContract, areasContract, profileContract } from "#domain/contract/areas";
import { catalogContract } from "#domain/contract/catalog";
import { classesContract, valuesContract } from "#domain/contract/values";
import { WHOLE } from "#domain/whole";
import { loadDataset } from "#server/import/load/load";
import { publish } from "#server/release/publish";
import { DATABASES } from "#sql/test/databases";
import { openReading } from "./reading.ts";
import { asking, serveDatabase, SILENT, type Asking } from "./running.ts";
import { LEVELS } from "./trial_profile.ts";

const PROFILE = `${LEVELS.replace("v.json, code: CODE", "v.csv, code: code")}measures:
  - { id: rate, label: rate, unit: share, statistic: true }
indicators:
  - { id: all_poor, lens: poverty, label: poor, sum: poor_persons, unit: persons, polarity: higher-is-worse }
  - { id: estimate, lens: supply, label: estimate, statistic: rate, unit: share, weight: persons }
tables:
  - { id: t, file: t.csv, level: village, key: code, period: { column: year }, columns: { persons: people, poor_persons: poor, rate: rate } }
`;
const TABLE = `code,year,people,poor,rate
A11,2020,100,10,0.1
A12,2020,300,90,0.5
A21,2020,50,1,0.25
B11,2020,550,99,0.2
A11,2021,100,8,0.1
B11,2021,550,90,0.2
`;
const [, kind] = DATABASES;

describe("the whole of several top areas", () => {
  const reading = openReading(kind!);
  let server: Awaited<ReturnType<typeof serveDatabase>>;
  let ask: Asking["ask"];
  let refuse: Asking["refuse"];
  beforeAll(async () => {
    const { input } = await reading.readFiles(PROFILE, {
      "v.csv": "code\nA11\nA12\nA21\nB11\n",
      "t.csv": TABLE,
    });
    await loadDataset(reading.test.database, input!, SILENT);
    await publish(reading.test.database, "whole");
    server = await serveDatabase(reading.test.database, reading.test.config);
    ({ ask, refuse } = asking(() => server.url));
  });
  afterAll(() => server?.stop());

  const indicatorIn = async (id: string, period: string) =>
    (await ask(profileContract, { period }, { code: WHOLE })).indicators.find(
      ({ indicator }) => indicator === id,
    )!;

  it("is named by the catalogue, has the name of the dataset, and no place where nothing is drawn", async () => {
    const { rootCode, isDrawn } = await ask(catalogContract);
    expect([rootCode, isDrawn]).toEqual([WHOLE, false]);
    expect(await ask(areaContract, {}, { code: WHOLE })).toMatchObject({
      names: { en: "Trial" },
      parents: [],
      childCount: 3,
      childLevel: "town",
      bbox: null,
    });
  });

  it("has the sums of its top areas, divided once", async () => {
    expect(await indicatorIn("headcount_ratio", "2020")).toMatchObject({
      value: 0.2,
      numerator: 200,
      denominator: 1000,
      coverage: 1,
    });
    const later = await indicatorIn("headcount_ratio", "2021");
    expect(later).toMatchObject({ numerator: 98, denominator: 650, coverage: 0.5 });
    expect(later).not.toHaveProperty("rank");
    const { measures } = await ask(profileContract, { period: "2020" }, { code: WHOLE });
    expect(measures).toMatchObject({ persons: 1000, poor_persons: 200 });
  });

  it("compares only what both periods count", async () => {
    expect((await indicatorIn("all_poor", "2021")).common).toEqual({ since: "2020", coverage: 0.5, by: -11 });
  });

  it("has a statistic by its weight", async () => {
    const { value } = await indicatorIn("estimate", "2020");
    expect(value).toBeCloseTo((100 * 0.1 + 300 * 0.5 + 50 * 0.25 + 550 * 0.2) / 1000, 12);
  });

  it("holds every area", async () => {
    const inside = await ask(areasContract, { parent: WHOLE });
    expect(inside.areas.map(({ code }) => code)).toEqual(["A1", "A2", "B1"]);
    expect((await ask(areasContract, { parent: WHOLE, level: "village" })).total).toBe(4);
    expect((await ask(areasContract, { parent: WHOLE, q: "B1" })).areas.map(({ code }) => code)).toContain(
      "B1",
    );
    const column = { indicator: "headcount_ratio", period: "2020", level: "village" };
    const { areas } = await ask(valuesContract, { ...column, parent: WHOLE });
    expect(areas).toEqual((await ask(valuesContract, column)).areas);
  });

  it("is what a change of the level is a part of", async () => {
    const column = { indicator: "headcount_ratio", period: "2020..2021", level: "town" };
    const { change } = await ask(classesContract, column);
    expect(change!.whole).toBeCloseTo(98 / 650 - 0.2, 12);
  });

  it("is no area where there is a single top one", async () => {
    expect((await refuse("/api/areas/nowhere")).status).toBe(404);
  });
});
