import { describe, expect, it } from "vitest";
import type { LineageInput } from "#domain/dataset";
import { rollUpApportioned } from "./areal_weighting.ts";
import { Lineage } from "./lineage.ts";
import { rollUp, shapeLevels } from "./rollup.ts";
import type { FactRows } from "./fact_rows.ts";
import { LevelCodes, ReportedLevel } from "./period_facts.ts";

// One county; townships T1 (villages A, B) and T2 (villages C, D).
const VILLAGES = ["A", "B", "C", "D"];
const SHAPES = shapeLevels([
  { id: "county", parentIdx: Int32Array.of(-1) },
  { id: "township", parentIdx: Int32Array.of(0, 0) },
  { id: "village", parentIdx: Int32Array.of(0, 0, 1, 1) },
]);
const split = (fromCode: string, toCode: string, share: number, since = "2019"): LineageInput => ({
  fromCode,
  toCode,
  share,
  since,
  kind: share < 1 ? "split" : "merged",
});
type Fact = readonly [code: string, count: number];
const fact = (code: string, count: number): Fact => [code, count];

async function* pages(facts: readonly Fact[]): AsyncGenerator<FactRows> {
  yield {
    codes: facts.map(([code]) => code),
    values: Float64Array.from(facts, ([, count]) => count),
    statuses: new Uint8Array(facts.length),
  };
}

/** By level from the top, the sums of persons and the apportioned part of them. */
async function roll(rows: LineageInput[], tables: readonly (readonly Fact[])[], period = "2018") {
  const lineage = new Lineage(rows, (code) => VILLAGES.includes(code));
  const level = new ReportedLevel(new LevelCodes(VILLAGES), lineage, period);
  for (const [at, facts] of tables.entries()) await level.add(`t${at}`, ["persons"], pages(facts));
  const reported = [new Map(), new Map(), level.columns];
  const formula = { id: "persons", numerator: { persons: 1 }, denominator: null };
  const totals = rollUp(formula, SHAPES, reported, new Map());
  const shares = rollUpApportioned(level.apportioned.get("persons") ?? [], SHAPES, 2, totals);
  return {
    sums: totals.map(({ numerator }) => [...numerator]),
    byShare: totals.map((_, at) => (shares.has(at) ? [...shares.get(at)!.numerator] : null)),
  };
}

describe("apportioned counts", () => {
  it("are exact again in an area that holds both halves of a split", async () => {
    // 101 people of A go 63 % to A and 37 % to B: 63.63 and 37.37, so 64 and 37 by the largest remainder.
    const { sums, byShare } = await roll(
      [split("A", "A", 0.63), split("A", "B", 0.37)],
      [[fact("A", 101), fact("C", 10), fact("D", 20)]],
    );
    expect(sums).toEqual([[131], [101, 30], [64, 37, 10, 20]]);
    expect(byShare).toEqual([null, null, [64, 37, 0, 0]]);
  });

  it("stay an estimate up to the level that holds both halves", async () => {
    // Half of B's 9 went to C in the other township: 4.5 and 4.5, of which the first gets the odd one.
    const { sums, byShare } = await roll(
      [split("B", "B", 0.5), split("B", "C", 0.5), split("C", "C", 1)],
      [[fact("A", 1), fact("B", 9), fact("C", 10), fact("D", 20)]],
    );
    expect(sums).toEqual([[40], [6, 34], [1, 5, 14, 20]]);
    expect(byShare).toEqual([null, [5, 4], [0, 5, 4, 0]]);
  });

  it("multiply along a chain: x splits in 2016, and one half of it again in 2019", async () => {
    // 100 of x: half to A, half to y; of y 40 % to C and 60 % to D.
    const chain = [
      split("x", "A", 0.5, "2016"),
      split("x", "y", 0.5, "2016"),
      split("y", "C", 0.4),
      split("y", "D", 0.6),
    ];
    const early = await roll(chain, [[fact("x", 100), fact("B", 7)]], "2015");
    expect(early.sums).toEqual([[107], [57, 50], [50, 7, 20, 30]]);
    expect(early.byShare).toEqual([null, [50, 50], [50, 0, 20, 30]]);
    const later = await roll(chain, [[fact("A", 50), fact("B", 7), fact("y", 50)]], "2017");
    expect(later.sums).toEqual(early.sums);
    expect(later.byShare).toEqual([null, null, [0, 0, 20, 30]]);
  });

  it("are none after a merge, whatever the number of steps", async () => {
    const { sums, byShare } = await roll(
      [split("a", "x", 1, "2016"), split("b", "x", 1, "2016"), split("x", "A", 1)],
      [[fact("a", 3), fact("b", 4)]],
      "2015",
    );
    expect(sums[2]).toEqual([7, 0, 0, 0]);
    expect(byShare).toEqual([null, null, null]);
  });

  it("are none where nobody was counted, nor where another table knows the figure", async () => {
    const rows = [split("A", "A", 0.5), split("A", "B", 0.5)];
    expect((await roll(rows, [[fact("A", 0)]])).byShare).toEqual([null, null, null]);
    // The first table knows that B had 30; of the 100 of the second only A's half is used, also in the township's 80.
    const { sums, byShare } = await roll(rows, [[fact("B", 30)], [fact("A", 100)]]);
    expect(sums).toEqual([[80], [80, 0], [50, 30, 0, 0]]);
    expect(byShare).toEqual([[50], [50, 0], [50, 0, 0, 0]]);
  });
});
