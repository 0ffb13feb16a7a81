import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLikeFormula, toCsv } from "./csv.ts";

describe("csv", () => {
  it("starts with a byte order mark and ends lines with CRLF", async () => {
    expect(await toCsv(["a", "b"], [["x", 1.5]])).toBe("\uFEFFa,b\r\nx,1.5\r\n");
  });

  it("disarms text that a spreadsheet would run, and leaves numbers alone", async () => {
    const lines = (
      await toCsv(["v"], [["=1+1"], ["+1"], ["-1"], ["@x"], ["\tx"], ["\0=1"], ["＝1"], [" =1"], [-1]])
    ).split("\r\n");
    expect(lines.slice(1, -1)).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\0=1", "'＝1", "' =1", "-1"]);
  });

  it("writes nothing for what is missing, which is not 0", async () => {
    expect(await toCsv(["a", "b", "c"], [[undefined, null, 0]])).toBe("\uFEFFa,b,c\r\n,,0\r\n");
  });

  it("can be read back", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ minLength: 1 }).filter((text) => !isLikeFormula(text)),
          { minLength: 1 },
        ),
        async (cells) => {
          const read = parse(
            await toCsv(
              ["h"],
              cells.map((cell) => [cell]),
            ),
            { bom: true, record_delimiter: "\r\n" },
          );
          expect(read.slice(1).flat()).toEqual(cells);
        },
      ),
    );
  });
});
