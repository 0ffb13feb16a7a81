import { describe, expect, it } from "vitest";
import { FindingLog } from "./finding_log.ts";
import { ImportFault } from "./import_fault.ts";

const ROW = { severity: "warning", rule: "unknown_code", file: "a.csv", action: "left out" } as const;

describe("the log of findings", () => {
  it("takes a finding of a file that is read twice once, and fills what is left out with null", () => {
    const log = new FindingLog();
    log.add({ ...ROW, message: '"7" is no area', value: "7" });
    log.add({ ...ROW, message: '"7" is no area', value: "7" });
    expect(log.all).toEqual([{ ...ROW, message: '"7" is no area', value: "7", row: null, column: null }]);
    expect(log.hasErrors).toBe(false);
  });

  it("lists 200 rows of a rule and counts the others", () => {
    const log = new FindingLog();
    for (let row = 1; row <= 203; row++) log.addRow({ ...ROW, row, value: "7", message: "is no area" });
    log.addRow({ ...ROW, rule: "duplicate_row", row: 1, message: "is there already" });
    expect(log.all).toHaveLength(202);
    expect(log.all.at(-1)).toMatchObject({
      rule: "unknown_code",
      message: "3 more like the ones before",
      value: null,
    });
  });

  it("does not count the rows again of a file that is read twice", () => {
    const log = new FindingLog();
    for (let pass = 0; pass < 2; pass++)
      for (let row = 1; row <= 203; row++) log.addRow({ ...ROW, row, value: "7", message: "is no area" });
    expect(log.all).toHaveLength(201);
    expect(log.all.at(-1)).toMatchObject({ message: "3 more like the ones before" });
  });

  it("stays small however many cells are bad", () => {
    const log = new FindingLog();
    for (let row = 1; row <= 30_000; row++) log.add({ ...ROW, row, message: `row ${row} is no area` });
    expect(log.all).toHaveLength(10_001);
    expect(log.all.at(-1)).toMatchObject({ message: "20000 more like the ones before" });
  });

  it("makes a fault an error, and lets anything else through", () => {
    const log = new FindingLog();
    log.addFault(
      new ImportFault("is empty", { rule: "file_empty", file: "a.csv", action: "nothing was read" }),
    );
    expect(log.all[0]).toMatchObject({ severity: "error", rule: "file_empty", message: "is empty" });
    expect(log.hasErrors).toBe(true);
    expect(() => log.addFault(new TypeError("slip"))).toThrow("slip");
  });
});

describe("a private log", () => {
  it("quotes nothing of the file", () => {
    const log = new FindingLog({ isPrivate: true });
    log.add({ ...ROW, row: 3, column: "name", value: "王芳", message: '"王芳" is no number' });
    log.add({ ...ROW, rule: "not_utf8", row: 1, value: "cdf5", message: "byte 9 is not UTF-8" });
    log.addRow({
      ...ROW,
      rule: "not_yes_or_no",
      row: 4,
      column: "sick",
      value: "王芳",
      message: "is neither yes nor no",
    });
    log.addFault(
      new ImportFault('has "王芳" twice', { rule: "column_twice", file: "a.csv", value: "王芳", action: "" }),
    );
    log.addFault(
      new ImportFault("has no column: known are 王芳", { rule: "column_unknown", column: "age", action: "" }),
    );
    expect(JSON.stringify(log.all)).not.toContain("王芳");
    expect(log.all.map(({ message, value }) => [message, value])).toEqual([
      ["breaks the rule unknown_code", null],
      ["holds bytes that are not UTF-8", null],
      ["is neither yes nor no", null],
      ["breaks the rule column_twice", null],
      ['has no column "age": look at the profile and the header', null],
    ]);
  });
});
