import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INDICATORS } from "#domain/indicators";
import { DEPRIVATIONS } from "#domain/measures";
import { hasValues, rollUp, shapeLevels, type RolledColumn, type StatedColumn } from "./rollup.ts";

const ABSENT = null;

/** A column of numbers; null = not surveyed, -2 = suppressed, -3 = not applicable. */
function stated(numbers: readonly (number | null)[]): StatedColumn {
  return {
    value: Float64Array.from(numbers, (number) => (number === null || number < 0 ? 0 : number)),
    status: Uint8Array.from(numbers, (number) => (number === null ? 1 : number < 0 ? -number : 0)),
  };
}

// province 0 > county 0, 1 > villages 0 1 2 | 3 4
const LEVELS = shapeLevels([
  { id: "province", parentIdx: Int32Array.of(-1) },
  { id: "county", parentIdx: Int32Array.of(0, 0) },
  { id: "village", parentIdx: Int32Array.of(0, 0, 0, 1, 1) },
]);
const ratio = { id: "ratio", numerator: { a: 1 }, denominator: { b: 1 } };
const NOTHING = new Map<string, StatedColumn>();
const atVillages = (columns: Record<string, StatedColumn>) => [
  NOTHING,
  NOTHING,
  new Map(Object.entries(columns)),
];
const list = (
  column: RolledColumn | undefined,
  part: "numerator" | "denominator" | "status" | "covered",
): number[] => Array.from(column![part]!);

const stateCells = (cells: readonly ({ value: number; reason: number } | null)[]): StatedColumn => ({
  value: Float64Array.from(cells, (cell) => (cell?.reason === 0 ? cell.value : 0)),
  status: Uint8Array.from(cells, (cell) => cell?.reason ?? 1),
});

/** A column without the signs of its zeros. */
const plain = ({ numerator, denominator, status, covered }: RolledColumn) => ({
  numerator: Array.from(numerator, (sum) => sum + 0),
  denominator: denominator && Array.from(denominator, (sum) => sum + 0),
  status: [...status],
  covered: [...covered],
});

/** The definition of `rollUp`, told area by area and without a thought for speed. */
function byDefinition(
  formula: Parameters<typeof rollUp>[0],
  parents: readonly (readonly number[])[],
  stated: Parameters<typeof rollUp>[2],
  sums: ReadonlyMap<string, readonly RolledColumn[]>,
) {
  interface Area {
    readonly numerator: number;
    readonly denominator: number;
    readonly leaves: number;
    readonly status: number;
    readonly size: number;
  }
  const measures = Object.keys({ ...formula.numerator, ...formula.denominator });
  const term = (weights: Record<string, number> | null, of: (measure: string) => number): number =>
    Object.entries(weights ?? {}).reduce((sum, [measure, weight]) => sum + weight * of(measure), 0);
  const childrenOf = (ordinal: number, idx: number): Area[] =>
    (parents[ordinal + 1] ?? []).flatMap((parent, child) =>
      parent === idx ? [areaOf(ordinal + 1, child)] : [],
    );
  const areaOf = (ordinal: number, idx: number): Area => {
    const children = childrenOf(ordinal, idx);
    const isLowest = ordinal === parents.length - 1;
    const size = isLowest ? 1 : children.reduce((sum, child) => sum + child.size, 0);
    const summed = formula.rollUp === "from_records" ? [] : children;
    const known = summed.filter(({ leaves }) => leaves > 0);
    const area = (numerator: number, denominator: number, leaves: number): Area => {
      const isDivided = formula.denominator === null || denominator !== 0;
      return { numerator, denominator, leaves, status: isDivided ? 0 : 3, size };
    };
    if (known.length > 0) {
      const sum = (part: "numerator" | "denominator" | "leaves"): number =>
        known.reduce((all, child) => all + child[part], 0);
      return area(sum("numerator"), sum("denominator"), sum("leaves"));
    }
    const here = (measure: string): number | null => {
      const column = stated[ordinal]!.get(measure);
      return column?.status[idx] === 0 ? column.value[idx]! : null;
    };
    const below = (measure: string): number | null => {
      const column = sums.get(measure)?.[ordinal];
      return column?.status[idx] === 0 && column.covered[idx] === 1 ? column.numerator[idx]! : null;
    };
    const gaps = measures.filter((measure) => (here(measure) ?? below(measure)) === null);
    if (gaps.length === 0 && measures.some((measure) => here(measure) !== null)) {
      const of = (measure: string): number => (here(measure) ?? below(measure))!;
      return area(term(formula.numerator, of), term(formula.denominator, of), Math.max(1, size));
    }
    const isAnyStated = measures.some((measure) => stated[ordinal]!.has(measure));
    const own = Math.min(...gaps.map((measure) => stated[ordinal]!.get(measure)?.status[idx] ?? 1), 9);
    const shared = new Set(summed.map(({ status }) => status));
    const reason = isAnyStated && (own === 2 || own === 3) ? own : shared.size === 1 ? [...shared][0]! : 1;
    return { numerator: 0, denominator: 0, leaves: 0, status: reason, size };
  };
  return parents.map((level, ordinal) => {
    const areas = level.map((_, idx) => areaOf(ordinal, idx));
    return {
      numerator: areas.map(({ numerator }) => numerator + 0),
      denominator: formula.denominator && areas.map(({ denominator }) => denominator + 0),
      status: areas.map(({ status }) => status),
      covered: areas.map(({ leaves, size }) => Math.fround(leaves / Math.max(1, size))),
    };
  });
}

describe("roll-up", () => {
  it("sums numerators and denominators and divides once", () => {
    const [province, county] = rollUp(
      ratio,
      LEVELS,
      atVillages({ a: stated([1, 2, 3, 10, 0]), b: stated([10, 10, 10, 10, 90]) }),
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
        ([id, count]) => [id, stated([count, 0, 0, 0, 0])],
      ),
    );
    const province = (id: string): RolledColumn =>
      rollUp(
        INDICATORS.find((one) => one.id === id)!,
        LEVELS,
        atVillages(villages),
        new Map(),
      )[0]!;
    expect(province("multidimensional_headcount_ratio").value[0]).toBe(Math.fround(4 / 10));
    expect(province("intensity").value[0]).toBe(0.5); // 36 of 72
    expect(province("mpi").value[0]).toBe(Math.fround(36 / 180));
    expect(province("mpi").numerator[0]).toBe(36);
  });

  it("gives what comes from records as each level states it, and adds nothing up", () => {
    const at = (...numbers: (number | null)[]) =>
      new Map([
        ["d", stated(numbers)],
        ["g", stated(numbers.map(() => 10))],
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

  it("lets a village contribute only when every measure is there, and tells the share that does", () => {
    const [province, county, village] = rollUp(
      ratio,
      LEVELS,
      atVillages({ a: stated([1, null, 3, null, null]), b: stated([10, 10, 10, 10, null]) }),
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
      atVillages({ a: stated([-3, -3, -3, -2, null]), b: stated([1, 1, 1, 1, 1]) }),
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
      atVillages({ a: stated([0, 1, 1, 1, 1]), b: stated([0, 2, 2, 2, 2]) }),
      new Map(),
    );
    expect(village!.status[0]).toBe(3);
    expect(village!.covered[0]).toBe(1);
    expect(province!.covered[0]).toBe(1);
    expect(province!.value[0]).toBe(0.5);
  });

  it("uses a table of an upper level where no village speaks, and rolls it up from there", () => {
    const columns = rollUp(
      ratio,
      LEVELS,
      [
        NOTHING,
        new Map([
          ["a", stated([99, 5])],
          ["b", stated([99, 50])],
        ]),
        new Map([
          ["a", stated([1, 1, 1, null, null])],
          ["b", stated([2, 2, 2, null, null])],
        ]),
      ],
      new Map(),
    );
    expect(list(columns[1], "numerator")).toEqual([3, 5]);
    expect(list(columns[0], "denominator")).toEqual([56]);
    expect(list(columns[0], "covered")).toEqual([1]);
  });

  it("joins a measure of an upper level with the sum of villages only when all villages are there", () => {
    const villages = { b: stated([2, 2, 2, 4, null]) };
    const sums = new Map([
      [
        "b",
        rollUp({ id: "b", numerator: { b: 1 }, denominator: null }, LEVELS, atVillages(villages), new Map()),
      ],
    ]);
    const levels = [NOTHING, new Map([["a", stated([3, 3])]]), new Map(Object.entries(villages))];
    const county = rollUp(ratio, LEVELS, levels, sums)[1];
    expect(list(county, "status")).toEqual([0, 1]);
    expect(county!.value[0]).toBe(0.5);
  });

  it("gives nothing at all for nothing at all", () => {
    expect(hasValues(rollUp(ratio, LEVELS, [NOTHING, NOTHING, NOTHING], new Map()))).toBe(false);
  });

  it("refuses sums above 2^53", () => {
    const huge = stated([2 ** 53 - 1, 2 ** 53 - 1, 0, 0, 0]);
    expect(() =>
      rollUp({ id: "a", numerator: { a: 1 }, denominator: null }, LEVELS, atVillages({ a: huge }), new Map()),
    ).toThrow(/sum of a at county 0/);
  });

  it("gives for any tree, formula and gaps what the definition says area by area", () => {
    const count = fc.integer({ min: -50, max: 1_000 });
    const cell = fc.option(fc.record({ value: count, reason: fc.constantFrom(0, 0, 0, 1, 2, 3) }), {
      nil: null,
    });
    const term = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.integer({ min: -3, max: 3 }), {
      minKeys: 1,
    });
    const cases = fc.record({
      parents: fc.tuple(
        fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 6 }),
        fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 12 }),
      ),
      cells: fc.array(fc.option(fc.array(cell, { minLength: 21, maxLength: 21 }), { nil: null }), {
        minLength: 9,
        maxLength: 9,
      }),
      formula: fc.record(
        {
          id: fc.constant("i"),
          numerator: term,
          denominator: fc.option(term, { nil: null }),
          rollUp: fc.constantFrom("sum", "from_records"),
        },
        { requiredKeys: ["id", "numerator", "denominator"] },
      ),
    });
    fc.assert(
      fc.property(cases, ({ parents, cells, formula }) => {
        const tree = [[-1, -1, -1], ...parents];
        const levels = shapeLevels(
          tree.map((parentIdx, at) => ({ id: `level ${at}`, parentIdx: Int32Array.from(parentIdx) })),
        );
        const levelsStated = tree.map((level, at) => {
          const columns = new Map<string, StatedColumn>();
          for (const [m, measure] of ["a", "b", "c"].entries()) {
            const column = cells[at * 3 + m];
            if (column) columns.set(measure, stateCells(column.slice(0, level.length)));
          }
          return columns;
        });
        const sums = new Map(
          ["a", "b", "c"].map((id) => {
            const measure = { id, numerator: { [id]: 1 }, denominator: null };
            const columns = rollUp(measure, levels, levelsStated, new Map());
            expect(columns.map(plain)).toEqual(byDefinition(measure, tree, levelsStated, new Map()));
            return [id, columns.slice(0, -1)];
          }),
        );
        const columns = rollUp(formula, levels, levelsStated, sums);
        expect(columns.map(plain)).toEqual(byDefinition(formula, tree, levelsStated, sums));
      }),
      { numRuns: 300 },
    );
  });

  it("makes every parent the sum of its children, whatever is missing", () => {
    const tree = fc
      .array(
        fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: ABSENT }), { maxLength: 5 }), {
          minLength: 1,
          maxLength: 4,
        }),
        { minLength: 1, maxLength: 4 },
      )
      .filter((counties) => counties.flat(2).length > 0);
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 4 }), (counties, weight) => {
        const townships = counties.flat();
        const numbers = townships.flat();
        const levels = shapeLevels([
          { id: "county", parentIdx: new Int32Array(counties.length).fill(-1) },
          {
            id: "township",
            parentIdx: Int32Array.from(counties.flatMap((below, idx) => below.map(() => idx))),
          },
          {
            id: "village",
            parentIdx: Int32Array.from(townships.flatMap((below, idx) => below.map(() => idx))),
          },
        ]);
        const columns = rollUp(
          { id: "i", numerator: { a: weight }, denominator: { a: 1, b: 2 } },
          levels,
          [
            NOTHING,
            NOTHING,
            new Map([
              ["a", stated(numbers)],
              ["b", stated(numbers.map((_, idx) => idx))],
            ]),
          ],
          new Map(),
        );
        for (const part of ["numerator", "denominator"] as const)
          for (const ordinal of [1, 2]) {
            const sums = new Float64Array(columns[ordinal - 1]!.status.length);
            columns[ordinal]![part]!.forEach((value, idx) => {
              sums[levels[ordinal]!.parentIdx[idx]!]! += value;
            });
            expect(sums).toEqual(columns[ordinal - 1]![part]);
          }
      }),
    );
  });
});
