import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { FindingLog } from "./finding_log.ts";
import { findingsCsv, groupFindings, groupLines } from "./group_findings.ts";

const log = new FindingLog();
log.add({
  severity: "note",
  rule: "line_ends",
  file: "a.csv",
  message: "lines end with CR",
  action: "taken",
});
for (let row = 1; row <= 205; row++)
  log.addRow({
    severity: "warning",
    rule: "unknown_code",
    file: "a.csv",
    row,
    value: "=7",
    message: `"${row}" is no area`,
    action: "left out",
  });
log.add({ severity: "error", rule: "file_empty", message: "is empty", action: "nothing was read" });

describe("findings by rule", () => {
  it("are counted, errors first, with three examples each", () => {
    expect(groupLines(groupFindings(log.all))).toEqual([
      "error file_empty: 1",
      "  is empty; nothing was read",
      "warning unknown_code: 205",
      '  a.csv, row 1: "1" is no area; left out',
      '  a.csv, row 2: "2" is no area; left out',
      '  a.csv, row 3: "3" is no area; left out',
      "  … and 202 more",
      "note line_ends: 1",
      "  a.csv: lines end with CR; taken",
    ]);
  });

  it("are a file for a spreadsheet, without formulas", () => {
    const rows = parse(findingsCsv(log.all), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(203);
    expect(rows[1]).toEqual({
      severity: "warning",
      rule: "unknown_code",
      file: "a.csv",
      row: "1",
      column: "",
      value: "'=7",
      message: '"1" is no area',
      action: "left out",
    });
  });
});
