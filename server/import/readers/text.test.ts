// Bytes as they come: marks, encodings, line ends.

import { describe, expect, it } from "vitest";
import { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { checkLineEnds, decodeText } from "./text.ts";

function decode(bytes: Buffer, encoding?: string): { text: string; rules: string[]; log: FindingLog } {
  const log = new FindingLog();
  const text = decodeText("x.csv", bytes, log, encoding);
  return { text, rules: log.all.map((finding) => finding.rule), log };
}

/** 村名,人口 / 石桥村,120 in GBK. */
const GBK = Buffer.from("b4e5c3fb2cc8cbbfda0acaafc7c5b4e52c3132300a", "hex");

describe("decodeText", () => {
  it("takes UTF-8 as it is and takes a byte order mark off", () => {
    expect(decode(Buffer.from("村"))).toMatchObject({ text: "村", rules: [] });
    expect(decode(Buffer.from("\uFEFFa,b"))).toMatchObject({ text: "a,b", rules: ["byte_order_mark"] });
    expect(decode(Buffer.from("\uFEFFa\t村", "utf16le"))).toMatchObject({
      text: "a\t村",
      rules: ["byte_order_mark"],
    });
  });

  it("reads Western bytes as windows-1252 and names the line of the first", () => {
    const { text, log } = decode(Buffer.from("id,name\r1,a\r2,caf\xe9\r", "latin1"));
    expect(text).toBe("id,name\r1,a\r2,café\r");
    expect(log.all[0]).toMatchObject({ rule: "not_utf8", row: 2, message: "byte 18 in line 3 is not UTF-8" });
  });

  it("knows Chinese bytes by their common characters", () => {
    expect(decode(GBK)).toMatchObject({ text: "村名,人口\n石桥村,120\n", rules: ["not_utf8"] });
  });

  it("takes an encoding that is declared", () => {
    expect(decode(GBK, "windows-1252").text.startsWith("´å")).toBe(true);
  });

  it("refuses binary junk", () => {
    const junk = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256));
    expect(() => decode(junk)).toThrow(ImportFault);
  });
});

describe("checkLineEnds", () => {
  const rules = (text: string): string[] => {
    const log = new FindingLog();
    checkLineEnds("x", text, log);
    return log.all.map((finding) => finding.message);
  };
  it("is silent about LF and CR LF, and reports a lone CR and mixtures", () => {
    expect(rules("a\nb\n")).toEqual([]);
    expect(rules("a\r\nb\r\n")).toEqual([]);
    expect(rules("a\rb\r")).toEqual(["lines end with 2 × CR alone"]);
    expect(rules("a\r\nb\n")).toEqual(["lines end with 1 × CR LF, 1 × LF"]);
  });
});
