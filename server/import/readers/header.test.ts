// Headers as offices leave them: under titles, of two rows with merged cells, above a row of numbers.

import { describe, expect, it } from "vitest";
import { faultOf, openBytes } from "#server/test/files/open_bytes";
import { columnOf } from "./column.ts";
import type { SourceOptions } from "./source.ts";

const OFFICE = `Poor households by village,,,
as of 2021,,,
,2020,,2021
code,households,poor,households
(1),(2),(3),(4)
A11,40,4,41
A12,50,5,52
`;
const read = async (text: string, options?: SourceOptions) => {
  const { source, rows, findings } = await openBytes(text, options);
  return {
    columns: source.columns,
    rows: rows.map(({ number, cells }) => [number, ...cells]),
    rules: findings.map(({ rule }) => rule),
    findings,
  };
};

describe("a header under titles", () => {
  it("is read where the profile says, and rows below it are skipped and not counted", async () => {
    expect(await read(OFFICE, { header: 4, skip: 1 })).toMatchObject({
      columns: ["code", "households", "poor", "households (2)"],
      rows: [
        [1, "A11", "40", "4", "41"],
        [2, "A12", "50", "5", "52"],
      ],
      rules: ["duplicate_header"],
    });
  });

  it("of two rows has the names of both, those of merged cells before each of theirs", async () => {
    expect(await read(OFFICE, { header: [3, 4], skip: 1 })).toMatchObject({
      columns: ["code", "2020 households", "2020 poor", "2021 households"],
      rules: [],
    });
  });

  it("is recognised and said, not taken by a guess", async () => {
    const { findings, columns } = await read(OFFICE);
    expect(columns[0]).toBe("Poor households by village");
    expect(findings[0]).toMatchObject({
      severity: "warning",
      rule: "two_row_header",
      value: "2020",
      message: "rows 3 and 4 look like a header of two rows with merged cells",
      action: 'row 1 was taken as the header; write "header: [3, 4]" where that is wrong',
    });
    expect((await read("A report,,\ncode,people,poor\nA11,1,0\n")).findings[0]).toMatchObject({
      rule: "title_above_header",
      message: "row 1 looks like a title, and row 2 like the header",
    });
    expect((await read("code,2020,\n,people,poor\nA11,1,0\n")).rules).toContain("two_row_header");
    const under = await read("A report,,\ncode,2020,\n,people,poor\nA11,1,0\n");
    expect(under.findings[0]!.action).toContain('"header: [2, 3]"');
    expect((await read(",name,n\n0,a,1\n")).rules).toEqual([]);
  });

  it("is not looked for in a table of one column, nor where the first row is one", async () => {
    expect((await read("code\nA11\n")).rules).toEqual([]);
    expect((await read("code,n\nA11,1\n")).rules).toEqual([]);
  });

  it("that is not there is an error", async () => {
    expect(await faultOf("code,n\nA11,1\n", { header: 9 })).toBe("header_missing");
  });
});

it("offers other sheets of a workbook for a column that the first has not", () => {
  const source = { format: "XLSX", columns: ["a"], crs: null, otherSheets: ["Data 2021"], async *rows() {} };
  try {
    columnOf(source, "code", "book.xlsx");
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ part: { action: expect.stringContaining('as "layer": Data 2021') } });
  }
});
