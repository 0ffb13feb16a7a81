// Several rows of one area: repeated, contradicting, added up, counted.

import { describe, expect, it } from "vitest";
import { rowsOf } from "#seeds/demo/fixtures/gathered";
import { DATABASES } from "#sql/test/databases";
import { collection, LEVELS, ringsOf } from "./trial_profile.ts";
import { countByRule } from "./findings.ts";
import { openReading } from "./reading.ts";

const VILLAGES = {
  "v.json": collection([
    { code: "A11", coordinates: ringsOf(0, 0) },
    { code: "A12", coordinates: ringsOf(1, 0) },
  ]),
};
const tableOf = (columns: string, rows?: string): string =>
  `${LEVELS}tables:
  - { id: t, file: t.csv, level: village, key: code, period: "2020", columns: ${columns}${rows ? `, rows: ${rows}` : ""} }
`;

describe.each(DATABASES)("rows of one area on $name", (kind) => {
  const { readFiles } = openReading(kind);
  const SCHOOLS =
    "code,school,pupils,kind\nA11,Hill,40,day\nA11,Ford,60,boarding\nA12,Mill,n/a,day\nA12,Oak,5,day\n";

  it("that differ in a cell nobody reads are an error with the ways out, unless the table says what they are", async () => {
    const { input, findings } = await readFiles(tableOf('{ schools: { expr: "1" } }'), {
      ...VILLAGES,
      "t.csv": SCHOOLS,
    });
    expect(input).toBeNull();
    expect(findings).toMatchObject([
      {
        severity: "error",
        rule: "duplicate_row",
        row: 2,
        value: "A11",
        message: '"A11" in 2020 is there already in row 1, which differs',
        action: expect.stringMatching(/rows: sum.*rows: count.*rows: one/),
      },
      { severity: "error", rule: "duplicate_row", row: 4, value: "A12" },
    ]);
  });

  it("are added up, where one that is missing makes the sum missing", async () => {
    const { input, findings } = await readFiles(tableOf("{ pupils: pupils }", "sum"), {
      ...VILLAGES,
      "t.csv": SCHOOLS,
    });
    expect(countByRule(findings)).toEqual({ value_missing: 1 });
    expect(await rowsOf(input!, "t")).toEqual([
      { code: "A11", period: "2020", values: [100] },
      { code: "A12", period: "2020", values: ["not-surveyed"] },
    ]);
  });

  it("are counted: all of them, those that hold something, those for which something is true", async () => {
    const columns = `{ schools: school, pupils: pupils, teachers: { expr: 'kind == "day"' } }`;
    const { input } = await readFiles(tableOf(columns, "count"), { ...VILLAGES, "t.csv": SCHOOLS });
    expect(await rowsOf(input!, "t")).toEqual([
      { code: "A11", period: "2020", values: [2, 2, 1] },
      { code: "A12", period: "2020", values: [2, 1, 2] },
    ]);
  });

  it("that repeat one in everything are left out with a warning that counts them, and added where rows add up", async () => {
    const twice = { ...VILLAGES, "t.csv": "code,pupils\nA11,4\nA11,4\nA12,5\nA11,4\n" };
    for (const [rows, pupils] of [
      [undefined, 4],
      ["one", 4],
      ["sum", 12],
    ] as const) {
      const { input, findings } = await readFiles(tableOf("{ pupils: pupils }", rows), twice);
      expect(findings).toMatchObject([
        {
          severity: "warning",
          rule: "identical_rows",
          row: 2,
          message: "2 rows are in everything like one before, as row 2 is like row 1",
        },
      ]);
      expect((await rowsOf(input!, "t"))[0]!.values).toEqual([pupils]);
    }
  });

  it("of which one is meant are taken where they state the same, and not at all where they contradict each other", async () => {
    const { input, findings } = await readFiles(tableOf("{ pupils: pupils }", "one"), {
      ...VILLAGES,
      "t.csv": "code,pupils,note\nA11,4,first\nA11,4,second\nA12,5,first\nA12,6,second\n",
    });
    expect(findings.map(({ severity, rule, row }) => [severity, rule, row])).toEqual([
      ["note", "duplicate_row", 2],
      ["warning", "duplicate_row", 3],
      ["warning", "duplicate_row", 4],
      ["note", "not_surveyed", null],
    ]);
    expect(await rowsOf(input!, "t")).toEqual([{ code: "A11", period: "2020", values: [4] }]);
  });

  it("of a long table are one per measure, and two labels of one measure add up where the table says so", async () => {
    const long = `${LEVELS}tables:
  - id: t
    file: t.csv
    level: village
    key: code
    period: "2020"
    pivot: { column: who, value: n, as: { boys: pupils, girls: pupils, teachers: teachers } }
`;
    const files = {
      ...VILLAGES,
      "t.csv": "code,who,n\nA11,boys,4\nA11,girls,5\nA11,teachers,1\nA12,teachers,2\n",
    };
    expect(countByRule((await readFiles(long, files)).findings)).toEqual({ duplicate_row: 1 });
    const { input } = await readFiles(`${long}    rows: sum\n`, files);
    expect(await rowsOf(input!, "t")).toEqual([
      { code: "A11", period: "2020", values: [9, 1] },
      { code: "A12", period: "2020", values: ["not-surveyed", 2] },
    ]);
  });
});
