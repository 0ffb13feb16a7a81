import { expect, it } from "vitest";
import { formatValue } from "#domain/unit";
import { areTight, classBounds, digitsApart, digitsExact } from "./bounds.ts";

it("gives the first and the last class one open end", () => {
  expect(classBounds([0.1, 0.2], String)).toEqual([
    { low: null, high: "0.1" },
    { low: "0.1", high: "0.2" },
    { low: "0.2", high: null },
  ]);
  expect(classBounds([], String)).toEqual([{ low: null, high: null }]);
});

it("writes ticks with as few digits as keep them apart", () => {
  const index = (value: number, digits: number): string =>
    formatValue(value, "index", "en", { bare: true, digits });
  const ticks = (values: readonly number[]): string[] => {
    const digits = digitsApart(values, index);
    return values.map((value) => index(value, digits));
  };
  expect(ticks([0.017, 0.04, 0.156])).toEqual(["0.02", "0.04", "0.16"]);
  expect(ticks([0.1, 0.2, 0.3])).toEqual(["0.1", "0.2", "0.3"]);
  expect(ticks([0.0411, 0.0412, 0.0512])).toEqual(["0.0411", "0.0412", "0.0512"]);
  expect(ticks([3, 3])).toEqual(["3", "3"]);
});

it("keeps shortened numbers apart too", () => {
  const people = (value: number, digits: number): string => formatValue(value, "persons", "zh", { digits });
  expect(digitsApart([12_300, 12_340], people)).toBe(3);
  expect(people(12_340, 3)).toBe("1.234 万");
});

it("writes breaks that somebody has set as they are", () => {
  expect(digitsExact([10, 20.5])).toBe(1);
  expect(digitsExact([0.1 * 100, 0.07 * 100])).toBe(0);
  expect(digitsExact([1 / 3])).toBe(8);
});

it("finds no room for long bounds in a narrow legend, and does not judge before its width is known", () => {
  const bounds = ["−0.03", "−0.02", "−0.01", "0.00", "0.01", "0.02"];
  expect(areTight(bounds, 272)).toBe(false);
  expect(areTight(bounds, 200)).toBe(true);
  expect(areTight(bounds, 0)).toBe(false);
});
