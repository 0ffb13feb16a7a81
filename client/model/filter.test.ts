import { expect, it } from "vitest";
import { readConditions } from "#domain/condition";
import type { Columns } from "#domain/contract/columns";
import { distributionOf, filterAreas, highBound, lowBound, peopleMeasure, withCondition } from "./filter.ts";

const ANSWER = {
  codes: ["a", "b", "c", "d"],
  columns: [
    { indicator: "minutes", period: "2022", values: [10, 40, 90, "not-applicable"] },
    { indicator: "people", period: "2022", values: [100, 300, 500, 900] },
  ],
  people: [100, 300, null, 900],
} as unknown as Columns;

it("keeps what meets all conditions, counts people, and says of how many there is no value", () => {
  const { codes, people, without } = filterAreas(
    ANSWER,
    readConditions("minutes.gt.30,people.gt.200.lte.500")!,
  );
  expect(codes).toEqual(["b", "c"]);
  expect(people).toBe(300);
  expect([...without]).toEqual([
    ["minutes", 1],
    ["people", 0],
  ]);
  expect(filterAreas(ANSWER, readConditions("minutes")!).codes).toEqual(["a", "b", "c"]);
  expect(filterAreas(ANSWER, readConditions("other")!).codes).toEqual([]);
});

it("spreads values on steps, and takes the ends of the scale for no bound", () => {
  const spread = distributionOf(ANSWER.columns[0]!.values)!;
  expect(spread.min).toBeLessThanOrEqual(10);
  expect(spread.max).toBeGreaterThanOrEqual(90);
  expect(spread.bins.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(lowBound(spread.min, spread)).toBeNull();
  expect(highBound(spread.max, spread)).toBeNull();
  expect(lowBound(30, spread)).toEqual({ value: 30, isIncluded: false });
  expect(distributionOf(["not-surveyed"])).toBeNull();
  const flat = distributionOf([0, 0])!;
  expect(flat.max).toBeGreaterThan(flat.min);
});

it("changes, adds and removes one condition, in its place", () => {
  const [a, b] = readConditions("a.gt.1,b.gt.1")!;
  const other = { ...a!, low: null };
  expect(withCondition([a!, b!], "a", other)).toEqual([other, b]);
  expect(withCondition(null, "a", a!)).toEqual([a]);
  expect(withCondition([a!], "a", null)).toBeNull();
});

it("knows which measure counts all people", () => {
  const indicators = [
    { unit: "persons", denominator: null, polarity: "higher-is-worse", numerator: { poor: 1 } },
    { unit: "persons", denominator: null, polarity: "neutral", numerator: { persons: 1 } },
  ];
  expect(peopleMeasure({ indicators } as never)).toBe("persons");
  expect(peopleMeasure({ indicators: [] })).toBeNull();
});
