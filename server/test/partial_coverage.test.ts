// A period in which only some villages are counted is neither shown nor compared as if all were.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { profileContract } from "#domain/contract/areas";
import { valuesContract } from "#domain/contract/values";
import { loadDataset } from "#server/import/load/load";
import { publish } from "#server/release/publish";
import { DATABASES } from "#sql/test/databases";
import { openReading } from "./reading.ts";
import { asking, serveDatabase, SILENT, type Asking } from "./running.ts";
import { collection, LEVELS, ringsOf } from "./trial_profile.ts";

const CODES = ["A11", "A12", "A13", "A14", "A15", "A16"];
const PROFILE = `${LEVELS}indicators:
  - { id: all_pupils, lens: supply, label: pupils, sum: pupils, unit: pupils }
tables:
  - { id: pupils, file: t.csv, level: village, key: code, period: { column: year }, columns: { pupils: pupils } }
`;
const rows = (year: number, counts: readonly number[], first = 0): string[] =>
  counts.map((count, at) => `${CODES[first + at]},${year},${count}`);
const TABLE_2020_TO_2023 = [
  "code,year,pupils",
  ...rows(2020, [100, 200, 300, 400, 500, 600]),
  ...rows(2021, [110, 190]), // two of six
  ...rows(2022, [120, 180]), // the same two
  ...rows(2023, [7, 8, 9, 10], 2), // the other four
].join("\n");

const [, kind] = DATABASES;

describe("partial coverage", () => {
  const reading = openReading(kind!);
  let server: Awaited<ReturnType<typeof serveDatabase>>;
  let findings: Awaited<ReturnType<typeof reading.readFiles>>["findings"];
  let ask: Asking["ask"];
  beforeAll(async () => {
    const read = await reading.readFiles(PROFILE, {
      "v.json": collection(CODES.map((code, at) => ({ code, coordinates: ringsOf(at, 0) }))),
      "t.csv": TABLE_2020_TO_2023,
    });
    ({ findings } = read);
    await loadDataset(reading.test.database, read.input!, SILENT);
    await publish(reading.test.database, "partial");
    server = await serveDatabase(reading.test.database, reading.test.config);
    ({ ask } = asking(() => server.url));
  });
  afterAll(() => server?.stop());

  const townIn = async (period: string) =>
    (await ask(valuesContract, { indicator: "all_pupils", period, level: "town" })).areas[0]!;
  const profileIn = async (period: string, query: Record<string, string> = {}) => {
    const { indicators } = await ask(profileContract, { period, ...query }, { code: "A1" });
    return indicators.find(({ indicator }) => indicator === "all_pupils")!;
  };

  it("is reported by the import, period by period", () => {
    const partial = findings.filter(({ rule }) => rule === "partial_period");
    expect(partial.map(({ file, value, severity }) => [file, value, severity])).toEqual([
      ["t.csv", "2021", "warning"],
      ["t.csv", "2022", "warning"],
      ["t.csv", "2023", "warning"],
    ]);
    expect(partial[0]!.message).toBe(
      "2021 has no row for 4 of the 6 areas that other periods have one for: A13, A14, A15, A16",
    );
  });

  it("stands beside the number", async () => {
    expect(await townIn("2021")).toMatchObject({ value: 300, coverage: 0.333333 });
    expect((await profileIn("2021")).trend.map(({ period, coverage }) => [period, coverage])).toEqual([
      ["2020", undefined],
      ["2021", 0.333333],
      ["2022", 0.333333],
      ["2023", 0.666667],
    ]);
  });

  it("gives changes of the areas that both periods count, and says how many these are", async () => {
    expect(await townIn("2020..2021")).toMatchObject({ value: 0, coverage: 0.333333 });
    expect(await townIn("2021..2022")).toMatchObject({ value: 0, coverage: 0.333333 });
    expect(await townIn("2020..2023")).toMatchObject({ value: -1766, coverage: 0.666667 });
    expect((await profileIn("2021")).common).toEqual({ since: "2020", coverage: 0.333333, by: 0 });
    expect((await profileIn("2023", { since: "2020" })).common).toEqual({
      since: "2020",
      coverage: 0.666667,
      by: -1766,
    });
  });

  it("gives no change where nothing is counted in both", async () => {
    const change = await townIn("2022..2023");
    expect(change).toMatchObject({ missing: "not-applicable" });
    expect(change).not.toHaveProperty("value");
    expect((await profileIn("2023")).common).toEqual({ since: "2022", coverage: 0 });
  });

  it("has a value of the period before only where the areas are the same", async () => {
    expect(await townIn("2021")).not.toHaveProperty("previous");
    expect(await townIn("2022")).toMatchObject({ previous: 300 });
    expect(await townIn("2023")).not.toHaveProperty("previous");
    const { previousPeriod } = await ask(valuesContract, {
      indicator: "all_pupils",
      period: "2023",
      level: "village",
    });
    expect(previousPeriod).toBe("2022");
  });
});
