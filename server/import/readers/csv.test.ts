// Delimiters, quotes, line ends and headers as people write them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOf, openBytes } from "#server/test/files/open_bytes";

describe("CSV", () => {
  it("keeps quoted line breaks, finds the delimiter", async () => {
    const { source, rows } = await openBytes('code;name\n1;"a\nb; c"\n2;\n');
    expect(source.columns).toEqual(["code", "name"]);
    expect(rows.map((row) => row.cells)).toEqual([
      ["1", "a\nb; c"],
      ["2", ""],
    ]);
    expect((await openBytes("a\tb,c\n1\t2,3")).rows[0]?.cells).toEqual(["1", "2,3"]);
  });

  it("takes a lone CR, and CR LF and LF mixed, for line ends", async () => {
    const { rows, rules } = await openBytes("a,b\r1,2\r3,4\r");
    expect(rows.map((row) => row.cells.join())).toEqual(["1,2", "3,4"]);
    expect(rules).toEqual(["line_ends"]);
    expect((await openBytes("a,b\r\n1,2\n3,4\r5,6")).rows).toHaveLength(3);
  });

  it.each([
    [
      "code,people,poor\n1,2,3\n990101200,1,204,96",
      2,
      /4 fields where the header has 3: a number with a thousands sep/,
    ],
    [
      "code,people\n990101200,1,204",
      1,
      /3 fields where the header has 2: a number with a thousands separator/,
    ],
    ["code,rate\n1,12,5", 1, /a number with a decimal comma/],
    ["code,name\n1,Upper, Lower Ford", 1, /a field with the delimiter in it/],
    ["code,people,poor\n1,2", 1, /2 fields where the header has 3: a line break/],
    ["code,people,poor\nSource: census\n1,2,3", 1, /1 field where the header has 3: it may be a remark/],
    ["code\tname\n1\ta\tb", 1, /a field with the delimiter/],
  ])("refuses rows with more or fewer fields than the header: %j", async (text, row, message) => {
    const { findings, rows } = await openBytes(text);
    expect(findings).toMatchObject([
      { severity: "error", rule: "row_ragged", row, message: expect.stringMatching(message) },
    ]);
    expect(rows.map(({ number }) => number)).not.toContain(row);
  });

  it("takes empty fields beyond the header for nothing", async () => {
    const { rows, rules } = await openBytes("code,people\n1,2,,\n");
    expect(rows.map(({ cells }) => cells)).toEqual([["1", "2"]]);
    expect(rules).toEqual([]);
  });

  it("renames a header that is there twice", async () => {
    const { source, rules } = await openBytes("code, code ,\n1,2,3");
    expect(source.columns).toEqual(["code", "code (2)", "column 3"]);
    expect(rules).toEqual(["duplicate_header"]);
  });

  it("reads a long file whatever stands where it is cut", async () => {
    for (let shift = 0; shift < 4; shift++) {
      const lines = Array.from({ length: 30_000 }, (_, at) => `${at},𠮷${at}`);
      const text = `${"h".repeat(shift + 1)},b\r\n${lines.join("\r\n")}\r\n`;
      const { rows } = await openBytes(text);
      expect(rows.map(({ cells }) => cells.join())).toEqual(lines);
    }
  });

  it("refuses a quote that never closes", async () => {
    expect(await faultOf('a,b\n1,"2\n3,4')).toBe("csv_malformed");
  });

  it("gives back any table that was written", async () => {
    const cell = fc
      .string({ unit: "grapheme", maxLength: 12 })
      .map((text) => text.replace(/\p{Cc}/gu, "").trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (table, end) => {
          const quoted = [["x", "y", "z"], ...table]
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","))
            .join(end);
          expect((await openBytes(quoted)).rows.map((row) => row.cells)).toEqual(
            table.map((row) => [...row]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
