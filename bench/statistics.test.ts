// Statistics against numbers worked out by hand.

import { expect, it } from "vitest";
import { mean, median, quantile, shuffle } from "./statistics.ts";

it("takes the middle value, or halfway between the two middle ones", () => {
  expect(median([7, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([10, 9, 100])).toBe(10);
});

it("interpolates between neighbours in rank", () => {
  expect(quantile([50, 10, 40, 20, 30], 0)).toBe(10);
  expect(quantile([50, 10, 40, 20, 30], 0.25)).toBe(20);
  expect(quantile([50, 10, 40, 20, 30], 0.9)).toBeCloseTo(46, 12);
  expect(quantile([50, 10, 40, 20, 30], 1)).toBe(50);
  expect(quantile(Float64Array.of(5), 0.99)).toBe(5);
});

it("leaves what it is given as it was", () => {
  const given = [3, 1, 2];
  median(given);
  shuffle(given);
  expect(given).toEqual([3, 1, 2]);
});

it("refuses nothing at all and shares outside 0–1", () => {
  expect(() => median([])).toThrow("no values");
  expect(() => mean([])).toThrow("no values");
  expect(() => quantile([1], 99)).toThrow("quantile 99");
});

it("gives the mean of values", () => {
  expect(mean([1, 2, 6])).toBe(3);
});

it("shuffles the same way each time, loses nothing, and mixes", () => {
  const items = Array.from({ length: 200 }, (_, at) => at);
  const once = shuffle(items);
  expect(shuffle(items)).toEqual(once);
  expect(once.toSorted((a, b) => a - b)).toEqual(items);
  expect(once.filter((item, at) => item === at).length).toBeLessThan(10);
  expect(shuffle(items, 2)).not.toEqual(once);
});
