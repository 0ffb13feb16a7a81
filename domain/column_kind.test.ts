import { expect, test } from "vitest";
import { COLUMN_KINDS, isFilled, kindOf } from "./column_kind.ts";
import { INDICATORS } from "./registry/index.ts";

test("every indicator of the registry adds up as its kind does", () => {
  for (const indicator of INDICATORS) {
    const { addsUp } = COLUMN_KINDS[kindOf(indicator)];
    expect(addsUp === "sum", indicator.id).toBe(indicator.rollUp === "sum");
  }
});

test("a sum is shown as circles and fills no area, a ratio fills areas by class", () => {
  const [population, mpi] = ["population", "mpi"].map((id) => INDICATORS.find((row) => row.id === id)!);
  expect([kindOf(population!), isFilled(population!)]).toEqual(["sum", false]);
  expect([kindOf(mpi!), isFilled(mpi!)]).toEqual(["ratio", true]);
});
