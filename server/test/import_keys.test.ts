// Keys as offices write them: with a prefix too many or too few, in several columns, or as names.

import { describe, expect, it } from "vitest";
import { rowsOf } from "#seeds/demo/fixtures/gathered";
import { DATABASES } from "#sql/test/databases";
import { loadDataset } from "#server/import/load/load";
import { countByRule } from "./findings.ts";
import { openReading } from "./reading.ts";
import { SILENT } from "./running.ts";

const LEVELS = `dataset: trial
title: Trial
licence: { name: CC0, attribution: nobody }
levels:
  - { id: town, label: Town, parent: { prefix: 4 }, name: { en: { file: towns.csv, key: code, column: name } } }
  - { id: village, label: Village, file: v.csv, code: { column: code, prefix: PH, pad: 4 }, parent: { prefix: 4 }, name: { en: name } }
`;
const FILES = {
  "towns.csv": "code,name\nPH01,Hill\nPH02,Ford\n",
  "v.csv": "code,name\n101,Stone Bridge\n102,Élan\n201,Stone Bridge\n",
};
const tableOf = (key: string): string =>
  `${LEVELS}tables:\n  - { id: t, file: t.csv, level: village, key: ${key}, period: "2020", columns: { persons: n } }\n`;
const [, kind] = DATABASES;

describe("keys", () => {
  const reading = openReading(kind!);
  const countsOf = async (key: string, table: string, more: Record<string, string> = {}) => {
    const read = await reading.readFiles(tableOf(key), { ...FILES, ...more, "t.csv": table });
    const errors = read.findings.filter(({ severity }: { severity: string }) => severity === "error");
    expect(errors).toEqual([]);
    const rows = await rowsOf(read.input!, "t");
    return { rows: rows.map(({ code, values }) => [code, values[0]]), findings: read.findings };
  };

  it("are stripped, padded, prefixed, and computed of several columns", async () => {
    const wanted = [
      ["PH0101", 5],
      ["PH0201", 6],
    ];
    for (const [key, table] of [
      ["{ column: k, strip: X-, prefix: PH }", "k,n\nX-0101,5\nX-0201,6\n"],
      ["{ column: k, strip: X-, pad: 4, prefix: PH }", "k,n\nX-101,5\n201,6\n"],
      ['{ expr: "concat(t, v)", prefix: PH }', "t,v,n\n01,01,5\n02,01,6\n"],
    ] as const)
      expect((await countsOf(key, table)).rows, key).toEqual(wanted);
  });

  it("are names inside the area above, with a report of what matched how", async () => {
    const { rows, findings } = await countsOf(
      "{ match: name, column: village, within: town, aliases: { file: aliases.csv, name: name, code: code } }",
      "town,village,n\nHill,Stone Bridge,1\nFord,stone  bridge,2\nHill,Elan Old,3\nFord,Elan,4\n",
      { "aliases.csv": "name,code\nElan Old,PH0102\n" },
    );
    expect(rows).toEqual([
      ["PH0101", 1],
      ["PH0201", 2],
      ["PH0102", 3],
    ]);
    expect(countByRule(findings)).toMatchObject({ name_folded: 1, name_unknown: 1, names_matched: 1 });
    expect(findings.find(({ rule }: { rule: string }) => rule === "names_matched")!.message).toBe(
      "rows matched by name: 1 exactly, 1 but for case, accents or punctuation, 1 by the alias table, 1 no area",
    );
  });

  it("that are ambiguous names take no row, and stored areas are matched as well", async () => {
    const first = await reading.readFiles(tableOf("{ match: name, column: village }"), {
      ...FILES,
      "t.csv": "village,n\nÉlan,1\nStone Bridge,2\n",
    });
    expect(countByRule(first.findings)).toMatchObject({ name_ambiguous: 1 });
    expect(await rowsOf(first.input!, "t")).toMatchObject([{ code: "PH0102", values: [1] }]);
    await loadDataset(reading.test.database, first.input!, SILENT);
    const further = await reading.readFiles(
      `dataset: trial
title: Trial
licence: { name: CC0, attribution: nobody }
levels: [{ id: town, label: Town }, { id: village, label: Village }]
tables:
  - { id: u, file: u.csv, level: village, key: { match: name, column: village, within: town }, period: "2021", columns: { persons: n } }
`,
      { "u.csv": "town,village,n\nFord,Stone Bridge,9\n" },
    );
    expect(await rowsOf(further.input!, "u")).toMatchObject([{ code: "PH0201", values: [9] }]);
  });

  it("and columns whose header names a unit are refused until the profile says what becomes of it", async () => {
    const profile = (column: string): string =>
      `${LEVELS}tables:\n  - { id: t, file: t.csv, level: village, key: code, period: "2020", columns: { persons: ${column} } }\n`;
    const files = { ...FILES, "t.csv": "code,人口（万人）\nPH0101,1.2345\nPH0102,0.0007\n" };
    const refused = await reading.readFiles(profile('"人口（万人）"'), files);
    expect(refused.findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { severity: "error", rule: "unit_in_header", action: expect.stringContaining("times: 10000") },
    ]);
    const { input } = await reading.readFiles(profile('{ column: "人口（万人）", times: 10000 }'), files);
    expect(await rowsOf(input!, "t")).toMatchObject([
      { code: "PH0101", values: [12_345] },
      { code: "PH0102", values: [7] },
    ]);
  });
});
