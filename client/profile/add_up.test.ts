import fc from "fast-check";
import { expect, it } from "vitest";
import { addUp } from "./add_up.ts";

it("adds numerators and denominators, and divides nowhere: 1/3 and 9/10 are 10/13", () => {
  const areas = [{ numerator: 1, denominator: 3 }, { numerator: 9, denominator: 10 }, {}];
  expect(addUp(areas, { numerator: 10, denominator: 13 })).toEqual({
    numerator: 10,
    denominator: 13,
    counted: 2,
    missing: 1,
    numeratorOff: 0,
    denominatorOff: 0,
    isExact: true,
  });
});

it("says by how much and on which side a stated figure is off", () => {
  const added = addUp([{ numerator: 4, denominator: 8 }], { numerator: 5, denominator: 8 });
  expect([added.isExact, added.numeratorOff, added.denominatorOff]).toEqual([false, 1, 0]);
});

it("leaves the denominator of a sum alone", () => {
  const added = addUp([{ numerator: 4, denominator: null }], { numerator: 4, denominator: null });
  expect([added.isExact, added.denominator]).toEqual([true, null]);
});

it("is exact for whole numbers up to 2^53, in any order", () => {
  const area = fc.record({ numerator: fc.nat(2 ** 31), denominator: fc.nat(2 ** 31) });
  fc.assert(
    fc.property(fc.array(area, { maxLength: 200 }), (areas) => {
      const big = areas.reduce((sum, { numerator }) => sum + BigInt(numerator), 0n);
      const sums = addUp(areas, { numerator: Number(big), denominator: 0 });
      expect(sums.numeratorOff).toBe(0);
      expect(addUp([...areas].reverse(), { numerator: Number(big), denominator: 0 })).toEqual(sums);
    }),
  );
});
