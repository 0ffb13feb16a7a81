// A made-up county of one period: what is planned is safe, and the gate notices whatever is taken from it.

import { expect, test } from "vitest";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { joinLevels, type Earlier, type Figures, type PeriodInput } from "./areas.ts";
import { auditPeriod } from "./audit.ts";
import type { Count } from "./counts.ts";
import { planPeriod, type PeriodPlan } from "./plan.ts";

const TOWNS = 6;
const VILLAGES = 60;

/** A county, its towns and villages. */
const areas = joinLevels([
  { parentIdx: Int32Array.of(-1) },
  { parentIdx: new Int32Array(TOWNS) },
  { parentIdx: Int32Array.from({ length: VILLAGES }, (_, idx) => Math.floor((idx * TOWNS) / VILLAGES)) },
]);
const N = areas.above.length;
const FIRST_VILLAGE = 1 + TOWNS;

function randomOf(seed: number): (n: number) => number {
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

const IDS = ["population", "headcount_ratio", "no_labour_share", "monitored_share", "poverty_gap_total"];

/** Everything that one period of this county has. */
function inputOf(seed: number, earlier?: PeriodInput["earlier"]): PeriodInput {
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

/** What public columns show by a plan; some cells of counts are shown beside. */
const shownBy =
  ({ hidden }: PeriodPlan, leaked: ReadonlyMap<string, number> = new Map()) =>
  (count: Count): Uint8Array => {
    const visible = count.exists.map((own, cell) =>
      Number(own === 1 && hidden.get(count)?.hidden[cell] !== 1),
    );
    const leak = leaked.get(count.key);
    if (leak !== undefined) visible[leak] = 1;
    return visible;
  };

test("what is planned keeps every hidden cell, and most is shown", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const input = inputOf(seed);
    const plan = planPeriod(input);
    const { unsafe, cells, narrowest } = auditPeriod(input, plan, shownBy(plan));
    expect(unsafe, `${seed}`).toEqual([]);
    expect(plan.withheld).toEqual([]);
    expect(cells).toBeGreaterThan(10);
    expect(narrowest).toBeGreaterThanOrEqual(5);
    for (const { count, hidden } of plan.hidden.values()) {
      const small = count.value.map((value) => Number(count.isHeads && value > 0 && value < 10));
      expect(small.every((own, cell) => own === 0 || hidden[cell] === 1)).toBe(true);
    }
  }
});

test("the gate fails when one complementary cell is shown, or one hidden total", () => {
  let tried = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const input = inputOf(seed);
    const plan = planPeriod(input);
    for (const { count, hidden, byRule } of plan.hidden.values())
      for (let cell = 0; cell < N; cell++) {
        if (hidden[cell] === 0 || (byRule[cell] === 1 && cell >= FIRST_VILLAGE)) continue;
        const { unsafe } = auditPeriod(input, plan, shownBy(plan, new Map([[count.key, cell]])));
        expect(unsafe.length, `${count.key} ${cell}`).toBeGreaterThan(0);
        expect(unsafe.some((found) => found.cell === cell && found.isShown)).toBe(true);
        tried++;
      }
  }
  expect(tried).toBeGreaterThan(20);
});

/** What a release has shown of the same figures by its plan. */
const earlierBy =
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

test("the pattern of an earlier release is kept where nothing changed", () => {
  const first = inputOf(3);
  const before = planPeriod(first);
  const again = inputOf(3, earlierBy(first, before, first));
  const plan = planPeriod(again);
  for (const { count, hidden } of before.hidden.values()) {
    const now = [...plan.hidden.values()].find((own) => own.count.key === count.key)!;
    expect(now.hidden).toEqual(hidden);
  }
  expect(auditPeriod(again, plan, shownBy(plan)).unsafe).toEqual([]);
});

test("what becomes small after it was shown is withheld with all that would give it away", () => {
  const first = inputOf(3);
  const before = planPeriod(first);
  const poorBefore = [...before.hidden.values()].find(({ count }) => count.key === "poor_persons")!;
  const village = poorBefore.hidden.findIndex((hidden, cell) => cell >= FIRST_VILLAGE && hidden === 0);
  const changed: PeriodInput = {
    ...first,
    indicator(id) {
      const figures = first.indicator(id);
      if (id !== "headcount_ratio" || !figures) return figures;
      const numerator = figures.numerator.slice();
      const by = numerator[village]! - 4;
      for (let cell = village; cell >= 0; cell = areas.above[cell]!) numerator[cell]! -= by;
      return { ...figures, numerator };
    },
  };
  const input: PeriodInput = { ...changed, earlier: earlierBy(first, before, changed)! };
  const plan = planPeriod(input);
  const poor = [...plan.hidden.values()].find(({ count }) => count.key === "poor_persons")!;
  expect(poor.hidden[village]).toBe(1);
  expect(plan.withheld).toContain("headcount_ratio");
  expect(auditPeriod(input, plan, shownBy(plan)).unsafe).toEqual([]);
});
