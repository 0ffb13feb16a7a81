import { expect, test } from "vitest";
import { Lineage } from "./lineage.ts";
import { rollUpDisagreement } from "./contested.ts";
import { shapeLevels } from "./rollup.ts";
import { StatedLevel, type StoredFact } from "./state_period.ts";

const codes = ["v1", "v2", "v3"];

async function* rows(values: readonly number[]): AsyncGenerator<StoredFact[]> {
  yield values.map((value, at) => ({ code: codes[at]!, values: [value], missing: null }));
}

test("what a lower table states differently is kept and summed; where both agree, nothing is", async () => {
  const level = new StatedLevel(new Map(codes.map((code, idx) => [code, idx])));
  const lineage = new Lineage([], (code) => codes.includes(code));
  await level.add("health", ["persons"], rows([10, 20, 30]), lineage, "2022");
  await level.add("police", ["persons"], rows([12, 20, 25]), lineage, "2022");
  expect([...level.columns.get("persons")!.value]).toEqual([10, 20, 30]);
  const [[key, disagreement]] = [...level.disagreements] as [
    [string, Parameters<typeof rollUpDisagreement>[0]],
  ];
  expect(key).toBe("persons police");
  const shapes = shapeLevels([
    { id: "county", parentIdx: Int32Array.of(-1) },
    { id: "township", parentIdx: Int32Array.of(0, 0) },
    { id: "village", parentIdx: Int32Array.of(0, 0, 1) },
  ]);
  const [county, township, village] = rollUpDisagreement(disagreement, shapes, 2);
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
  const level = new StatedLevel(new Map([["v1", 0]]));
  const lineage = new Lineage([], () => true);
  for (const [table, value] of [
    ["a", 1],
    ["b", 2],
    ["c", 1],
  ] as const)
    await level.add(table, ["m"], rows([value]), lineage, "2022");
  expect([...level.disagreements.keys()]).toEqual(["m b"]);
});
