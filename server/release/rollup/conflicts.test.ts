import { expect, test } from "vitest";
import { Lineage } from "./lineage.ts";
import { rollUpConflict } from "./conflicts.ts";
import { shapeLevels } from "./rollup.ts";
import { LevelCodes, ReportedLevel } from "./period_facts.ts";
import type { FactRows } from "./fact_rows.ts";

const codes = ["v1", "v2", "v3"];

async function* rows(values: readonly number[]): AsyncGenerator<FactRows> {
  yield {
    codes: codes.slice(0, values.length),
    values: Float64Array.from(values),
    statuses: new Uint8Array(values.length),
  };
}

test("what a lower table reports differently is kept and summed; where both agree, nothing is", async () => {
  const level = new ReportedLevel(new LevelCodes(codes), new Lineage([], () => true), "2022");
  await level.add("health", ["persons"], rows([10, 20, 30]));
  await level.add("police", ["persons"], rows([12, 20, 25]));
  expect([...level.columns.get("persons")!.value]).toEqual([10, 20, 30]);
  const [[key, disagreement]] = [...level.conflicts] as [[string, Parameters<typeof rollUpConflict>[0]]];
  expect(key).toBe("persons police");
  const shapes = shapeLevels([
    { id: "county", parentIdx: Int32Array.of(-1) },
    { id: "township", parentIdx: Int32Array.of(0, 0) },
    { id: "village", parentIdx: Int32Array.of(0, 0, 1) },
  ]);
  const [county, township, village] = rollUpConflict(disagreement, shapes, 2);
  expect([...village!.status]).toEqual([0, 1, 0]);
  expect([[...township!.numerator], [...township!.denominator!]]).toEqual([
    [12, 25],
    [10, 30],
  ]);
  expect([county!.numerator[0], county!.denominator![0], county!.covered[0]]).toEqual([
    37,
    40,
    expect.closeTo(2 / 3, 6),
  ]);
});

test("the third table is compared with the one that decides", async () => {
  const level = new ReportedLevel(new LevelCodes(["v1"]), new Lineage([], () => true), "2022");
  for (const [table, value] of [
    ["a", 1],
    ["b", 2],
    ["c", 1],
  ] as const)
    await level.add(table, ["m"], rows([value]));
  expect([...level.conflicts.keys()]).toEqual(["m b"]);
});
