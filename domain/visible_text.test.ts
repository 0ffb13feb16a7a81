import { describe, expect, it } from "vitest";
import { visibleText, withoutUnseen, withoutUnseenInLines } from "./visible_text.ts";

const RED = "\u001b[31m";
const TURNED = "\u202e";

describe("characters that nobody sees", () => {
  it("are shown as their codes, and lines stay lines", () => {
    expect(visibleText(`${RED}a\u009b2J\u007f${TURNED}b\r\n\tc`)).toBe(
      "\\u001b[31ma\\u009b2J\\u007f\\u202eb\\u000d\n\tc",
    );
  });

  it("are the same to JSON as before", () => {
    const value = { name: `a\u0085${TURNED}b\u2066` };
    expect(JSON.parse(visibleText(JSON.stringify(value)))).toEqual(value);
  });

  it("are taken out of text of several lines, and lines stay lines", () => {
    expect(withoutUnseenInLines(`${RED}a\u0000\n\tb${TURNED}c\u0085`)).toBe("[31ma\n\tbc");
  });

  it("are taken out of names, and letters of all scripts stay", () => {
    expect(withoutUnseen(`${RED}Aa${TURNED}b\u0000`)).toBe("[31mAab");
    for (const name of ["东溪县", "ភ្នំពេញ", "نَصّ", "क्‍ष", "Żółć", "𠮷野", "👩‍🌾"])
      expect(withoutUnseen(name)).toBe(name);
  });
});
