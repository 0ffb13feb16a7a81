// The public pattern of one period: which cells of every count are hidden, by a rule or to protect others.

import { disclosureRule } from "#domain/disclosure";
import type { PeriodInput } from "./areas.ts";
import { bundlesOf, type Bundle, type Cohort } from "./bundles.ts";
import { countsOf, measureOf, type Count, type Counts, type Ratio } from "./counts.ts";
import type { Decided, Patterns } from "./decided.ts";
import { inOrder } from "./order.ts";
import { protectBundle } from "./protect_bundle.ts";
import { reachOf } from "./reach.ts";
import { applyRules, type Ruled } from "./rules.ts";

/** What is hidden of a count. */
export interface HiddenCount {
  readonly count: Count;
  /** 1 where it is hidden, whatever for. */
  readonly hidden: Uint8Array;
  /** 1 where a rule hides it, or its level. */
  readonly byRule: Uint8Array;
}

export interface PeriodPlan {
  readonly period: string;
  readonly counts: Counts;
  readonly bundles: readonly Bundle[];
  readonly ruled: Ruled;
  readonly hidden: ReadonlyMap<Count, HiddenCount>;
  readonly decided: Patterns;
  /** What is hidden of each cohort's own sums, by count of the cohort; nothing where all of the bundle is withheld. */
  readonly patterns: ReadonlyMap<Cohort, readonly Uint8Array[]>;
  /** What is withheld in the whole period, because nothing less protects it. */
  readonly withheld: readonly string[];
}

/** Fewest people, or households, that a rate of an indicator may be of. */
export const minimumOf =
  ({ measures, threshold }: PeriodInput) =>
  ({ indicator, denominator }: Ratio): number => {
    const rule = disclosureRule(indicator, threshold)!;
    const measure = measures.find(({ id }) => id === (measureOf(denominator.term) ?? ""));
    return measure?.unit === "households" ? rule.minHouseholds : rule.minPeople;
  };

/** Decides what the public sees of a period. */
export function planPeriod(input: PeriodInput): PeriodPlan {
  const counts = countsOf(input);
  const ruled = applyRules(counts, input.areas.above, minimumOf(input));
  const bundles = inOrder(bundlesOf(input.areas, counts.all), counts, ruled);
  const hidden = new Map<Count, HiddenCount>();
  const decided = new Map<Count, Decided>();
  const withheld: string[] = [];
  for (const count of counts.all)
    if (count.rule.isOpen) decided.set(count, { hidden: new Uint8Array(count.value.length), reach: null });
  const done: Bundle[] = [];
  const cohortPatterns = new Map<Cohort, readonly Uint8Array[]>();
  for (const first of bundles) {
    const { bundle, patterns, ofCohorts, left } = protectBundle(input, first, counts, ruled, decided);
    done.push(bundle);
    for (const [cohort, own] of ofCohorts) cohortPatterns.set(cohort, own);
    if (!patterns || left.length > 0)
      withheld.push(...[...(patterns ? [] : bundle.counts), ...left].map(({ sides }) => sides[0]!.id));
    const reaches: [Count, Decided][] = [];
    for (const count of first.counts) {
      const pattern = patterns?.get(count) ?? count.exists.slice();
      for (let cell = 0; cell < pattern.length; cell++)
        if (count.exists[cell] === 1 && input.areas.level[cell]! > bundle.lowest) pattern[cell] = 1;
      hidden.set(count, { count, hidden: pattern, byRule: primaryCells(input, bundle, count, ruled) });
      const isAlone = patterns && !left.includes(count);
      const reach = isAlone ? reachOf(input, bundle, count, pattern, ruled, counts, decided) : null;
      reaches.push([count, { hidden: pattern, reach }]);
    }
    for (const [count, own] of reaches) decided.set(count, own);
  }
  return {
    period: input.period,
    counts,
    bundles: done,
    ruled,
    hidden,
    decided,
    patterns: cohortPatterns,
    withheld: [...new Set(withheld)],
  };
}

const primaryCells = (
  { areas }: PeriodInput,
  { lowest }: Bundle,
  count: Count,
  { primary }: Ruled,
): Uint8Array =>
  primary
    .get(count)!
    .pattern.map((own, cell) =>
      Number(count.exists[cell] === 1 && (own === 1 || areas.level[cell]! > lowest)),
    );
