// Summing upward, on trees small enough to work by hand.

import type { RolledColumn } from "#server/column_store/column";
import { describe, expect, it } from "vitest";
import { INDICATORS } from "#domain/registry/index";
import { DEPRIVATIONS } from "#domain/registry/multidimensional";
import { NOTHING, reported } from "#server/release/fixtures/reported";
import { hasValues, rollUp, shapeLevels, type ReportedColumn } from "./rollup.ts";

// province 0 > county 0, 1 > villages 0 1 2 | 3 4
const LEVELS = shapeLevels([
  { id: "province", parentIdx: Int32Array.of(-1) },
  { id: "county", parentIdx: Int32Array.of(0, 0) },
  { id: "village", parentIdx: Int32Array.of(0, 0, 0, 1, 1) },
]);
const ratio = { id: "ratio", numerator: { a: 1 }, denominator: { b: 1 } };
const atVillages = (columns: Record<string, ReportedColumn>) => [
  NOTHING,
  NOTHING,
  new Map(Object.entries(columns)),
];
const list = (
  column: RolledColumn | undefined,
  part: "numerator" | "denominator" | "status" | "covered",
): number[] => Array.from(column![part]!);

describe("roll-up", () => {
  it("sums numerators and denominators and divides once", () => {
    const [province, county] = rollUp(
      ratio,
      LEVELS,
      atVillages({ a: reported([1, 2, 3, 10, 0]), b: reported([10, 10, 10, 10, 90]) }),
      new Map(),
    );
    expect(list(county, "numerator")).toEqual([6, 10]);
    expect(list(county, "denominator")).toEqual([30, 100]);
    expect(county!.value[0]).toBeCloseTo(0.2, 7);
    expect(county!.value[1]).toBeCloseTo(0.1, 7);
    // Not the mean of 0.2 and 0.1, and not that of the villages.
    expect(province!.value[0]).toBe(Math.fround(16 / 130));
  });

  it("gives H, A and M0 of people and their weighted deprivations as worked by hand", () => {
    // 10 people: 4 are poor, 3 of them without schooling and ill (6 of 18), one deprived in everything (18 of 18).
    const counts = Object.fromEntries(
      DEPRIVATIONS.map(({ id }) => [
        `poor_persons_deprived_in_${id}`,
        id === "years_of_schooling" || id === "long_illness" ? 4 : 1,
      ]),
    );
    const villages = Object.fromEntries(
      Object.entries({ ...counts, deprivation_scored_persons: 10, multidimensionally_poor_persons: 4 }).map(
        ([id, count]) => [id, reported([count, 0, 0, 0, 0])],
      ),
    );
    const province = (id: string): RolledColumn =>
      rollUp(
        INDICATORS.find((indicator) => indicator.id === id)!,
        LEVELS,
        atVillages(villages),
        new Map(),
      )[0]!;
    expect(province("multidimensional_headcount_ratio").value[0]).toBe(Math.fround(4 / 10));
    expect(province("intensity").value[0]).toBe(0.5); // 36 of 72
    expect(province("mpi").value[0]).toBe(Math.fround(36 / 180));
    expect(province("mpi").numerator[0]).toBe(36);
  });

  it("gives what comes from records as each level reports it, and adds nothing up", () => {
    const at = (...numbers: (number | null)[]) =>
      new Map([
        ["d", reported(numbers)],
        ["g", reported(numbers.map(() => 10))],
      ]);
    const [province, county, village] = rollUp(
      { id: "gini", numerator: { d: 1 }, denominator: { g: 1 }, rollUp: "from_records" },
      LEVELS,
      [at(null), at(4, null), at(1, 2, 3, 1, 1)],
      new Map(),
    );
    expect(list(village, "numerator")).toEqual([1, 2, 3, 1, 1]);
    expect(list(county, "numerator")).toEqual([4, 0]);
    expect(list(county, "status")).toEqual([0, 1]);
    expect(list(province, "status")).toEqual([1]);
  });

  it("lets a village contribute only when every measure is there, and counts the share that does", () => {
    const [province, county, village] = rollUp(
      ratio,
      LEVELS,
      atVillages({ a: reported([1, null, 3, null, null]), b: reported([10, 10, 10, 10, null]) }),
      new Map(),
    );
    expect(list(village, "status")).toEqual([0, 1, 0, 1, 1]);
    expect(list(county, "denominator")).toEqual([20, 0]);
    expect(list(county, "status")).toEqual([0, 1]);
    expect(county!.covered[0]).toBeCloseTo(2 / 3, 6);
    expect(province!.covered[0]).toBeCloseTo(2 / 5, 6);
  });

  it("keeps the reason upward only where all below share it", () => {
    const [province, county, village] = rollUp(
      ratio,
      LEVELS,
      atVillages({ a: reported([-3, -3, -3, -2, null]), b: reported([1, 1, 1, 1, 1]) }),
      new Map(),
    );
    expect(list(village, "status")).toEqual([3, 3, 3, 2, 1]);
    expect(list(county, "status")).toEqual([3, 1]);
    expect(list(province, "status")).toEqual([1]);
  });

  it("calls 0 of 0 not applicable but lets it count as surveyed", () => {
    const [province, , village] = rollUp(
      ratio,
      LEVELS,
      atVillages({ a: reported([0, 1, 1, 1, 1]), b: reported([0, 2, 2, 2, 2]) }),
      new Map(),
    );
    expect(village!.status[0]).toBe(3);
    expect(village!.covered[0]).toBe(1);
    expect(province!.covered[0]).toBe(1);
    expect(province!.value[0]).toBe(0.5);
  });

  it("uses a table of an upper level where no village reports anything, and rolls it up from there", () => {
    const columns = rollUp(
      ratio,
      LEVELS,
      [
        NOTHING,
        new Map([
          ["a", reported([99, 5])],
          ["b", reported([99, 50])],
        ]),
        new Map([
          ["a", reported([1, 1, 1, null, null])],
          ["b", reported([2, 2, 2, null, null])],
        ]),
      ],
      new Map(),
    );
    expect(list(columns[1], "numerator")).toEqual([3, 5]);
    expect(list(columns[0], "denominator")).toEqual([56]);
    expect(list(columns[0], "covered")).toEqual([1]);
  });

  it("joins a measure of an upper level with the sum of villages only when all villages are there", () => {
    const villages = { b: reported([2, 2, 2, 4, null]) };
    const sums = new Map([
      [
        "b",
        rollUp({ id: "b", numerator: { b: 1 }, denominator: null }, LEVELS, atVillages(villages), new Map()),
      ],
    ]);
    const levels = [NOTHING, new Map([["a", reported([3, 3])]]), new Map(Object.entries(villages))];
    const county = rollUp(ratio, LEVELS, levels, sums)[1];
    expect(list(county, "status")).toEqual([0, 1]);
    expect(county!.value[0]).toBe(0.5);
  });

  it("gives nothing at all for nothing at all", () => {
    expect(hasValues(rollUp(ratio, LEVELS, [NOTHING, NOTHING, NOTHING], new Map()))).toBe(false);
  });

  it("refuses sums above 2^53", () => {
    const huge = reported([2 ** 53 - 1, 2 ** 53 - 1, 0, 0, 0]);
    expect(() =>
      rollUp({ id: "a", numerator: { a: 1 }, denominator: null }, LEVELS, atVillages({ a: huge }), new Map()),
    ).toThrow(/sum of a at county 0/);
  });
});
