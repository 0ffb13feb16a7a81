// Files that say of themselves what is not true, written by GDAL and then damaged: nothing is lost or misread in silence.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zip } from "#server/test/files/zip";
import { faultOf, openBytes } from "#server/test/files/open_bytes";
import { SQUARES, shapefile } from "#server/test/files/squares";

const hasGdal = (): boolean => {
  try {
    execFileSync("ogr2ogr", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

describe.runIf(hasGdal())("a Shapefile by GDAL", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "lying-"));
    writeFileSync(path.join(folder, "in.geojson"), JSON.stringify(SQUARES));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The parts of a Shapefile that GDAL writes in an encoding. */
  function written(encoding: string): Record<"shp" | "dbf" | "cpg" | "prj", Buffer> {
    const name = path.join(folder, encoding);
    execFileSync("ogr2ogr", [
      "-lco",
      `ENCODING=${encoding}`,
      "-overwrite",
      `${name}.shp`,
      path.join(folder, "in.geojson"),
    ]);
    const part = (extension: string): Buffer => readFileSync(`${name}.${extension}`);
    return { shp: part("shp"), dbf: part("dbf"), cpg: part("cpg"), prj: part("prj") };
  }
  const packed = (parts: Readonly<Record<string, Buffer>>): Buffer =>
    zip(Object.entries(parts).map(([extension, data]) => ({ name: `a.${extension}`, data })));
  const namesIn = async (bytes: Buffer) => {
    const { source, rows, findings } = await openBytes(bytes);
    const column = source.columns.indexOf("NAME");
    return { names: rows.map(({ cells }) => cells[column]), findings };
  };

  it("is read as its bytes are, not as a .cpg that lies", async () => {
    for (const [encoding, lie, found] of [
      ["GBK", "UTF-8", "gb18030"],
      ["UTF-8", "936", "utf-8"],
    ] as const) {
      const { names, findings } = await namesIn(packed({ ...written(encoding), cpg: Buffer.from(lie) }));
      expect(names).toEqual(["石桥", "Ford"]);
      expect(findings).toMatchObject([
        { severity: "warning", rule: "encoding_wrong", value: lie.toLowerCase() },
      ]);
      expect(findings[0]!.action).toContain(`read as ${found}`);
    }
  });

  it("is read without a word where the .cpg is right or missing", async () => {
    const { cpg: _, ...bare } = written("GBK");
    for (const parts of [written("GBK"), written("UTF-8"), bare])
      expect(await namesIn(packed(parts))).toEqual({ names: ["石桥", "Ford"], findings: [] });
  });

  it("names no coordinate system without its .prj", async () => {
    const { prj: _, ...bare } = written("UTF-8");
    expect((await openBytes(packed(bare))).source.crs).toBeNull();
  });

  it("is refused where shapes and rows do not belong together", async () => {
    const { dbf, ...rest } = written("UTF-8");
    const recordLength = dbf.readUInt16LE(10);
    const few = Buffer.from(dbf);
    few.writeUInt32LE(1, 4);
    const cut = dbf.subarray(0, dbf.length - recordLength - 1);
    for (const wrong of [few, cut])
      expect(await faultOf(packed({ ...rest, dbf: wrong }))).toBe("shapefile_mismatched");
    expect(await faultOf(packed({ ...rest, dbf }))).toBe("read");
  });
});

it("takes the Shapefile of the other tests, which is written by hand", async () => {
  expect(await faultOf(shapefile(""))).toBe("read");
});

describe("characters that no text has", () => {
  it("are mended with a finding for the column, wherever they come from", async () => {
    const json = JSON.stringify(SQUARES)
      .replace("石桥", "Stone\\u0000bridge \\ud83d")
      .replace("Ford", "F\uFFFDrd");
    const { rows, findings } = await openBytes(json);
    expect(rows.map(({ cells }) => cells[1])).toEqual(["Stonebridge \uFFFD", "F\uFFFDrd"]);
    expect(findings).toMatchObject([
      { severity: "warning", rule: "characters_damaged", column: "NAME", row: 1 },
    ]);
    expect(findings[0]!.message).toMatch(/^2 cells hold/);
  });

  it("are no pairs that stand for one character", async () => {
    const { rows, rules } = await openBytes("code,name\n1,𠮷村 😀\n");
    expect([rows[0]!.cells[1], rules]).toEqual(["𠮷村 😀", []]);
  });
});
