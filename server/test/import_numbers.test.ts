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
});
