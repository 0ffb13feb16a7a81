// Summing upward on any tree: as the definition says, and every parent the sum of its children.

import type { RolledColumn } from "#server/column_store/column";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOTHING, reported } from "#server/release/fixtures/reported";
import { rollUp, shapeLevels, type ReportedColumn } from "./rollup.ts";

const stateCells = (cells: readonly ({ value: number; reason: number } | null)[]): ReportedColumn => ({
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

/** The definition of `rollUp`, written area by area and without a thought for speed. */
function byDefinition(
  formula: Parameters<typeof rollUp>[0],
  parents: readonly (readonly number[])[],
  reported: Parameters<typeof rollUp>[2],
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
      const column = reported[ordinal]!.get(measure);
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
    const isAnyReported = measures.some((measure) => reported[ordinal]!.has(measure));
    const own = Math.min(...gaps.map((measure) => reported[ordinal]!.get(measure)?.status[idx] ?? 1), 9);
    const shared = new Set(summed.map(({ status }) => status));
    const reason = isAnyReported && (own === 2 || own === 3) ? own : shared.size === 1 ? [...shared][0]! : 1;
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

describe("roll-up on any tree", () => {
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
          const columns = new Map<string, ReportedColumn>();
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
        fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null }), { maxLength: 5 }), {
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
              ["a", reported(numbers)],
              ["b", reported(numbers.map((_, idx) => idx))],
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
