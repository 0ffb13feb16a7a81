// Places against a model of the same flows, and what must hold of them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitedFlows } from "#analysis/allocation/flows";
import { readLocationProblem } from "#analysis/allocation/input";
import type { Matrix } from "./matrix.ts";
import { Seats } from "./seats.ts";

function matrixOf(rows: readonly (readonly (number | null)[])[]): Matrix {
  const entries = rows.map((row) => row.flatMap((minutes, c) => (minutes === null ? [] : [{ c, minutes }])));
  return {
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    start: Uint32Array.from([0, ...entries.keys()], (_, at) =>
      entries.slice(0, at).reduce((sum, { length }) => sum + length, 0),
    ),
    column: Uint32Array.from(entries.flat(), ({ c }) => c),
    minutes: Float32Array.from(entries.flat(), ({ minutes }) => minutes),
  };
}

const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);
const seated = (seats: Seats): number => sum(seats.taken().map(([, , people]) => people));

/** The model of flows within 40 minutes, every place open. */
const modelOf = (
  people: readonly number[],
  rows: readonly (readonly (number | null)[])[],
  places: readonly number[],
  groups?: readonly number[],
) =>
  readLocationProblem({
    problem: "capacitated_mclp",
    demand: people,
    sites: places.length,
    cost: rows,
    radius: 40,
    p: places.length,
    capacity: places,
    ...(groups && { groups }),
  });

describe("Seats", () => {
  it("moves people on so that others get a place", () => {
    const seats = new Seats([10, 10]);
    // Both are nearest to the first; only village 0 reaches the second.
    seats.open(
      matrixOf([
        [5, 10],
        [6, null],
      ]),
      [10, 10],
      30,
    );
    expect(seats.taken()).toEqual([
      [0, 1, 10],
      [1, 0, 10],
    ]);
    expect([...seats.left()]).toEqual([0, 0]);
  });

  it("gives no place beyond the limit, and none that is not there", () => {
    const seats = new Seats([10, 10]);
    seats.open(matrixOf([[31], [30]]), [4], 30);
    expect(seats.taken()).toEqual([[1, 0, 4]]);
  });

  it("raises a group to its floor from one that stays above its own", () => {
    const seats = new Seats([10, 10]);
    seats.open(matrixOf([[5], [6]]), [10], 30);
    expect([...seats.left()]).toEqual([0, 10]);
    seats.raise([
      { villages: [0], people: 7 },
      { villages: [1], people: 5 },
    ]);
    expect([...seats.left()]).toEqual([3, 7]);
    expect(seated(seats)).toBe(10);
  });

  const cases = fc.record({
    people: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 6 }),
    minutes: fc.array(fc.option(fc.integer({ min: 1, max: 60 })), { minLength: 30, maxLength: 30 }),
    places: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 5 }),
  });

  it("seats as many as a model of flows does, and nobody loses a place when more are opened", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ people, minutes, places }) => {
        const rows = people.map((_, village) => places.map((_place, at) => minutes[village * 5 + at]!));
        const first = Math.ceil(places.length / 2);
        const seats = new Seats(people);
        seats.open(matrixOf(rows.map((row) => row.slice(0, first))), places.slice(0, first), 40);
        const before = seats.left();
        seats.open(matrixOf(rows.map((row) => row.slice(first))), places.slice(first), 40);
        for (const [village, left] of seats.left().entries()) {
          expect(left).toBeLessThanOrEqual(before[village]!);
          expect(left).toBeGreaterThanOrEqual(0);
        }
        for (const facility of places.keys())
          expect(
            sum(seats.taken().map(([, at, count]) => (at === facility ? count : 0))),
          ).toBeLessThanOrEqual(places[facility]!);
        const problem = modelOf(people, rows, places);
        const flows = await limitedFlows(problem, [...places.keys()], new Map());
        expect(seated(seats)).toBe(sum(flows.map(([, , amount]) => amount)));
      }),
      { numRuns: 60 },
    );
  });

  it("keeps floors wherever a model of flows can", async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        async ({ people, minutes, places }, share) => {
          const rows = people.map((_, village) => places.map((_place, at) => minutes[village * 5 + at]!));
          const groups = people.map((_, village) => village % 3);
          const floors = [...new Set(groups)].map((group) => {
            const villages = [...people.keys()].filter((village) => groups[village] === group);
            return {
              group,
              villages,
              people: Math.ceil(share * sum(villages.map((village) => people[village]!))),
            };
          });
          const seats = new Seats(people);
          seats.open(matrixOf(rows), places, 40);
          const most = seated(seats);
          seats.raise(floors);
          expect(seated(seats)).toBe(most);
          const left = seats.left();
          const isKept = floors.every(
            (floor) =>
              sum(floor.villages.map((village) => people[village]! - left[village]!)) >= floor.people,
          );
          const problem = modelOf(people, rows, places, groups);
          const wanted = new Map(floors.map(({ group, people: count }) => [group, count]));
          // Without anything in reach the model has no columns, and answers with nothing.
          const isPossible = await limitedFlows(problem, [...places.keys()], wanted).then(
            (flows) => flows.length > 0 || floors.every((floor) => floor.people === 0),
            () => false,
          );
          expect(isKept).toBe(isPossible);
        },
      ),
      { numRuns: 120 },
    );
  });
});
