import { expect, it } from "vitest";
import type { Profile } from "#domain/contract/areas";
import type { Catalog } from "#domain/contract/catalog";
import type { Columns } from "#domain/contract/columns";
import {
  commonParent,
  isWorst,
  mostAlike,
  mostTelling,
  placeOn,
  placeRows,
  whatSetsApart,
} from "./place_rows.ts";

const CATALOG = {
  indicators: [
    {
      id: "short",
      polarity: "higher-is-worse",
      unit: "share",
      numerator: { poor: 1 },
      denominator: { persons: 1 },
    },
    {
      id: "reached",
      polarity: "higher-is-better",
      unit: "share",
      numerator: { reached: 1 },
      denominator: { persons: 1 },
      norm: { value: 1, label: {} },
    },
    { id: "people", polarity: "neutral", unit: "persons", numerator: { persons: 1 }, denominator: null },
    { id: "none", polarity: "higher-is-worse", unit: "share", numerator: { x: 1 }, denominator: { y: 1 } },
  ],
} as unknown as Pick<Catalog, "indicators">;

const profile = (short: number, reached: number): Profile =>
  ({
    period: "2022",
    indicators: [
      { indicator: "short", value: short, numerator: short * 100, denominator: 100 },
      { indicator: "reached", value: reached, numerator: reached * 100, denominator: 100 },
      { indicator: "none", missing: "not-surveyed" },
    ],
  }) as unknown as Profile;

const COLUMNS = {
  codes: ["a", "b", "c", "d"],
  columns: [
    { indicator: "short", period: "2022", values: [0.1, 0.4, 0.2, "suppressed"] },
    { indicator: "reached", period: "2022", values: [0.9, 0.5, 0.88, 0.7] },
  ],
} as unknown as Columns;

const rows = placeRows(CATALOG, [profile(0.1, 0.9), profile(0.4, 0.5)], profile(0.25, 0.7), COLUMNS);

it("has a row for what can be worse and is known of a place", () => {
  expect(rows.map(({ indicator }) => indicator.id)).toEqual(["short", "reached"]);
});

it("puts what is worse further right, whichever way its numbers run, with the norm on the scale", () => {
  const [short, reached] = rows;
  expect([placeOn(short!, 0.1), placeOn(short!, 0.4)]).toEqual([0, 1]);
  expect([placeOn(reached!, 1), placeOn(reached!, 0.5)]).toEqual([0, 1]);
  expect(rows.map((row) => [isWorst(row, 0), isWorst(row, 1)])).toEqual([
    [false, true],
    [false, true],
  ]);
});

it("picks the rows in which places differ most, and those that are always shown, in their order", () => {
  const ids = (always: readonly string[], count: number): string[] =>
    mostTelling(rows, always, count).map(({ indicator }) => indicator.id);
  const [most] = whatSetsApart(rows);
  expect(ids([], 1)).toEqual([most!.row.indicator.id]);
  expect(ids(["short"], 1)).toEqual(["short"]);
  expect(ids(["reached"], 2)).toEqual(["short", "reached"]);
});

it("orders what sets places apart by the spread of the level, and counts people", () => {
  const apart = whatSetsApart(rows);
  expect(apart.map(({ row }) => row.indicator.id)).toEqual(
    ["reached", "short"].sort((a, b) => {
      const of = (id: string) => apart.find(({ row }) => row.indicator.id === id)!.apart;
      return of(b) - of(a);
    }),
  );
  const short = apart.find(({ row }) => row.indicator.id === "short")!;
  expect([short.worse, short.better]).toEqual([1, 0]);
  expect(short.people).toBeCloseTo(30, 10);
  expect(short.apart).toBeCloseTo(0.3 / Math.sqrt((0.1333 ** 2 + 0.1667 ** 2 + 0.0333 ** 2) / 2), 2);
});

it("finds the area that is most alike, and no area of which too little is known", () => {
  expect(mostAlike(COLUMNS, "a", [])).toBe("c");
  expect(mostAlike(COLUMNS, "a", ["c"])).not.toBe("c");
  expect(mostAlike(COLUMNS, "z", [])).toBeNull();
});

it("finds the closest area around several", () => {
  const parents = (...codes: string[]) => ({ parents: codes.map((code) => ({ code })) });
  expect(commonParent([parents("p", "x", "k"), parents("p", "x", "l")])).toBe("x");
  expect(commonParent([parents("p", "x")])).toBe("x");
  expect(commonParent([parents(), parents("p")])).toBeNull();
});
