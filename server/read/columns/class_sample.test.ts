import { expect, it } from "vitest";
import { sampleOf } from "./class_sample.ts";

it("takes all values of few, and of many an even sample that keeps both ends of every column", () => {
  expect(sampleOf([[1, 2], [], [3]])).toEqual([1, 2, 3]);
  const many = Array.from({ length: 1000 }, (_, i) => (i * 7) % 1000);
  const sample = sampleOf([many, [5000]], 100);
  expect(sample.length).toBeLessThanOrEqual(104);
  expect([Math.min(...sample), Math.max(...sample)]).toEqual([0, 5000]);
  expect(sample).toContain(999);
});
