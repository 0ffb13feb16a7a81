import fc from "fast-check";
import { expect, it } from "vitest";
import { balance, balances } from "./money.ts";

it("adds up to the fen for any two amounts: allocated + overpaid = paid + pending", () => {
  const fen = fc.integer({ min: 0, max: 2 ** 50 });
  fc.assert(
    fc.property(fen, fen, (paid, allocated) => {
      const sums = balance(paid, allocated);
      expect(sums.allocated + sums.overpaid).toBe(sums.paid + sums.pending);
      expect(sums.pending > 0 && sums.overpaid > 0).toBe(false);
    }),
  );
});

it("never hides an overpayment in a pending amount of zero", () => {
  expect(balance(120, 100)).toEqual({ allocated: 100, paid: 120, pending: 0, overpaid: 20 });
});

it("leaves out periods without figures", () => {
  expect(
    balances({
      trend: [
        { period: "2020", missing: "not-surveyed" },
        { period: "2021", value: 0.8, numerator: 80, denominator: 100 },
      ],
    }),
  ).toEqual([
    { period: "2020", parts: null },
    { period: "2021", parts: { paid: 80, pending: 20 } },
  ]);
  expect(balances(undefined)).toEqual([]);
});
