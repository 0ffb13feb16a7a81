import fc from "fast-check";
import { expect, it } from "vitest";
import { passes, readConditions, writeConditions } from "./condition.ts";
import type { Condition } from "./condition.ts";

const bound = fc.record({
  value: fc.double({ noNaN: true, min: -1e14, max: 1e14 }),
  isIncluded: fc.boolean(),
});

it("reads what it writes, for every number that has a short form", () => {
  fc.assert(
    fc.property(
      fc.option(bound),
      fc.option(bound),
      fc.constantFrom(null, "2022", "2022Q3"),
      (a, b, period) => {
        const [low, high] = a && b && a.value > b.value ? [b, a] : [a, b];
        fc.pre(!low || !high || low.value < high.value);
        const condition: Condition = { indicator: "mpi", period, low, high };
        const read = readConditions(writeConditions([condition]));
        expect(read?.[0]?.low?.value ?? null).toEqual(low && low.value + 0);
        expect(read?.[0]?.high?.isIncluded ?? null).toEqual(high && high.isIncluded);
      },
    ),
  );
});

it("spells conditions as people can read them", () => {
  const text = "population.gt.200,school_travel_time@2021.gte.30.lt.60";
  expect(readConditions(text)).toEqual([
    { indicator: "population", period: null, low: { value: 200, isIncluded: false }, high: null },
    {
      indicator: "school_travel_time",
      period: "2021",
      low: { value: 30, isIncluded: true },
      high: { value: 60, isIncluded: false },
    },
  ]);
  expect(writeConditions(readConditions(text)!)).toBe(text);
  expect(readConditions("mpi")).toEqual([{ indicator: "mpi", period: null, low: null, high: null }]);
});

it("refuses what is malformed, contradicts itself or names an indicator twice", () => {
  for (const wrong of ["", "mpi.gt", "mpi.gt.x", "MPI.gt.1", "mpi.lt.1.gt.0", "mpi@x.gt.1", "mpi.gt.2.lt.1"])
    expect(readConditions(wrong), wrong).toBeNull();
  expect(readConditions("mpi.gt.1.lt.1")).toBeNull();
  expect(readConditions("mpi.gte.1.lte.1")).not.toBeNull();
  expect(readConditions("mpi.gt.1,mpi.lt.2")).toBeNull();
});

it("lets nothing pass that has no value", () => {
  const [open] = readConditions("mpi")!;
  expect([passes(open!, 0), passes(open!, undefined), passes(open!, Number.NaN)]).toEqual([
    true,
    false,
    false,
  ]);
  const [over] = readConditions("mpi.gt.1.lte.2")!;
  expect([1, 1.5, 2, 2.1].map((value) => passes(over!, value))).toEqual([false, true, true, false]);
});
