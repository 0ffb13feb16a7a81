import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeInterval, estimateOf } from "./estimate.ts";
import { wilsonInterval } from "./uncertainty.ts";

const share = { meanSquare: null, isBounded: true };

describe("a share from a sample", () => {
  test("has the Wilson interval of the sample in its finite village", () => {
    expect(estimateOf(0.5, { ...share, n: 10, population: 20 })).toEqual({
      interval: wilsonInterval(5, 10, 20),
      reliability: "caution",
    });
  });

  // p = 0.1: coefficients of variation 0.1, 0.2 and 0.42 without a finite population.
  test.each([
    [900, "reliable"],
    [225, "caution"],
    [50, "unreliable"],
  ])("of %i units is %s", (n, reliability) => {
    expect(estimateOf(0.1, { ...share, n, population: 1e9 }).reliability).toBe(reliability);
  });

  test("of everybody is a full count and has no interval, above all not one of no width", () => {
    expect(estimateOf(0.5, { ...share, n: 10, population: 10 })).toEqual({
      interval: null,
      reliability: "full-count",
    });
  });

  test("of 0 goes by how much there may be after all", () => {
    const zero = (n: number) => estimateOf(0, { ...share, n, population: 1e9 });
    expect(zero(20).interval!.high).toBeCloseTo(0.1611251580528193, 8);
    expect([20, 40, 80].map((n) => zero(n).reliability)).toEqual(["unreliable", "caution", "reliable"]);
  });

  test("of nobody or of one is not relied on", () => {
    expect(estimateOf(0, { ...share, n: 0, population: 50 }).reliability).toBe("unreliable");
    expect(estimateOf(1, { ...share, n: 1, population: 50 })).toEqual({
      interval: null,
      reliability: "unreliable",
    });
  });
});

describe("a mean from a sample", () => {
  // 1, 2, 3, 4, 5 of 20: mean 3, mean square 11, sample variance 2.5, error √(2.5/5 · 15/19) = 0.628.
  test("has mean ± 1.96 standard errors", () => {
    const { interval, reliability } = estimateOf(3, {
      n: 5,
      population: 20,
      meanSquare: 11,
      isBounded: false,
    });
    const error = Math.sqrt((2.5 / 5) * (15 / 19));
    expect(interval!.low).toBeCloseTo(3 - 1.959963984540054 * error, 12);
    expect(interval!.high).toBeCloseTo(3 + 1.959963984540054 * error, 12);
    expect(reliability).toBe("caution");
  });

  test("of yuan that is 0 has no interval, one of an index has an upper limit", () => {
    const of = { n: 40, population: 400, meanSquare: 0 };
    expect(estimateOf(0, { ...of, isBounded: false }).interval).toBeNull();
    expect(estimateOf(0, { ...of, isBounded: true }).interval!.high).toBeGreaterThan(0.05);
  });

  test("is never wider by its squares than without knowing them", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 10, max: 100 }).map((n) => n / 100),
          { minLength: 30, maxLength: 60 },
        ),
        (values) => {
          const n = values.length;
          const mean = values.reduce((a, b) => a + b, 0) / n;
          const meanSquare = values.reduce((a, b) => a + b * b, 0) / n;
          const known = estimateOf(mean, { n, population: 1e6, meanSquare, isBounded: true }).interval!;
          const bound = 1.96 * Math.sqrt((mean * (1 - mean)) / (n - 1)) + 1e-9;
          expect(known.high - mean).toBeLessThanOrEqual(bound);
        },
      ),
    );
  });
});

describe("a change", () => {
  // Newcombe (1998), Statistics in Medicine 17:873-890, table II, method 10: 56/70 − 48/80 and 9/10 − 3/10.
  test.each([
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
    [0, 10, 10, 10, 0.6075, 1],
  ])("from %i/%i to %i/%i", (a, m, b, n, low, high) => {
    const interval = changeInterval(a / m, wilsonInterval(a, m)!, b / n, wilsonInterval(b, n)!);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("between full counts is exact", () => {
    expect(changeInterval(0.3, { low: 0.3, high: 0.3 }, 0.2, { low: 0.2, high: 0.2 })).toEqual({
      low: 0.2 - 0.3,
      high: 0.2 - 0.3,
    });
  });
});
