// A made-up county of one period for tests: its figures, another release of them, and what a release has shown of them.

import { INDICATORS, MEASURES } from "#domain/registry/index";
import { joinLevels, type Earlier, type Figures, type PeriodInput } from "./areas.ts";
import type { PeriodPlan } from "./plan.ts";

const TOWNS = 6;
const VILLAGES = 60;

/** A county, its towns and villages. */
export const areas = joinLevels([
  { parentIdx: Int32Array.of(-1) },
  { parentIdx: new Int32Array(TOWNS) },
  { parentIdx: Int32Array.from({ length: VILLAGES }, (_, idx) => Math.floor((idx * TOWNS) / VILLAGES)) },
]);
export const N = areas.above.length;
export const FIRST_VILLAGE = 1 + TOWNS;

export function randomOf(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * n);
  };
}

/** Sums of what each village has. */
function summed(ofVillage: (village: number) => number): Float64Array {
  const value = new Float64Array(N);
  for (let village = 0; village < VILLAGES; village++) value[FIRST_VILLAGE + village] = ofVillage(village);
  for (let cell = N - 1; cell > 0; cell--) value[areas.above[cell]!]! += value[cell]!;
  return value;
}

export const IDS = [
  "population",
  "headcount_ratio",
  "no_labour_share",
  "monitored_share",
  "poverty_gap_total",
];

/** Everything that one period of this county has. */
export function inputOf(seed: number, earlier?: PeriodInput["earlier"]): PeriodInput {
  const random = randomOf(seed);
  const persons = summed(() => 200 + random(900));
  const poor = persons.slice();
  const draw = (share: number, whole: Float64Array): Float64Array =>
    summed((village) =>
      Math.min(
        whole[FIRST_VILLAGE + village]!,
        random(Math.ceil(whole[FIRST_VILLAGE + village]! * share) + 1),
      ),
    );
  poor.set(draw(0.1, persons));
  const households = summed((village) => Math.ceil(persons[FIRST_VILLAGE + village]! / 4));
  const registered = draw(0.3, households);
  const measures: Record<string, Float64Array> = {
    persons,
    poor_persons: poor,
    rural_households: households,
    registered_households: registered,
    no_labour_households: draw(0.4, registered),
    monitored_unstable_households: draw(0.05, households),
    monitored_marginal_households: draw(0.05, households),
    monitored_sudden_households: draw(0.02, households),
    income_gap_fen: summed((village) => poor[FIRST_VILLAGE + village]! * (1 + random(90_000))),
  };
  const exists = new Uint8Array(N).fill(1);
  const term = (weights: Readonly<Record<string, number>>): Float64Array => {
    const sum = new Float64Array(N);
    for (const [id, weight] of Object.entries(weights))
      for (let cell = 0; cell < N; cell++) sum[cell]! += weight * measures[id]![cell]!;
    return sum;
  };
  const indicators = INDICATORS.filter(({ id }) => IDS.includes(id));
  return {
    period: "2022",
    areas,
    indicators,
    measures: MEASURES,
    shownMeasures: [],
    threshold: 10,
    indicator(id) {
      const { numerator, denominator } = indicators.find((row) => row.id === id)!;
      return { numerator: term(numerator), denominator: denominator && term(denominator), exists };
    },
    measure: (id): Figures | undefined =>
      measures[id] && { numerator: measures[id], denominator: null, exists },
    ...(earlier ? { earlier } : {}),
  };
}

/** What a release has shown of the same figures by its plan. */
export const earlierBy =
  (input: PeriodInput, { counts, hidden }: PeriodPlan, nowOf: PeriodInput): PeriodInput["earlier"] =>
  ({ id, side }): Earlier => {
    const count = counts.all.find(({ sides }) => sides.some((own) => own.id === id && own.side === side))!;
    const was = input.indicator(id)![side]!;
    const now = nowOf.indicator(id)![side]!;
    const own = hidden.get(count)?.hidden ?? new Uint8Array(N);
    const change = now.map((value, cell) => value - was[cell]!);
    return {
      existed: [new Uint8Array(N).fill(1)],
      isKnown: own.map((hiddenThen, cell) => Number(hiddenThen === 0 && change[cell] === 0)),
      isRevised: own.map((hiddenThen, cell) => Number(hiddenThen === 0 && change[cell] !== 0)),
      mustHide: own,
      least: change.map((by, cell) => (own[cell] === 1 ? Math.min(0, by) : 0)),
      most: change.map((by, cell) => (own[cell] === 1 ? Math.max(0, by) : 0)),
    };
  };

/** The figures of `first`, in which some villages have those of `second`; all sums with them. */
export function revised(first: PeriodInput, second: PeriodInput, villages: readonly number[]): PeriodInput {
  const side = (was: Float64Array, other: Float64Array): Float64Array => {
    const now = was.slice();
    for (const village of villages)
      for (let cell = village; cell >= 0; cell = areas.above[cell]!)
        now[cell]! += other[village]! - was[village]!;
    return now;
  };
  const of = (was: Figures | undefined, other: Figures | undefined): Figures | undefined =>
    was &&
    other && {
      ...was,
      numerator: side(was.numerator, other.numerator),
      denominator: was.denominator && other.denominator && side(was.denominator, other.denominator),
    };
  return {
    ...first,
    indicator: (id) => of(first.indicator(id), second.indicator(id)),
    measure: (id) => of(first.measure(id), second.measure(id)),
  };
}
