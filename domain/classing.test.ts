import fc from "fast-check";
import { expect, test } from "vitest";
import { CLASS_METHODS, classOf, classify, countByClass, histogram, rampOf } from "./classing.ts";

// Skewed, tied and zero-inflated; breaks and counts from R classInt 'fisher' and an exact dynamic programme.
const SKEWED = [
  0, 0, 0, 0.4, 0.5, 1.1, 1.2, 1.2, 1.3, 2, 2.1, 2.4, 2.5, 3, 3.1, 3.3, 4, 4.2, 5, 5.5, 6, 7, 7.5, 8, 9, 10,
  11, 12, 12, 13, 15, 16, 18, 21, 25, 28, 33, 41, 62, 97,
];

test("ckmeans finds the Fisher optimum", () => {
  const classes = classify(SKEWED, "ckmeans", 5);
  expect(classes.breaks).toEqual([9, 25, 62, 97]);
  expect(countByClass(SKEWED, classes)).toEqual([24, 10, 4, 1, 1]);
});

test("quantiles are of type 7", () => {
  const { breaks } = classify(SKEWED, "quantile", 5);
  [1.28, 3.72, 8.4, 16.4].forEach((expected, i) => expect(breaks[i]).toBeCloseTo(expected, 12));
});

test("equal intervals have equal widths", () => {
  const { breaks } = classify(SKEWED, "equal", 5);
  [19.4, 38.8, 58.2, 77.6].forEach((expected, i) => expect(breaks[i]).toBeCloseTo(expected, 12));
});

test("a value on a break belongs to the class above it", () => {
  expect(classOf(9, { breaks: [9, 25] })).toBe(1);
  expect(classOf(8.999, { breaks: [9, 25] })).toBe(0);
});

test("all values equal give one class, nothing at all gives none", () => {
  expect(classify([3, 3, 3]).breaks).toEqual([]);
  expect(classify([Number.NaN])).toEqual({ method: "ckmeans", breaks: [], min: null, max: null });
});

test("whatever the values, breaks rise strictly, every value has a class and every class a value or a width", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 200 }),
      fc.constantFrom(...CLASS_METHODS),
      fc.integer({ min: 2, max: 7 }),
      (values, method, k) => {
        const classes = classify(values, method, k);
        expect(classes.breaks.length).toBeLessThan(k);
        classes.breaks.forEach((b, i, all) => expect(i === 0 || b > all[i - 1]!).toBe(true));
        expect(countByClass(values, classes).reduce((a, b) => a + b, 0)).toBe(values.length);
        if (values.length > 0) {
          const bins = histogram(values, classes.min!, classes.max!);
          expect(bins.reduce((a, b) => a + b, 0)).toBe(values.length);
        }
      },
    ),
  );
});

test("fewer classes still use both ends of the ramp", () => {
  expect(rampOf(["a", "b", "c", "d", "e"], 3)).toEqual(["a", "c", "e"]);
  expect(rampOf(["a", "b", "c", "d", "e"], 1)).toEqual(["c"]);
});
