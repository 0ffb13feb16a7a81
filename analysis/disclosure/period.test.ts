// A made-up county of one period: what is planned is safe, and the gate notices whatever is taken from it.

import { expect, test } from "vitest";
import type { PeriodInput } from "./areas.ts";
import { auditPeriod } from "./audit.ts";
import type { Count } from "./counts.ts";
import { areas, earlierBy, FIRST_VILLAGE, inputOf, N } from "./made_county.ts";
import { planPeriod, type PeriodPlan } from "./plan.ts";

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
