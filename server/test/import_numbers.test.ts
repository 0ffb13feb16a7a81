// Numbers of a table as offices write them: per cent, more than there are, damaged codes, words.

import { describe, expect, it } from "vitest";
import { rowsOf } from "#seeds/demo/fixtures/gathered";
import { DATABASES } from "#sql/test/databases";
import { collection, LEVELS, ringsOf } from "./trial_profile.ts";
import { openReading } from "./reading.ts";

const VILLAGES = collection([
  { code: "A11", coordinates: ringsOf(0, 0) },
  { code: "A12", coordinates: ringsOf(1, 0) },
  { code: "A13", coordinates: ringsOf(2, 0) },
]);
const POOR = `${LEVELS}tables:
  - id: t
    file: t.csv
    level: village
    key: code
    period: "2020"
    columns: { persons: people, poor_persons: { expr: "round(people * share)" } }
`;

describe.each(DATABASES)("numbers on $name", (kind) => {
  const { readFiles } = openReading(kind);
  const read = (profile: string, table: string) => readFiles(profile, { "v.json": VILLAGES, "t.csv": table });

  it("in per cent are shares, also in an expression, and the column is said to be in per cent", async () => {
    const { input, findings } = await read(
      POOR,
      "code,people,share\nA11,100,8.0%\nA12,200,12.5%\nA13,50,0\n",
    );
    expect((await rowsOf(input!, "t")).map(({ values }) => values)).toEqual([
      [100, 8],
      [200, 25],
      [50, 0],
    ]);
    expect(findings).toEqual([
      {
        severity: "note",
        rule: "per_cent",
        file: "t.csv",
        row: null,
        column: "share",
        value: "8.0%",
        message: "the column is written in per cent, in 2 cells",
        action: "read as shares: 8.0% is 0.08",
      },
    ]);
  });

  it("in per cent and plain in one column are an error that shows both", async () => {
    const { input, findings } = await read(POOR, "code,people,share\nA11,100,8.0%\nA12,200,8.0\nA13,50,5%\n");
    expect(input).toBeNull();
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([
      {
        rule: "per_cent_mixed",
        column: "share",
        row: 2,
        value: "8.0",
        message:
          'the column mixes notations: per cent in 2 cells, such as "8.0%" in row 1; plain numbers in 1 cells, such as "8.0" in row 2',
      },
    ]);
  });

  it("above what they are a share of are taken with the rest of their row, and reported as the indicator says", async () => {
    const profile = `${LEVELS}indicators:
  - { id: cash, lens: help, label: Cash, ratio: [visits_on_time, households], mayExceedOne: true }
measures:
  - { id: households, label: Households, unit: households }
tables:
  - { id: t, file: t.csv, level: village, key: code, period: "2020", columns: { persons: people, poor_persons: poor, visits_on_time: cash, households: homes } }
`;
    const { input, findings } = await read(
      profile,
      "code,people,poor,cash,homes\nA11,95,120,30,20\nA12,95,95,20,20\nA13,5,0,1,2\n",
    );
    expect((await rowsOf(input!, "t"))[0]).toEqual({
      code: "A11",
      period: "2020",
      values: [95, 120, 30, 20],
    });
    expect(findings).toMatchObject([
      {
        severity: "warning",
        rule: "rate_above_one",
        row: 1,
        column: "headcount_ratio",
        value: "A11",
        message: '"A11" in 2020: headcount_ratio is 120 / 95',
      },
      {
        severity: "note",
        rule: "coverage_above_one",
        row: 1,
        column: "cash",
        message: '"A11" in 2020: cash is 30 / 20',
      },
    ]);
  });

  const PEOPLE = `${LEVELS}tables:
  - { id: t, file: t.csv, level: village, key: code, period: "2020", columns: { persons: people } }
`;
  const DIGITS = collection([
    { code: "110001", coordinates: ringsOf(0, 0) },
    { code: "110002", coordinates: ringsOf(1, 0) },
    { code: "110003", coordinates: ringsOf(2, 0) },
  ]);

  it("that are codes are mended where a spreadsheet marked them, and left out where their digits are gone", async () => {
    const { input, findings } = await readFiles(PEOPLE, {
      "v.json": DIGITS,
      "t.csv": "code,people\n110001.0,1\n'110002,2\n1.1E+05,3\n",
    });
    expect((await rowsOf(input!, "t")).map(({ code, values }) => [code, values[0]])).toEqual([
      ["110001", 1],
      ["110002", 2],
    ]);
    expect(findings.map(({ rule, row, action }) => [rule, row, action])).toEqual([
      ["code_mended", 1, "read as 110001"],
      ["code_mended", 2, "read as 110002"],
      ["code_damaged", 3, "the row was left out; format the column as text"],
      ["not_surveyed", null, "the area is not-surveyed"],
    ]);
  });

  it("in words are read as the documents say", async () => {
    const { input, findings } = await read(PEOPLE, "code,people\nA11,无\nA12,/\nA13,1204人\n");
    expect((await rowsOf(input!, "t")).map(({ values }) => values[0])).toEqual([
      "not-surveyed",
      "not-surveyed",
      1204,
    ]);
    expect(findings.map(({ rule, value }) => [rule, value])).toEqual([
      ["value_missing", "无"],
      ["value_missing", "/"],
      ["unit_in_cell", "1204人"],
    ]);
  });

  it.each([
    ["a header alone", PEOPLE, "code,people\n", "file_empty"],
    [
      "no row that is taken",
      PEOPLE.replace("columns:", "where: people > 5, columns:"),
      "code,people\nA11,1\n",
      "table_empty",
    ],
    [
      "a pivot without a known label",
      PEOPLE.replace(
        "columns: { persons: people }",
        "pivot: { column: what, value: n, as: { people: persons } }",
      ),
      "code,what,n\nA11,pigs,1\nA12,hens,2\n",
      "pivot_unknown",
    ],
  ])("of a table with %s are an error", async (_, profile, table, rule) => {
    const { input, findings } = await read(profile, table);
    expect(input).toBeNull();
    expect(findings.filter(({ severity }) => severity === "error").map((finding) => finding.rule)).toEqual([
      rule,
    ]);
  });
});
