// Classes against published breaks and counts, and the rule of every edge.

import fc from "fast-check";
import { jenks } from "simple-statistics";
import { describe, expect, it, test } from "vitest";
import { classifyChanges, sideOfChange } from "./change_classes.ts";
import {
  CLASS_METHODS,
  classOf,
  classify,
  countByClass,
  crowding,
  goodnessOfFit,
  partsEnough,
} from "./classes.ts";
import { histogram } from "./histogram.ts";
import { changeRampOf, rampOf } from "./lens_colours.ts";
import type { ClassMethod } from "./classes.ts";

// Skewed, tied and zero-inflated; breaks and counts from R classInt 'fisher' and an exact dynamic programme.
const SKEWED = [
  0, 0, 0, 0.4, 0.5, 1.1, 1.2, 1.2, 1.3, 2, 2.1, 2.4, 2.5, 3, 3.1, 3.3, 4, 4.2, 5, 5.5, 6, 7, 7.5, 8, 9, 10,
  11, 12, 12, 13, 15, 16, 18, 21, 25, 28, 33, 41, 62, 97,
];

const between = (breaks: readonly number[], expected: readonly number[]): void => {
  expect(breaks).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(Math.abs(breaks[i]! / value - 1)).toBeLessThan(1e-9));
};

describe("the Fisher optimum", () => {
  // Least value of each class but the first, counts, goodness of variance fit.
  test.each([
    [2, [41], [37, 3], 0.6993159385816667],
    [3, [16, 62], [31, 7, 2], 0.8788899544342507],
    [4, [15, 41, 97], [30, 7, 2, 1], 0.9298472155538122],
    [5, [9, 25, 62, 97], [24, 10, 4, 1, 1], 0.9697871581195453],
    [6, [7, 18, 33, 62, 97], [21, 11, 4, 2, 1, 1], 0.9819558088152446],
    [7, [5, 11, 21, 33, 62, 97], [18, 8, 7, 3, 2, 1, 1], 0.9891575459528461],
  ])("of %i classes", (k, breaks, counts, fit) => {
    const classes = classify(SKEWED, "ckmeans", k);
    expect(classes.breaks).toEqual(breaks);
    expect(countByClass(SKEWED, classes)).toEqual(counts);
    expect(Math.abs(goodnessOfFit(SKEWED, classes)! / fit - 1)).toBeLessThan(1e-9);
  });

  it("is not what jenks() of the same library gives: lower bounds, and the last one twice", () => {
    const trap = jenks(SKEWED, 5) as number[];
    expect(trap).toEqual([0, 9, 25, 62, 97, 97]);
    // Taken for upper bounds, as jenks() of R gives them, they put 9 with the first class and leave the last one empty.
    const misread = countByClass(SKEWED, { breaks: trap.slice(1, -1).map((upper) => upper + 1e-9) });
    expect(misread).not.toEqual([24, 10, 4, 1, 1]);
    expect(classify(SKEWED, "ckmeans", 5).breaks).not.toEqual(trap.slice(1));
  });
});

describe("the other methods", () => {
  it("takes quantiles of type 7, and of no other type", () => {
    const classes = classify(SKEWED, "quantile", 5);
    between(classes.breaks, [1.28, 3.720000000000001, 8.399999999999999, 16.400000000000006]);
    expect(countByClass(SKEWED, classes)).toEqual([8, 8, 8, 8, 8]);
    for (const wrong of [
      [1.2, 3.3, 8, 16],
      [1.25, 3.65, 8.5, 17],
      [1.22, 3.58, 8.6, 17.6],
    ])
      wrong.forEach((value, i) => expect(Math.abs(classes.breaks[i]! - value)).toBeGreaterThan(0.01));
  });

  it("makes equal steps", () => {
    expect(classify(SKEWED, "equal", 5).breaks).toHaveLength(4);
    between(classify(SKEWED, "equal", 5).breaks, [19.4, 38.8, 58.2, 77.6]);
  });

  it("breaks at round numbers", () => {
    expect(classify(SKEWED, "pretty", 5).breaks).toEqual([20, 40, 60, 80]);
    expect(classify([0.013, 0.021, 0.034], "pretty", 5).breaks).toEqual([0.015, 0.02, 0.025, 0.03]);
  });

  it("breaks at one and two standard deviations from the mean, where values are", () => {
    between(classify(SKEWED, "standard_deviation", 5).breaks, [31.08560704769021, 49.81371409538042]);
    // Of the breaks below the mean, −25.1 and −6.4, no value is below.
    const shifted = [...SKEWED, -30, -10];
    expect(classify(shifted, "standard_deviation", 5).breaks).toHaveLength(4);
  });

  it("goes from head to head while the head is a minority", () => {
    between(classify(SKEWED, "head_tail", 5).breaks, [12.3575, 33.54545454545455, 66.66666666666667]);
    const powerLaw = Array.from({ length: 999 }, (_, i) => (i + 1) ** -2);
    expect(countByClass(powerLaw, classify(powerLaw, "head_tail", 5))).toEqual([975, 21, 2, 1]);
    expect(classify(powerLaw, "head_tail", 3).breaks).toHaveLength(2);
  });

  it("keeps given breaks as they are, and the top class open", () => {
    const policy = classify([1, 2, 70, 500], "policy", 5, { given: [15, 30, 45, 60] });
    expect(policy.breaks).toEqual([15, 30, 45, 60]);
    expect(countByClass([1, 2, 70, 500], policy)).toEqual([2, 0, 0, 0, 2]);
  });
});

// Jobs per square kilometre in the 58 counties of California, the example of PySAL's mapclassify (BSD-3-Clause), whose tests assert these figures.
const CALIFORNIA = [
  329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7, 6.56, 3.27,
  0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85, 36.68, 0.74, 29.82,
  192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39, 0.13, 0.61, 50.65,
  40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
];

describe("the counties of California", () => {
  // Ours are [lower, upper): the Fisher breaks are the values that follow mapclassify's upper bounds 75.29, 192.05, 370.5 and 722.85.
  test.each<[ClassMethod, number[], number[]]>([
    ["ckmeans", [110.74, 264.93, 722.85, 4111.45], [49, 3, 4, 1, 1]],
    ["quantile", [1.464, 5.798, 13.278, 54.616], [12, 11, 12, 11, 12]],
    ["equal", [822.394, 1644.658, 2466.922, 3289.186], [57, 0, 0, 0, 1]],
    ["pretty", [1000, 2000, 3000, 4000], [57, 0, 0, 0, 1]],
    ["standard_deviation", [672.57333208, 1219.21856072], [56, 1, 1]],
    ["head_tail", [125.92810345, 811.26], [50, 7, 1]],
  ])("break by %s as mapclassify does", (method, breaks, counts) => {
    const classes = classify(CALIFORNIA, method, 5);
    between(classes.breaks, breaks);
    expect(countByClass(CALIFORNIA, classes)).toEqual(counts);
  });
});

describe("the rule of each edge", () => {
  it("a value on a break belongs to the class above: 60 is 60 or more", () => {
    expect(classOf(60, { breaks: [60, 80] })).toBe(1);
    expect(classOf(59.999, { breaks: [60, 80] })).toBe(0);
  });

  it("all values equal give one class, nothing at all gives none", () => {
    for (const method of CLASS_METHODS) expect(classify([3, 3, 3], method).breaks).toEqual([]);
    expect(classify([Number.NaN, Infinity])).toEqual({
      method: "ckmeans",
      breaks: [],
      hasZeroClass: false,
      min: null,
      max: null,
    });
  });

  it("fewer distinct values than classes give as many classes as values", () => {
    expect(classify([1, 1, 2, 5, 5], "ckmeans", 5).breaks).toEqual([2, 5]);
  });

  it("quantiles that collide are merged", () => {
    expect(classify([0, 0, 0, 0, 0, 0, 1, 2, 3], "quantile", 4).breaks).toEqual([1]);
  });

  it("zero is a class of its own where it is common or asked for, and never a little is in it", () => {
    const classes = classify(SKEWED, "quantile", 5, { zero: "auto" });
    expect(classes.hasZeroClass).toBe(true);
    expect(classes.breaks).toHaveLength(3);
    const counts = countByClass(SKEWED, classes);
    expect(counts.reduce((a, b) => a + b)).toBe(37);
    const rare = [0, ...Array.from({ length: 30 }, (_, i) => i + 1)];
    expect(classify(rare, "ckmeans", 5, { zero: "auto" }).hasZeroClass).toBe(false);
    expect(classify(rare, "ckmeans", 5, { zero: "own" }).hasZeroClass).toBe(true);
    expect(classify(SKEWED, "ckmeans", 5, { zero: "none" }).hasZeroClass).toBe(false);
    expect(classify([-1, 0, 0, 1], "ckmeans", 5, { zero: "own" }).hasZeroClass).toBe(false);
    expect(classify([0, 0], "ckmeans", 5, { zero: "own" }).hasZeroClass).toBe(false);
    expect(classify([0, 0, 7], "ckmeans", 5, { zero: "own" })).toMatchObject({
      breaks: [],
      hasZeroClass: true,
    });
  });
});

describe("classes of changes", () => {
  const half = 0.0005;
  const rule = { half };

  it("keep a narrow class of no change, and break each side by its own values", () => {
    const changes = [-0.2, -0.19, -0.1, -0.05, -0.049, -0.0004, 0, 0.0004, 0.001, 0.005];
    const { breaks, noChange } = classifyChanges(changes, "ckmeans", 5, rule);
    expect(breaks).toEqual([-0.1, -half, half, 0.005]);
    expect(noChange).toBe(2);
    expect(countByClass(changes, { breaks })).toEqual([2, 3, 3, 1, 1]);
    // One small relapse among large improvements is a class of its own, not "no change".
    const relapse = classifyChanges([-0.3, -0.2, -0.1, 0.0006], "ckmeans", 5, rule);
    expect(classOf(0.0006, relapse)).toBe(relapse.noChange! + 1);
  });

  it("leave a side out where nobody is on it, and give its classes to the other", () => {
    const fallen = [-0.9, -0.5, -0.2, -0.1];
    const { breaks, noChange } = classifyChanges(fallen, "ckmeans", 5, rule);
    expect(breaks).toEqual([-0.5, -0.2, -half]);
    expect(noChange).toBe(3);
    expect(classifyChanges([0.3, 0.1], "equal", 5, rule)).toMatchObject({ breaks: [half, 0.2], noChange: 0 });
    expect(classifyChanges([0, 0.0001], "ckmeans", 5, rule)).toMatchObject({ breaks: [], noChange: 0 });
    expect(classifyChanges([], "ckmeans", 5, rule).min).toBeNull();
  });

  it("take steps in sizes from no change outwards where the method asks for them", () => {
    const fallen = [-10, -1, -1, -1, -1];
    expect(classifyChanges(fallen, "head_tail", 5, { half: 0.5 }).breaks).toEqual([-2.8, -0.5]);
    const risen = fallen.map((value) => -value);
    expect(classifyChanges(risen, "head_tail", 5, { half: 0.5 }).breaks).toEqual([0.5, 2.8]);
  });

  it("have none for no change where the breaks are given", () => {
    const classes = classifyChanges([-0.2, 0.3], "manual", 5, { half, given: [-0.1, 0.1] });
    expect(classes.breaks).toEqual([-0.1, 0.1]);
    expect(classes.noChange).toBeUndefined();
  });

  it("put every change on the side that its sign says, printed zeros between", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: -1, max: 1, noNaN: true })), { maxLength: 80 }),
        fc.constantFrom<ClassMethod[]>(
          "ckmeans",
          "quantile",
          "equal",
          "pretty",
          "head_tail",
          "standard_deviation",
        ),
        fc.integer({ min: 2, max: 7 }),
        (values, method, k) => {
          const classes = classifyChanges(values, method, k, rule);
          expect(classes.breaks.length).toBeLessThan(Math.max(k, 3));
          for (const value of values)
            expect(Math.sign(classOf(value, classes) - classes.noChange!)).toBe(sideOfChange(value, half));
        },
      ),
    );
  });

  it("are coloured from the middle of the ramp outwards, also where sides differ", () => {
    const ramp = ["a", "b", "c", "0", "x", "y", "z"];
    expect(changeRampOf(ramp, 5, 2)).toEqual(["a", "c", "0", "x", "z"]);
    expect(changeRampOf(ramp, 4, 3)).toEqual(["a", "b", "c", "0"]);
    expect(changeRampOf(ramp, 3, 1)).toEqual(["b", "0", "y"]);
    expect(changeRampOf(ramp, 1, 0)).toEqual(["0"]);
    expect(changeRampOf(ramp, 3, undefined)).toEqual(["a", "0", "z"]);
  });
});

describe("what classes tell apart", () => {
  it("is enough from three classes with areas on", () => {
    expect(partsEnough([10, 20, 35], [15, 30, 45, 60])).toBe(true);
    expect(partsEnough([16, 20, 35], [15, 30, 45, 60])).toBe(false);
  });

  it("is too little where more than 70 % share a class", () => {
    expect(crowding([7, 2, 1])).toEqual({ share: 0.7, isCrowded: false });
    expect(crowding([8, 2, 0])).toEqual({ share: 0.8, isCrowded: true });
    expect(crowding([2, 0])).toEqual({ share: 1, isCrowded: false });
    expect(crowding([])).toEqual({ share: 0, isCrowded: false });
  });
});

const anyMethod = fc.constantFrom<ClassMethod[]>(...CLASS_METHODS);
test("whatever the values, breaks rise strictly, are fewer than k, and every value has a class", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constant(0),
          fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 997),
        ),
        { maxLength: 200 },
      ),
      anyMethod,
      fc.integer({ min: 2, max: 7 }),
      fc.constantFrom("auto", "own", "none"),
      (values, method, k, zero) => {
        for (const classes of [
          classify(values, method, k, { zero }),
          classifyChanges(values, method, k, { half: 0.5 }),
        ]) {
          const { breaks, hasZeroClass } = classes;
          if (method !== "standard_deviation")
            expect(breaks.length + Number(hasZeroClass)).toBeLessThan(Math.max(k, 3));
          breaks.forEach((b, i, all) => expect(i === 0 || b > all[i - 1]!).toBe(true));
          const zeros = hasZeroClass ? values.filter((value) => value === 0).length : 0;
          expect(countByClass(values, classes).reduce((a, b) => a + b, zeros)).toBe(values.length);
          const fit = goodnessOfFit(values, classes);
          if (fit !== null) expect(fit).toBeGreaterThanOrEqual(0);
        }
        if (values.length === 0) return;
        const { min, max } = classify(values, method, k);
        expect(histogram(values, min!, max!).reduce((a, b) => a + b, 0)).toBe(values.length);
      },
    ),
  );
});

test("fewer classes still use both ends of the ramp", () => {
  expect(rampOf(["a", "b", "c", "d", "e"], 3)).toEqual(["a", "c", "e"]);
  expect(rampOf(["a", "b", "c", "d", "e"], 1)).toEqual(["c"]);
});
