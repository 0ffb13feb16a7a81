import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_SET_CODES, packCodes, unpackCodes } from "./area_set_codec.ts";

it("writes neighbours by what is new in them", () => {
  expect(packCodes(["990101001003", "990101001001", "990101002001"])).toBe("990101001001~b3~82001");
  expect(unpackCodes("990101001001~b3~82001")).toEqual(["990101001001", "990101001003", "990101002001"]);
});

it("reads what it has written, sorted and each code once", () => {
  const code = fc.stringMatching(/^[A-Z0-9._:-]{1,40}$/);
  fc.assert(
    fc.property(fc.array(code, { minLength: 1, maxLength: 50 }), (codes) => {
      expect(unpackCodes(packCodes(codes))).toEqual([...new Set(codes)].sort());
    }),
  );
});

it("keeps two thousand villages of a province within an address", () => {
  const codes = Array.from({ length: MAX_SET_CODES }, (_, i) => `99${String(10_100_000_000 + i * 37)}`);
  expect(packCodes(codes).length).toBeLessThan(9000);
});

it("refuses what is malformed, empty or too large", () => {
  for (const text of ["", "9901~", "9901~!2", "9901~zz", "a b", "9901~9x"])
    expect(unpackCodes(text)).toBeNull();
  expect(
    unpackCodes(packCodes(Array.from({ length: MAX_SET_CODES + 1 }, (_, i) => String(10_000 + i)))),
  ).toBeNull();
});
