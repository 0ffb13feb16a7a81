// Numbers as people write them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber } from "./number.ts";

describe("parseNumber", () => {
  it.each([
    ["12", ".", 12, null],
    ["-0.5", ".", -0.5, null],
    ["1,234", ".", 1234, "thousands_separator"],
    ["1,234,567.5", ".", 1234567.5, "thousands_separator"],
    ["1 234", ".", 1234, "thousands_separator"],
    ["12,3456", ".", 123456, "thousands_separator"],
    ["1.234,5", ",", 1234.5, "thousands_separator"],
    ["3,5", ",", 3.5, null],
    ["１２３", ".", 123, "full_width_digits"],
    ["−4", ".", -4, "full_width_digits"],
    ["5.2E+3", ".", 5200, null],
    ["1204人", ".", 1204, "unit_in_cell"],
    ["1,204 户", ".", 1204, "unit_in_cell"],
  ] as const)("reads %s with decimal %s as %d", (text, decimal, value, oddity) => {
    expect(parseNumber(text, decimal)).toEqual({ value, oddity, sign: null });
  });

  it.each([
    ["12.5%", 0.125, "%"],
    ["8 %", 0.08, "%"],
    ["８％", 0.08, "%"],
    ["3‰", 0.003, "‰"],
  ] as const)("reads %s as %d", (text, value, sign) => {
    expect(parseNumber(text)).toMatchObject({ value, sign });
  });

  it.each([
    "",
    "-",
    "n/a",
    "1,23",
    "1.2.3",
    "12a",
    "1,2,3",
    "0x10",
    "1,234,56",
    "--1",
    "Infinity",
    "3万",
    "3千人",
    "约1204人",
    "人",
  ])("takes %j for no number", (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it("reads back whatever is written with separators", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom(",", " ", "\u202f"),
        (value, mark) => {
          const text = new Intl.NumberFormat("en-GB").format(value).replaceAll(",", mark);
          expect(parseNumber(text)?.value).toBe(value);
        },
      ),
    );
  });
});
