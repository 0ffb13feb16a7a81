import { describe, expect, it } from "vitest";
import { ConflictFinder } from "./conflicts.ts";

const table = (tableId: string, priority: number, measures: string[]) => ({
  tableId,
  fileName: `${tableId}.csv`,
  priority,
  level: "village",
  measures,
});

describe("two departments", () => {
  it("that report different numbers are found, the deciding one named; equal and missing ones are not", () => {
    const conflicts = new ConflictFinder(
      [table("survey", 2, ["persons", "pupils"]), table("census", 1, ["persons"])],
      3,
    );
    conflicts.record("survey", ["persons", "pupils"], "2019", 0, [10, 1]);
    conflicts.record("survey", ["persons", "pupils"], "2019", 1, [20, 1]);
    conflicts.record("survey", ["persons", "pupils"], "2019", 2, ["not-surveyed", 1]);
    conflicts.record("census", ["persons"], "2019", 0, [11]);
    conflicts.record("census", ["persons"], "2019", 1, [20]);
    conflicts.record("census", ["persons"], "2019", 2, [30]);
    expect(conflicts.findings(["A", "B", "C"])).toEqual([
      {
        severity: "warning",
        rule: "departments_disagree",
        file: "census.csv",
        row: null,
        column: "persons",
        value: "11",
        message: "persons of A in 2019 is 11 here and 10 in survey.csv",
        action: "both are kept, survey.csv decides (priority 2 against 1)",
      },
    ]);
    expect(conflicts.findings(["A", "B", "C"], new Set(["survey", "census"]))).toEqual([]);
  });

  it("that disagree everywhere are counted, not listed without end", () => {
    const conflicts = new ConflictFinder([table("a", 0, ["persons"]), table("b", 0, ["persons"])], 500);
    for (let ordinal = 0; ordinal < 500; ordinal++) {
      conflicts.record("a", ["persons"], "2019", ordinal, [1]);
      conflicts.record("b", ["persons"], "2019", ordinal, [2]);
    }
    const findings = conflicts.findings(Array.from({ length: 500 }, (_, at) => String(at)));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)!.message).toBe("persons in 2019 differs for 400 more areas from a.csv");
  });
});
