import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { threeStepCatchments, twoStepCatchments } from "./catchments.ts";
import { coverageOf, coverageShare } from "./coverage.ts";
import { fcaProblem } from "./fca_problem.ts";
import { matrixOfColumns, type Matrix } from "./matrix.ts";
import { assignNearestFirst } from "./places_left.ts";
import {
  binaryWeight,
  boundedGaussianWeight,
  E2SFCA_ZONES,
  gaussianWeight,
  gravityWeight,
  stepWeight,
  type Weight,
} from "./weights.ts";

type Numbers = Record<string, number>;

interface Golden {
  hospital: {
    demand: Numbers;
    supply: Numbers;
    max_cost: number;
    scenarios: Record<
      string,
      {
        cost: Numbers;
        A_2sfca_gravity: Numbers;
        A_3sfca_pysal: Numbers;
        A_3sfca_catchment_limited_G: Numbers;
        invariant_sum_A_times_pop: number;
      }
    >;
  };
  weights: Record<string, Numbers> & { luo_gaussian_d0_30: { values: Numbers } };
  village_school: {
    pupils: Numbers;
    schools: Record<string, { seats: number }>;
    minutes: Record<string, Numbers>;
    "2sfca_binary30": { A_seats_per_pupil: Numbers };
    e2sfca_step: { A_seats_per_pupil: Numbers };
  };
  grid5x5_gravity: { values: Numbers };
}

const golden = JSON.parse(
  readFileSync(new URL("../../../shared/golden/access_fca.json", import.meta.url), "utf8"),
) as Golden;

/** A matrix of `[row, column, minutes]`. */
function matrixOf(
  rows: number,
  columns: number,
  times: readonly (readonly [number, number, number])[],
): Matrix {
  return matrixOfColumns(
    rows,
    Array.from({ length: columns }, (_, c) => {
      const own = times.filter(([, column]) => column === c).sort(([a], [b]) => a - b);
      return {
        places: Uint32Array.from(own, ([row]) => row),
        minutes: Float32Array.from(own, ([, , minutes]) => minutes),
      };
    }),
  );
}

/** Asserts the numbers of a golden row, to 12 digits. */
function expectClose(numbers: ArrayLike<number>, expected: Numbers): void {
  expect(numbers).toHaveLength(Object.keys(expected).length);
  for (const [at, value] of Object.values(expected).entries()) expect(numbers[at]).toBeCloseTo(value, 12);
}

test.each(Object.entries(golden.hospital.scenarios))(
  "three hospitals, %s: 2SFCA by gravity, 3SFCA by catchment and as pysal has it",
  (_, scenario) => {
    const { demand, supply, max_cost: catchment } = golden.hospital;
    const times = Object.entries(scenario.cost).map(([pair, cost]) => {
      const [from, to] = pair.split("->").map(Number);
      return [from! - 1, to! - 1, cost] as const;
    });
    const matrix = matrixOf(3, 3, times);
    const weight = gravityWeight(1, -1, 1);
    const [people, places] = [Object.values(demand), Object.values(supply)];
    const two = twoStepCatchments(matrix, people, places, weight, catchment);
    expectClose(two.access, scenario.A_2sfca_gravity);
    const sum = people.reduce((total, count, i) => total + count * two.access[i]!, 0);
    expect(sum).toBeCloseTo(scenario.invariant_sum_A_times_pop, 9);
    const three = threeStepCatchments(matrix, people, places, weight, { catchment });
    expectClose(three.access, scenario.A_3sfca_catchment_limited_G);
    const all = threeStepCatchments(matrix, people, places, weight, { catchment, choice: "all" });
    expectClose(all.access, scenario.A_3sfca_pysal);
  },
);

const school = golden.village_school;
const pupils = Object.values(school.pupils);
const seats = Object.values(school.schools).map((own) => own.seats);
const schoolTimes = Object.values(school.minutes).flatMap((row, i) =>
  Object.values(row).map((minutes, j): [number, number, number] => [i, j, minutes]),
);

test("five villages and three schools: 2SFCA within 30 minutes, E2SFCA by zones", () => {
  const matrix = matrixOf(5, 3, schoolTimes);
  const two = twoStepCatchments(matrix, pupils, seats, binaryWeight(30));
  expectClose(two.access, school["2sfca_binary30"].A_seats_per_pupil);
  expect(two.unreached).toEqual([3]);
  expect(two.supplyWithoutDemand).toEqual([]);
  expectClose(
    twoStepCatchments(matrix, pupils, seats, stepWeight(E2SFCA_ZONES)).access,
    school.e2sfca_step.A_seats_per_pupil,
  );
});

const weightRows: [string, Weight, Numbers][] = [
  ["Gaussian", gaussianWeight(20), golden.weights["gaussian_sigma20"]!],
  ["bounded Gaussian", boundedGaussianWeight(30), golden.weights.luo_gaussian_d0_30.values],
  ["gravity", gravityWeight(20, -2, 1), golden.weights["gravity_scale20_alpha-2_min1"]!],
  [
    "step",
    stepWeight([
      [20, 1],
      [40, 0.68],
      [60, 0.22],
    ]),
    golden.weights["step_20_40_60_1_068_022"]!,
  ],
];

test.each(weightRows)("%s weights are those of the golden file", (_, weight, values) => {
  const ours = Object.keys(values).map((minutes) => weight(Number(minutes)));
  expect(ours.every(Number.isFinite)).toBe(true);
  expectClose(Float64Array.from(ours), values);
});

test("a grid of 5 × 5 sites sees the weighted supply of the golden file", () => {
  const at = (id: number): [number, number] => [(id - 1) % 5, Math.floor((id - 1) / 5)];
  for (const [id, value] of Object.entries(golden.grid5x5_gravity.values)) {
    const [x, y] = at(Number(id));
    let seen = 0;
    for (let other = 1; other <= 25; other++)
      seen += gravityWeight(60, 1, 0)(Math.hypot(x - at(other)[0], y - at(other)[1]));
    expect(seen).toBeCloseTo(value, 7);
  }
});

const worlds = fc
  .record({ rows: fc.integer({ min: 1, max: 8 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      demand: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: rows, maxLength: rows }),
      supply: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: columns, maxLength: columns }),
      times: fc.uniqueArray(
        fc.tuple(
          fc.integer({ min: 0, max: rows - 1 }),
          fc.integer({ min: 0, max: columns - 1 }),
          fc.integer({ min: 0, max: 90 }),
        ),
        { selector: ([i, j]) => `${i},${j}`, maxLength: rows * columns },
      ),
    }),
  );

test("what villages get is what the facilities with demand in reach have, by every method", () => {
  fc.assert(
    fc.property(worlds, ({ demand, supply, times }) => {
      const matrix = matrixOf(demand.length, supply.length, times);
      for (const result of [
        twoStepCatchments(matrix, demand, supply, binaryWeight(30)),
        twoStepCatchments(matrix, demand, supply, stepWeight(E2SFCA_ZONES)),
        twoStepCatchments(matrix, demand, supply, boundedGaussianWeight(60)),
        threeStepCatchments(matrix, demand, supply, stepWeight(E2SFCA_ZONES)),
      ]) {
        const got = demand.reduce((sum, count, i) => sum + count * result.access[i]!, 0);
        const idle = new Set(result.supplyWithoutDemand);
        const given = supply.reduce((sum, count, j) => sum + (idle.has(j) ? 0 : count), 0);
        expect(got).toBeCloseTo(given, 6);
        expect(result.access.every(Number.isFinite)).toBe(true);
        for (const i of result.unreached) expect(result.access[i]).toBe(0);
      }
    }),
  );
});

test("with a place, without a place and outside sum to the demand; no facility takes more than it has", () => {
  fc.assert(
    fc.property(worlds, ({ demand, supply, times }) => {
      const matrix = matrixOf(demand.length, supply.length, times);
      const { withPlace, withoutPlace, outside, taken } = assignNearestFirst(matrix, demand, supply, 45);
      for (const [i, count] of demand.entries())
        expect(withPlace[i]! + withoutPlace[i]! + outside[i]!).toBe(count);
      for (const [j, places] of supply.entries()) expect(taken[j]).toBeLessThanOrEqual(places);
      expect(taken.reduce((a, b) => a + b, 0)).toBe(withPlace.reduce((a, b) => a + b, 0));
      const more = assignNearestFirst(
        matrix,
        demand,
        supply.map((places) => places + 10),
        45,
      );
      expect(more.withPlace.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(
        withPlace.reduce((a, b) => a + b, 0),
      );
    }),
  );
});

test("nearest first: the village that is nearer fills the school, the other is split", () => {
  // Village 0 is 5 minutes from school 0; village 1 is 10 minutes from it and 20 from school 1; village 2 reaches none.
  const matrix = matrixOf(3, 2, [
    [0, 0, 5],
    [1, 0, 10],
    [1, 1, 20],
    [2, 1, 46],
  ]);
  const { withPlace, withoutPlace, outside, taken } = assignNearestFirst(matrix, [30, 50, 7], [40, 15], 45);
  expect(Array.from(withPlace)).toEqual([30, 25, 0]);
  expect(Array.from(withoutPlace)).toEqual([0, 25, 0]);
  expect(Array.from(outside)).toEqual([0, 0, 7]);
  expect(Array.from(taken)).toEqual([40, 15]);
});

test("people within 15, 30, 45 and 60 minutes, a threshold included; no minutes are no large number", () => {
  const people = [10, 20, 30, 40];
  const coverage = coverageOf(people, [15, 15.5, 60, Infinity]);
  expect(Array.from(coverage.within[15])).toEqual([10, 0, 0, 0]);
  expect(Array.from(coverage.within[30])).toEqual([10, 20, 0, 0]);
  expect(Array.from(coverage.within[60])).toEqual([10, 20, 30, 0]);
  expect(Array.from(coverage.personMinutes)).toEqual([150, 310, 1800, 0]);
  expect(Array.from(coverage.timed)).toEqual([10, 20, 30, 0]);
  expect(coverageShare(coverage.within[60], people)).toBe(0.6);
  expect(coverageShare(new Float64Array(1), [0])).toBeNull();
});

const solve = (content: Record<string, unknown>) =>
  fcaProblem.solve({ problem: "fca", ...content }, () => undefined);
const village = { demand: pupils, supply: seats, time: schoolTimes };

test("fca answers access, who is unreached, and supply without demand", async () => {
  const answer = await solve({ ...village, method: "2sfca", catchment: 30 });
  expect(answer.isSolved).toBe(true);
  expectClose(
    Float64Array.from(answer.body["access"] as number[]),
    school["2sfca_binary30"].A_seats_per_pupil,
  );
  expect(answer.body["unreached"]).toEqual([3]);
  const lonely = await solve({
    demand: [5, 0],
    supply: [3, 4, 0],
    time: [
      [0, 0, 5],
      [1, 1, 5],
    ],
    method: "e2sfca",
  });
  expect(lonely.body).toEqual({ access: [3 / 5, 0], unreached: [], supply_without_demand: [1] });
});

test("fca takes the published zones, or zones of one's own, for every method", async () => {
  const published = await solve({ ...village, method: "e2sfca" });
  expect(published.isSolved).toBe(true);
  expectClose(Float64Array.from(published.body["access"] as number[]), school.e2sfca_step.A_seats_per_pupil);
  const { scenarios, demand, supply } = golden.hospital;
  const scenario = scenarios["0_gridlock"]!;
  const time = Object.entries(scenario.cost).map(([pair, cost]) => {
    const [from, to] = pair.split("->").map(Number);
    return [from! - 1, to! - 1, cost];
  });
  const own = {
    demand: Object.values(demand),
    supply: Object.values(supply),
    time,
    zones: [
      [1, 1],
      [60, 1 / 40],
    ],
  };
  const two = await solve({ ...own, method: "2sfca" });
  expectClose(Float64Array.from(two.body["access"] as number[]), scenario.A_2sfca_gravity);
  const three = await solve({ ...own, method: "3sfca" });
  expectClose(Float64Array.from(three.body["access"] as number[]), scenario.A_3sfca_catchment_limited_G);
});

const wrong: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ["unknown key", { catchmnt: 3 }, 'unknown key "catchmnt" of fca: known are problem, demand, supply'],
  ["no demand", { demand: undefined }, "demand is missing: it must be a list of numbers"],
  ["negative demand", { demand: [1, -2, 3, 4, 5] }, "demand[1] is -2: it must be 0 or more"],
  ["text in supply", { supply: [1, "x", 2] }, 'supply[1] is "x": it must be a number of 0 or more'],
  [
    "ragged time",
    {
      time: [
        [0, 0, 5],
        [1, 1],
      ],
    },
    "time[1] is [1,1]: it must be [i, j, minutes]",
  ],
  ["longer time", { time: [[0, 0, 5, 1]] }, "time[0] is [0,0,5,1]: it must be [i, j, minutes]"],
  ["negative minutes", { time: [[0, 0, -1]] }, "time[0][2] is -1: it must be 0 minutes or more"],
  ["village beyond", { time: [[5, 0, 1]] }, "time[0][0] is 5: demand has 5 entries, counted from 0"],
  ["site beyond", { time: [[0, 3, 1]] }, "time[0][1] is 3: supply has 3 entries, counted from 0"],
  [
    "pair twice",
    {
      time: [
        [0, 0, 1],
        [0, 0, 2],
      ],
    },
    "time[1] is of the pair 0, 0, as time[0] is: a pair has one time",
  ],
  ["unknown method", { method: "4sfca" }, 'method is "4sfca": it must be 2sfca, e2sfca or 3sfca'],
  ["no catchment", { catchment: undefined }, "catchment is missing: 2sfca needs catchment or zones"],
  [
    "zones that fall",
    {
      zones: [
        [20, 1],
        [10, 1],
      ],
    },
    "zones[1][0] is 10: it must be above 20, the zone before",
  ],
  ["a demand beyond exact sums", { demand: [1e308] }, "demand[0] is 1e+308: it must be at most"],
  ["ragged zones", { zones: [[20]] }, "zones[0] is [20]: it must be [minutes, weight]"],
  [
    "catchment past the zones",
    { method: "e2sfca", catchment: 45 },
    "catchment is 45: the last zone ends at 30 minutes, give zones that reach as far",
  ],
  [
    "an access beyond all numbers",
    { demand: [1e-300, 1, 1, 1, 1], supply: [1e15, 1, 1], time: [[0, 0, 5]] },
    "the access of demand[0] is larger than a number can be: the demand near it is too small for its supply",
  ],
];

test.each(wrong)("fca refuses: %s", async (_, change, message) => {
  const content = Object.entries({ ...village, method: "2sfca", catchment: 30, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  await expect(solve(Object.fromEntries(content))).rejects.toThrow(message);
});
