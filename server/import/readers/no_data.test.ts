// What is no known format, or no single file, is refused with one clear fault.

import { describe, expect, it } from "vitest";
import { zip } from "#server/test/files/zip";
import { READERS } from "./read.ts";
import { faultOf, openBytes } from "#server/test/files/open_bytes";

describe("what is no data", () => {
  it.each([
    ["nothing", Buffer.alloc(0), "file_empty"],
    ["blanks", Buffer.from("\n\n"), "file_empty"],
    ["junk", Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919 + 13) % 256)), "file_unreadable"],
    ["broken JSON", Buffer.from('{"type": "FeatureColl'), "file_unreadable"],
    ["other JSON", Buffer.from('{"a": 1}'), "file_unreadable"],
    ["JSON of 65 brackets within brackets", Buffer.from("[".repeat(65)), "file_unreadable"],
    [
      "JSON of 10,000,000 brackets",
      Buffer.from(`{"type":"Polygon","coordinates":${"[".repeat(1e7)}`),
      "file_unreadable",
    ],
    ["a JSON list", Buffer.from("[1, 2]"), "file_unreadable"],
    [
      "a broken GeoPackage",
      Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(200, 7)]),
      "file_unreadable",
    ],
    [
      "a broken FlatGeobuf",
      Buffer.concat([Buffer.from("fgb\x03fgb\0"), Buffer.alloc(200, 7)]),
      "file_unreadable",
    ],
    [
      "a bare shapefile",
      Buffer.concat([Buffer.from([0, 0, 0x27, 0x0a]), Buffer.alloc(200)]),
      "file_unreadable",
    ],
  ])("refuses %s", async (_, bytes, rule) => {
    expect(await faultOf(bytes)).toBe(rule);
  });

  it("names every format of the table where none is known", async () => {
    const message = await openBytes(Buffer.from([1, 2, 0, 3])).catch((error: unknown) => String(error));
    for (const { label } of READERS) expect(message).toContain(label);
    expect(new Set(READERS.map(({ id }) => id)).size).toBe(READERS.length);
  });

  it("asks which of several files in an archive is meant", async () => {
    const two = zip([
      { name: "a.csv", data: Buffer.from("a\n1") },
      { name: "b.csv", data: Buffer.from("b\n2") },
    ]);
    expect(await faultOf(two)).toBe("entry_unknown");
    expect((await openBytes(two, { entry: "b.csv" })).rows[0]?.cells).toEqual(["2"]);
  });
});
