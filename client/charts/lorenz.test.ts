import fc from "fast-check";
import { expect, it } from "vitest";
import { LORENZ_PER_CENT } from "#domain/registry/inequality";
import { gini, lorenzCurve } from "#domain/method/reference/inequality";
import { lorenzPoints, nearestPoint, placeLorenz } from "./lorenz.ts";

const measures = (shares: readonly number[], total: number) => ({
  lorenz_income_fen: total,
  ...Object.fromEntries(LORENZ_PER_CENT.map((per, i) => [`lorenz_${per}_fen`, shares[i]! * total])),
});
const box = { width: 100, height: 100, left: 0, right: 0, top: 0, bottom: 0 };

/** Ten people with 1, 2, … 10: the poorest k of them have k (k + 1) / 2 of 55. */
const tenPeople = measures(
  [1, 3, 10, 21, 36, 45].map((sum) => sum / 55),
  5500,
);

it("reads the shares of income off the sums", () => {
  expect(lorenzPoints(tenPeople).map(({ people, income }) => [people, Math.round(income * 55)])).toEqual([
    [0, 0],
    [0.1, 1],
    [0.2, 3],
    [0.4, 10],
    [0.6, 21],
    [0.8, 36],
    [0.9, 45],
    [1, 55],
  ]);
});

it("agrees with the curve of the records themselves", () => {
  const curve = lorenzCurve(Array.from({ length: 10 }, (_, i) => ({ income: i + 1, weight: 1 })));
  for (const { people, income } of lorenzPoints(tenPeople)) {
    const own = curve.find(([share]) => Math.abs(share - people) < 1e-9);
    expect(own?.[1]).toBeCloseTo(income, 12);
  }
});

it("leaves a gap that is at most half the Gini coefficient, for a curve of few points lies inside the true one", () => {
  const points = lorenzPoints(tenPeople);
  const under = points.slice(1).reduce((sum, { people, income }, i) => {
    const before = points[i]!;
    return sum + ((people - before.people) * (income + before.income)) / 2;
  }, 0);
  const whole = gini(Array.from({ length: 10 }, (_, i) => ({ income: i + 1, weight: 1 })))!;
  expect(1 - 2 * under).toBeLessThanOrEqual(whole + 1e-12);
  expect(1 - 2 * under).toBeGreaterThan(whole * 0.9);
});

it("draws nothing without records, whatever is missing", () => {
  expect(lorenzPoints({})).toEqual([]);
  expect(lorenzPoints({ lorenz_income_fen: 0 })).toEqual([]);
  const { lorenz_40_fen: _, ...holey } = tenPeople as Record<string, number>;
  expect(lorenzPoints(holey)).toEqual([]);
  expect(placeLorenz([], box).curve).toBe("");
});

it("never rises above the line of equality", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 10, maxLength: 10 }), (incomes) => {
      const sorted = [...incomes].sort((a, b) => a - b);
      const total = sorted.reduce((sum, income) => sum + income, 0);
      fc.pre(total > 0);
      const share = (count: number): number =>
        sorted.slice(0, count).reduce((sum, income) => sum + income, 0) / total;
      const points = lorenzPoints(
        measures(
          LORENZ_PER_CENT.map((per) => share(per / 10)),
          total,
        ),
      );
      for (const { at } of placeLorenz(points, box).dots)
        expect(at[1]).toBeGreaterThanOrEqual(100 - at[0] - 1e-6);
    }),
  );
});

it("finds the point next to the pointer, never an end", () => {
  const points = lorenzPoints(tenPeople);
  expect(nearestPoint(points, 0)?.people).toBe(0.1);
  expect(nearestPoint(points, 0.49)?.people).toBe(0.4);
  expect(nearestPoint(points, 1)?.people).toBe(0.9);
  expect(nearestPoint([], 0.5)).toBeNull();
});
