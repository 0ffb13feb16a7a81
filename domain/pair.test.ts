import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIGHTS, colourDistance } from "./colour.ts";
import type { Sight } from "./colour.ts";
import { PAIR_COLOURS, pairAxis, pairClassAt, pairIndex, rungOf } from "./pair.ts";

const worse = { polarity: "higher-is-worse", denominator: { persons: 1 } } as const;
const better = { polarity: "higher-is-better", denominator: { persons: 1 } } as const;

const rungs = (values: readonly number[], indicator: typeof worse | typeof better): number[] => {
  const axis = pairAxis(values, indicator);
  return values.map((value) => rungOf(value, axis));
};

describe("an axis of three rungs", () => {
  it("parts a need into thirds, the highest the worst", () => {
    expect(pairAxis([1, 2, 3, 4, 5, 6, 7], worse)).toEqual({
      breaks: [3, 5],
      rungs: [0, 1, 2],
      zeroRung: null,
    });
    expect(rungs([1, 2, 3, 4, 5, 6], worse)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(rungs([1, 2, 3, 4, 5, 6], better)).toEqual([2, 2, 1, 1, 0, 0]);
  });

  it("makes nothing at all a rung of its own where more is better, and never mixes a little into it", () => {
    const shares = [0, 0.001, 0.2, 0.5, 0.9];
    const axis = pairAxis(shares, better);
    expect(axis).toEqual({ breaks: [0.001, 0.35], rungs: [2, 1, 0], zeroRung: 2 });
    expect(rungs(shares, better)).toEqual([2, 1, 1, 0, 0]);
  });

  it("makes zero a rung of its own where a third of the needs are zero", () => {
    expect(pairAxis([0, 0, 3, 4, 5, 6], worse)).toEqual({
      breaks: [3, 4.5],
      rungs: [0, 1, 2],
      zeroRung: 0,
    });
    expect(pairAxis([0, 3, 4, 5, 6, 7], worse).zeroRung).toBeNull();
  });

  it("parts a sum into nothing and something only, since it grows with the size of the area", () => {
    const donations = { polarity: "higher-is-better", denominator: null } as const;
    expect(pairAxis([0, 0, 5, 900], donations)).toEqual({ breaks: [5], rungs: [2, 0], zeroRung: 2 });
    expect(pairAxis([5, 7, 900], donations)).toEqual({ breaks: [], rungs: [1], zeroRung: null });
  });

  it("has fewer rungs where there are fewer values, and none is invented", () => {
    expect(pairAxis([], worse).rungs).toEqual([1]);
    expect(pairAxis([4, 4, 4], worse)).toEqual({ breaks: [], rungs: [1], zeroRung: null });
    expect(pairAxis([4, 4, 9], better).rungs).toEqual([2, 0]);
    expect(pairAxis([0, 0], better)).toEqual({ breaks: [], rungs: [2], zeroRung: 2 });
    expect(pairAxis([0, 1], better)).toEqual({ breaks: [1], rungs: [2, 0], zeroRung: 2 });
  });

  it("never puts a better value on a worse rung, and puts only zeros on the rung of zero", () => {
    const value = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.boolean(), (values, isBetter) => {
        const axis = pairAxis(values, isBetter ? better : worse);
        expect(axis.rungs).toHaveLength(axis.breaks.length + 1);
        const sorted = [...values].sort((a, b) => (isBetter ? b - a : a - b));
        const seen = sorted.map((one) => rungOf(one, axis));
        expect(seen).toEqual([...seen].sort());
        if (axis.zeroRung !== null)
          for (const one of values) expect(rungOf(one, axis) === axis.zeroRung).toBe(one === 0);
      }),
    );
  });
});

it("numbers the nine classes and back", () => {
  expect(Array.from({ length: 9 }, (_, i) => pairIndex(pairClassAt(i)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

describe("the colours of the square", () => {
  const closest = (colours: readonly string[], sight: Sight): number =>
    Math.min(
      ...colours.flatMap((a, i) => colours.slice(i + 1).map((other) => colourDistance(a, other, sight))),
    );

  // Distances of the yellow–blue–black key (Teuling et al. 2011) as worked out independently of this code.
  it("are the published yellow–blue–black ones, as far apart as they are known to be", () => {
    const known = { normal: 16.02, protan: 14.16, deutan: 14.59, tritan: 12.86 };
    for (const sight of Object.keys(SIGHTS) as Sight[])
      expect(closest(PAIR_COLOURS.light, sight)).toBeCloseTo(known[sight], 1);
  });

  it("are 10 or more apart, each from each, for every sight in both themes", () => {
    for (const [theme, colours] of Object.entries(PAIR_COLOURS))
      for (const sight of Object.keys(SIGHTS) as Sight[])
        expect(closest(colours, sight), `${theme} ${sight}`).toBeGreaterThanOrEqual(10);
  });
});
