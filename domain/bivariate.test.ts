import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIGHTS, colourDistance } from "#domain/method/reference/colour_distance";
import type { Sight } from "#domain/method/reference/colour_distance";
import {
  BIVARIATE_COLOURS,
  bivariateAxis,
  bivariateClassAt,
  bivariateIndex,
  readAxisBounds,
  tercileBreaks,
  tercileOf,
  writeAxisBounds,
} from "./bivariate.ts";

const worse = { polarity: "higher-is-worse", denominator: { persons: 1 } } as const;
const better = { polarity: "higher-is-better", denominator: { persons: 1 } } as const;

const rungs = (values: readonly number[], indicator: typeof worse | typeof better): number[] => {
  const axis = bivariateAxis(values, indicator);
  return values.map((value) => tercileOf(value, axis));
};

describe("an axis of terciles", () => {
  it("parts a need into thirds, the highest the worst", () => {
    expect(bivariateAxis([1, 2, 3, 4, 5, 6, 7], worse)).toEqual({
      rule: "thirds",
      breaks: [3, 5],
      rungs: [0, 1, 2],
      zeroRung: null,
    });
    expect(rungs([1, 2, 3, 4, 5, 6], worse)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(rungs([1, 2, 3, 4, 5, 6], better)).toEqual([2, 2, 1, 1, 0, 0]);
  });

  it("makes nothing at all a class of its own where more is better, and never mixes a little into it", () => {
    const shares = [0, 0.001, 0.2, 0.5, 0.9];
    const axis = bivariateAxis(shares, better);
    expect(axis).toEqual({
      rule: "nothing-apart",
      breaks: [0.001, 0.35],
      rungs: [2, 1, 0],
      zeroRung: 2,
    });
    expect(rungs(shares, better)).toEqual([2, 1, 1, 0, 0]);
  });

  it("makes zero a class of its own where a third of the needs are zero", () => {
    expect(bivariateAxis([0, 0, 3, 4, 5, 6], worse)).toEqual({
      rule: "nothing-apart",
      breaks: [3, 4.5],
      rungs: [0, 1, 2],
      zeroRung: 0,
    });
    expect(bivariateAxis([0, 3, 4, 5, 6, 7], worse).zeroRung).toBeNull();
  });

  it("parts a sum into nothing and something only, since it grows with the size of the area", () => {
    const donations = { polarity: "higher-is-better", denominator: null } as const;
    const rule = "something";
    expect(bivariateAxis([0, 0, 5, 900], donations)).toEqual({
      rule,
      breaks: [5],
      rungs: [2, 0],
      zeroRung: 2,
    });
    expect(bivariateAxis([5, 7, 900], donations)).toEqual({ rule, breaks: [], rungs: [1], zeroRung: null });
  });

  it("has fewer classes where there are fewer values, and none is invented", () => {
    expect(bivariateAxis([], worse).rungs).toEqual([1]);
    expect(bivariateAxis([4, 4, 4], worse)).toMatchObject({ breaks: [], rungs: [1], zeroRung: null });
    expect(bivariateAxis([4, 4, 9], better).rungs).toEqual([2, 0]);
    expect(bivariateAxis([0, 0], better)).toMatchObject({ breaks: [], rungs: [2], zeroRung: 2 });
    expect(bivariateAxis([0, 1], better)).toMatchObject({ breaks: [1], rungs: [2, 0], zeroRung: 2 });
  });

  it("never puts a better value into a worse tercile, and puts only zeros into that of zero", () => {
    const value = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.boolean(), (values, isBetter) => {
        const axis = bivariateAxis(values, isBetter ? better : worse);
        expect(axis.rungs).toHaveLength(axis.breaks.length + 1);
        const sorted = [...values].sort((a, b) => (isBetter ? b - a : a - b));
        const seen = sorted.map((value) => tercileOf(value, axis));
        expect(seen).toEqual([...seen].sort());
        if (axis.zeroRung !== null)
          for (const value of values) expect(tercileOf(value, axis) === axis.zeroRung).toBe(value === 0);
      }),
    );
  });
});

describe("an axis with a norm", () => {
  const norm = (value: number) => ({ value, label: { en: "a norm" } });
  const ratio = { ...worse, norm: norm(19) };
  const coverage = { ...better, norm: norm(1) };

  it("never puts what meets the norm with what is short of it", () => {
    const value = fc.oneof(
      fc.constantFrom(0, 0.5, 1, 1.2, 18, 19, 20),
      fc.double({ min: 0, max: 40, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.boolean(), (values, isBetter) => {
        const axis = bivariateAxis(values, isBetter ? coverage : ratio);
        expect(axis.rule).toBe("norm");
        expect(axis.rungs).toHaveLength(axis.breaks.length + 1);
        for (const value of values.filter((at) => isBetter || at <= 19 || at > 19.00001))
          expect(tercileOf(value, axis) === 0).toBe(isBetter ? value >= 1 : value <= 19);
        if (axis.zeroRung !== null)
          for (const value of values) expect(tercileOf(value, axis) === axis.zeroRung).toBe(value === 0);
      }),
    );
  });

  it("halves those that are short, and keeps a value on the norm with those that meet it", () => {
    const axis = bivariateAxis([12, 15, 19, 20, 22, 30, 40], ratio);
    expect(axis).toMatchObject({ rule: "norm", rungs: [0, 1, 2], zeroRung: null });
    expect(axis.breaks[0]).toBeGreaterThan(19);
    expect(axis.breaks[0]).toBe(Math.fround(axis.breaks[0]!));
    expect([19, 20, 26, 40].map((at) => tercileOf(at, axis))).toEqual([0, 1, 2, 2]);
    expect(bivariateAxis([10, 12], ratio).rungs).toEqual([0, 2]);
  });

  it("keeps nothing at all apart from a little", () => {
    expect(bivariateAxis([0, 0, 0.2, 0.9, 1], coverage)).toEqual({
      rule: "norm",
      breaks: [0.2, 1],
      rungs: [2, 1, 0],
      zeroRung: 2,
    });
    expect(bivariateAxis([0, 1, 1], coverage)).toMatchObject({ breaks: [1], rungs: [2, 0], zeroRung: 2 });
  });

  it("gives way to thirds and to bounds that are asked for", () => {
    expect(bivariateAxis([1, 2, 3, 4, 5, 6, 7], ratio, "thirds")).toMatchObject({
      rule: "thirds",
      breaks: [3, 5],
    });
    expect(bivariateAxis([1, 2, 3], ratio, [2])).toMatchObject({ rule: "manual", breaks: [2] });
  });
});

describe("given bounds", () => {
  const minutes = { ...worse, policyBreaks: [15, 30, 45, 60] };

  it("are those of the policy that part its classes most evenly", () => {
    expect(tercileBreaks([15, 30, 45, 60])).toEqual([30, 60]);
    expect(tercileBreaks([60, 80])).toEqual([60, 80]);
    expect(tercileBreaks([10, 20, 30])).toEqual([20, 30]);
    expect(tercileBreaks([10])).toEqual([10]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (count) => {
        const limits = Array.from({ length: count }, (_, i) => i + 1);
        const [first = 0, second = count] = tercileBreaks(limits);
        const sizes = count === 1 ? [1, 1] : [first, second - first, count + 1 - second];
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("hold whatever the values are, and make nothing at all no class of its own", () => {
    expect(bivariateAxis([0, 0, 0, 12], minutes, "policy")).toEqual({
      rule: "policy",
      breaks: [30, 60],
      rungs: [0, 1, 2],
      zeroRung: null,
    });
    expect(bivariateAxis([], minutes, [30])).toEqual({
      rule: "manual",
      breaks: [30],
      rungs: [0, 2],
      zeroRung: null,
    });
    expect(tercileOf(30, bivariateAxis([], minutes, [30]))).toBe(2);
    expect(bivariateAxis([], better, [0.4, 0.8]).rungs).toEqual([2, 1, 0]);
  });

  it("are found where the indicator has no policy", () => {
    expect(bivariateAxis([1, 2, 3], worse, "policy").rule).toBe("thirds");
  });

  it("are read as they are written, and refused where they do not rise or are too many", () => {
    for (const bounds of ["policy", [30], [0.2, 0.45]] as const)
      expect(readAxisBounds(writeAxisBounds(bounds))).toEqual(bounds);
    for (const wrong of ["", "60,30", "30,30", "1,2,3", "x", "0x10"])
      expect(readAxisBounds(wrong)).toBeUndefined();
  });
});

it("numbers the nine classes and back", () => {
  expect(Array.from({ length: 9 }, (_, i) => bivariateIndex(bivariateClassAt(i)))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ]);
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
      expect(closest(BIVARIATE_COLOURS.light, sight)).toBeCloseTo(known[sight], 1);
  });

  it("are 10 or more apart, each from each, for every sight in both themes", () => {
    for (const [theme, colours] of Object.entries(BIVARIATE_COLOURS))
      for (const sight of Object.keys(SIGHTS) as Sight[])
        expect(closest(colours, sight), `${theme} ${sight}`).toBeGreaterThanOrEqual(10);
  });
});
