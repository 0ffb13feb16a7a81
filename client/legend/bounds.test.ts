import { expect, it } from "vitest";
import { formatValue } from "#domain/units";
import { classBounds, shortTicks } from "./bounds.ts";

it("gives the first and the last class one open end", () => {
  expect(classBounds([0.1, 0.2], String)).toEqual([
    { low: null, high: "0.1" },
    { low: "0.1", high: "0.2" },
    { low: "0.2", high: null },
  ]);
  expect(classBounds([], String)).toEqual([{ low: null, high: null }]);
});

it("writes ticks with as few digits as keep them apart", () => {
  const index = (value: number, digits: number | null): string =>
    formatValue(value, "index", "en", { bare: true, ...(digits === null ? {} : { digits }) });
  expect(shortTicks([0.017, 0.04, 0.156], index)).toEqual(["0.02", "0.04", "0.16"]);
  expect(shortTicks([0.1, 0.2, 0.3], index)).toEqual(["0.1", "0.2", "0.3"]);
  expect(shortTicks([0.0411, 0.0412, 0.0512], index)).toEqual(["0.041", "0.041", "0.051"]);
});
