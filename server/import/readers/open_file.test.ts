// Archives that lie, hide or are broken are refused before anything is unpacked.

import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ImportFault } from "#server/import/findings/import_fault";
import { LIMITS } from "./archive_limits.ts";
import { openFile, unpack } from "./open_file.ts";
import { zip } from "#server/test/files/zip";

const text = Buffer.from("a,b\n1,2\n");
const ruleOf = async (bytes: Buffer, limits = LIMITS): Promise<string> => {
  try {
    await unpack("x", bytes, limits);
  } catch (error) {
    if (error instanceof ImportFault) return error.part.rule;
    throw error;
  }
  return "opened";
};

describe("unpack", () => {
  it("opens gzip and zip by their first bytes, whatever the name", async () => {
    expect((await unpack("x.csv", gzipSync(text))).get("x.csv")).toEqual(text);
    expect((await unpack("x.csv.gz", text)).get("x.csv")).toEqual(text);
    const members = await unpack(
      "x.dat",
      zip([
        { name: "in/a.csv", data: text },
        { name: "b.csv.gz", data: gzipSync(text) },
      ]),
    );
    expect([...members.keys()]).toEqual(["in/a.csv", "b.csv.gz"]);
    expect(members.get("b.csv.gz")).toEqual(text);
  });

  it("refuses names that lead out of the archive", async () => {
    expect(await ruleOf(zip([{ name: "../../etc/passwd", data: text }]))).toBe("archive_unsafe_name");
    expect(await ruleOf(zip([{ name: "/etc/passwd", data: text }]))).toBe("archive_unsafe_name");
    expect(await ruleOf(zip([{ name: "a\\..\\..\\b", data: text }]))).toBe("archive_unsafe_name");
  });

  it("refuses two gigabytes declared in a kilobyte", async () => {
    const bomb = zip([{ name: "a.csv", data: text, declared: 2 ** 31 }]);
    expect(bomb.length).toBeLessThan(1024);
    expect(await ruleOf(bomb)).toBe("archive_too_big");
  });

  it("refuses a gzip that is too big without keeping any of it, and one that lies about its size", async () => {
    const big = gzipSync(Buffer.from(Array.from({ length: 2 ** 22 }, (_, at) => (at * 7919) >> 5)));
    expect(await ruleOf(big, { ...LIMITS, unpackedBytes: 2 ** 21 })).toBe("archive_too_big");
    const packed = gzipSync(text);
    packed.writeUInt32LE(2 ** 30, packed.length - 4);
    expect(await ruleOf(packed)).toBe("archive_damaged");
  });

  it("stops while unpacking more than was declared or than the ratio allows", async () => {
    expect(await ruleOf(zip([{ name: "a.csv", data: Buffer.alloc(50_000), declared: 10 }]))).toBe(
      "archive_damaged",
    );
    expect(await ruleOf(zip([{ name: "a.csv", data: Buffer.alloc(2 ** 25) }]))).toBe("archive_bomb");
    expect(await ruleOf(gzipSync(Buffer.alloc(2 ** 25)))).toBe("archive_bomb");
    expect(await ruleOf(gzipSync(Buffer.alloc(5000)), { ...LIMITS, unpackedBytes: 4999 })).toBe(
      "archive_too_big",
    );
  });

  it("refuses too many entries, passwords, gzip in gzip, damage and nothing at all", async () => {
    expect(
      await ruleOf(
        zip([
          { name: "a", data: text },
          { name: "b", data: text },
        ]),
        { ...LIMITS, entries: 1 },
      ),
    ).toBe("archive_too_many_entries");
    expect(await ruleOf(zip([{ name: "a", data: text, flags: 1 }]))).toBe("archive_encrypted");
    expect(await ruleOf(gzipSync(gzipSync(text)))).toBe("archive_nested");
    expect(await ruleOf(gzipSync(text).subarray(0, 20))).toBe("archive_damaged");
    expect(await ruleOf(zip([{ name: "a", data: text }]).subarray(0, 40))).toBe("archive_damaged");
    expect(await ruleOf(zip([]))).toBe("file_empty");
    expect(await ruleOf(Buffer.alloc(0))).toBe("file_empty");
  });
});

describe("openFile", () => {
  it("names the path of a missing file and what to do", async () => {
    await expect(openFile("/nowhere/x.csv", "x.csv")).rejects.toThrow("there is no file /nowhere/x.csv");
  });
});
