// A workbook's sheet as rows of text.

import { describe, expect, it } from "vitest";
import { zip } from "#server/test/files/zip";
import { faultOf, openBytes } from "#server/test/files/open_bytes";

const xlsx = (rows: string, other?: string): Buffer =>
  zip([
    ...(other === undefined
      ? []
      : [
          { name: "xl/worksheets/sheet2.xml", data: Buffer.from(other) },
          { name: "xl/media/picture.png", data: Buffer.alloc(1000, 7) },
        ]),
    { name: "[Content_Types].xml", data: Buffer.from("<Types/>") },
    {
      name: "xl/workbook.xml",
      data: Buffer.from(
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/>${other === undefined ? "" : '<sheet name="Raw &amp; old" sheetId="2" r:id="rId2"/>'}</sheets></workbook>`,
      ),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: Buffer.from(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
      ),
    },
    {
      name: "xl/worksheets/sheet1.xml",
      data: Buffer.from(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
      ),
    },
  ]);

describe("XLSX", () => {
  const row = (...cells: string[]): string => `<row>${cells.join("")}</row>`;
  const text = (at: string, value: string): string =>
    `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const number = (at: string, value: string): string => `<c r="${at}"><v>${value}</v></c>`;
  const sheet = xlsx(
    row(text("A1", " code "), text("B1", "people")) +
      row(number("A2", "5.20102001E+11"), number("B2", "1204.5")),
  );

  it("reads the first sheet, writing numbers out in full", async () => {
    const { source, rows } = await openBytes(sheet);
    expect(source.columns).toEqual(["code", "people"]);
    expect(rows.map((each) => each.cells)).toEqual([["520102001000", "1204.5"]]);
  });

  it("names the sheets there are", async () => {
    expect(await faultOf(sheet, { layer: "Other" })).toBe("layer_unknown");
  });

  it("refuses a cell far out, and more rows than it can hold, before it parses them", async () => {
    for (const cells of [number("XFD1048576", "1"), number("B1000000", "1"), number("AAA150000", "1")]) {
      const started = process.memoryUsage().rss;
      expect(await faultOf(xlsx(row(text("A1", "code")) + row(cells)))).toBe("sheet_too_big");
      expect(process.memoryUsage().rss - started).toBeLessThan(100e6);
    }
    expect(await faultOf(xlsx(`<row r="1">${text("A1", "code")}</row><row r="1048576"/>`))).toBe(
      "sheet_too_big",
    );
    expect(await faultOf(xlsx(row(text("A1", "code")) + row(number("Z9999", "1"))))).toBe("read");
  });

  it("unpacks no other sheet: one that is a bomb is refused only when it is meant", async () => {
    const book = xlsx(row(text("A1", "code")) + row(number("A2", "7")), " ".repeat(2 ** 25));
    expect(book.length).toBeLessThan(2 ** 17);
    expect((await openBytes(book)).rows.map(({ cells }) => cells)).toEqual([["7"]]);
    expect(await faultOf(book, { layer: "Raw & old" })).toBe("archive_bomb");
  });

  it("looks only at the sheet that is meant: another may reach as far as it likes", async () => {
    const far = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row(number("XFD1048576", "1"))}</sheetData></worksheet>`;
    const book = xlsx(row(text("A1", "code")) + row(number("A2", "7")), far);
    expect((await openBytes(book)).rows.map(({ cells }) => cells)).toEqual([["7"]]);
    expect(await faultOf(book, { layer: "Raw & old" })).toBe("sheet_too_big");
    await expect(openBytes(book, { layer: "New" })).rejects.toThrow("known are Data, Raw & old");
  });
});
