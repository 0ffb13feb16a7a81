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

  it("say in Chinese what a rule finds and what becomes of it, and keep the message with its value", () => {
    const lines = groupLines(groupFindings(log.all), "zh");
    expect(lines).toContain(
      "警告 unknown_code：205 条。既不是该层级区域、也不是其旧代码的代码。处理：该行不采用",
    );
    expect(lines).toContain('  a.csv，数据第 1 行："1" is no area; left out');
    expect(lines).toContain("  ……另有 202 条");
    const rows = parse(findingsCsv(log.all, "zh"), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows[1]).toMatchObject({
      级别: "警告",
      规则: "unknown_code",
      处理方式: "该行不采用",
      行: "1",
      值: "'=7",
    });
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
