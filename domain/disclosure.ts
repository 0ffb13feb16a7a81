// Disclosure control: what of an indicator the public may see. One row per class, and one for what an indicator or a measure adds.

import { formatTerm, type Indicator, type Term } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { CAUSE_MEASURES } from "#domain/registry/causes";

export type DisclosureClass = NonNullable<Indicator["disclosure"]>;

/** Least k: a count of people or households from 1 to k − 1 is hidden. It may be raised, never lowered. */
export const THRESHOLD_FLOOR = 10;

/** Fewest feasible integers that someone who knows the rules must be left with, for every hidden cell. */
export const MIN_FEASIBLE = 2;
/** Narrowest interval of a hidden cell: this, or this share of its value, whichever is more. */
const MIN_WIDTH = 5;
const MIN_WIDTH_SHARE = 0.2;

/** The width that the interval of a hidden cell of this value must have at least. */
export const requiredWidth = (value: number): number =>
  Math.max(MIN_WIDTH, MIN_WIDTH_SHARE * Math.abs(value));

/** A sum of money is hidden where one recipient has more than this share of it: dominance (1, 80). */
export const DOMINANCE_SHARE = 0.8;

/** Whether one recipient of a sum has too much of it for the sum to be public. */
export const isDominated = (largest: number, total: number): boolean => largest > DOMINANCE_SHARE * total;

interface ClassRule {
  /** Lowest level whose areas are public, in levels above the lowest; null for none at all. */
  readonly levelsAboveLowest: number | null;
  /** A count of people or households below it is hidden, unless it is 0; 0 hides none. */
  readonly minCount: number;
  /** A rate of fewer people than this is hidden, and one of fewer households; 0 hides none. */
  readonly minPeople: number;
  readonly minHouseholds: number;
  /** Whether those left over count too: N − n below the threshold, and a rate of 0 % or 100 % that says of everybody what they may not want said. */
  readonly protectsRest: boolean;
}

const OPEN = { minCount: 0, minPeople: 0, minHouseholds: 0, protectsRest: false } as const;

/** Source of the thresholds: Office for National Statistics (10); a denominator of 30 people is one of ten households. */
export const DISCLOSURE_CLASSES = {
  D0: { levelsAboveLowest: 0, ...OPEN },
  D1: { levelsAboveLowest: 0, minCount: 10, minPeople: 30, minHouseholds: 10, protectsRest: true },
  D2: { levelsAboveLowest: 1, minCount: 20, minPeople: 30, minHouseholds: 20, protectsRest: true },
  D3: { levelsAboveLowest: null, ...OPEN },
  D4: { levelsAboveLowest: 0, ...OPEN, minCount: 10 },
} as const satisfies Record<DisclosureClass, ClassRule>;

/** The rule of an indicator, with k raised to `threshold`; null for one that is never public. Throws a RangeError below the floor. */
export function disclosureRule(
  { disclosure }: Pick<Indicator, "disclosure">,
  threshold = THRESHOLD_FLOOR,
): (ClassRule & { readonly levelsAboveLowest: number }) | null {
  if (!Number.isInteger(threshold) || threshold < THRESHOLD_FLOOR)
    throw new RangeError(`threshold is ${threshold}: it is a whole number of at least ${THRESHOLD_FLOOR}`);
  const rule: ClassRule | null = disclosure === undefined ? null : DISCLOSURE_CLASSES[disclosure];
  if (!rule || rule.levelsAboveLowest === null) return null;
  const minCount = rule.minCount === 0 ? 0 : Math.max(rule.minCount, threshold);
  return { ...rule, levelsAboveLowest: rule.levelsAboveLowest, minCount };
}

/** Why a figure is not public: its level, a rule about itself, or the protection of others; stored as 1, 2, 3, with 0 for none. */
export const WITHHELD_REASONS = ["level", "rule", "repair"] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** Units in which a measure counts people or households itself. */
const HEADS: readonly Measure["unit"][] = ["persons", "households", "pupils"];

export const countsHeads = ({ unit }: Pick<Measure, "unit">): boolean => HEADS.includes(unit);

/**
 * Whose number decides about a measure that counts something else: money, points, minutes, visits. Where the first is not known
 * the next does, which is never more: registered people are all targets.
 */
const PEOPLE_BEHIND: Readonly<Record<string, readonly string[]>> = {
  income_gap_fen: ["poor_persons"],
  squared_income_gap: ["poor_persons"],
  income_line_fen: ["persons", "registered_persons"],
  squared_income_line: ["persons", "registered_persons"],
  net_income_fen: ["registered_persons"],
  exit_score_centipoints: ["scored_households"],
  income_differences: ["persons"],
  income_differences_greatest: ["persons"],
  pupil_travel_min: ["routed_pupils"],
  visits_due: ["target_households"],
  visits_on_time: ["target_households"],
  funds_allocated_fen: ["target_persons", "registered_persons"],
  funds_paid_fen: ["target_persons", "registered_persons"],
  funds_arrived_fen: ["target_persons", "registered_persons"],
  donations_received_fen: ["target_persons", "registered_persons"],
  projects_due: ["target_persons", "registered_persons"],
  late_projects: ["target_persons", "registered_persons"],
};

/** Deprivations of poor people, of which a person may have several: the poor decide about their sum. */
const DEPRIVED = "poor_persons_deprived_in_";

/** Who stands behind a term: the sum of some measures, or the first of several that is known. */
export interface Behind {
  readonly kind: "itself" | "first-known";
  readonly measures: readonly string[];
}

/** Who stands behind a term; null where nobody knows, and the term is not public in a class that counts people. */
export function peopleBehind(term: Term, measures: readonly Pick<Measure, "id" | "unit">[]): Behind | null {
  const ids = Object.keys(term);
  const weights = new Set(Object.values(term));
  if (ids.length > 1 && ids.every((id) => id.startsWith(DEPRIVED)))
    return { kind: "first-known", measures: ["multidimensionally_poor_persons"] };
  const rows = ids.map((id) => measures.find((measure) => measure.id === id));
  if (weights.size === 1 && rows.every((row) => row && countsHeads(row)))
    return { kind: "itself", measures: ids };
  const [first, ...others] = ids.map((id) => PEOPLE_BEHIND[id] ?? []);
  return first!.length > 0 && others.every((other) => other.join() === first!.join())
    ? { kind: "first-known", measures: first! }
    : null;
}

/** Measures that count the same thing under two names: in place of the first the second. */
const SAME: Readonly<Record<string, string>> = { survey_frame_households: "rural_households" };

/**
 * Measures of which nothing is hidden: day pupils, as anybody can take the boarders from the pupils, and works, which are neither
 * people nor money.
 */
export const OPEN_MEASURES: readonly string[] = ["day_pupils", "projects_due", "late_projects"];

/** Parts of a whole that the formulas do not say: all are counted among it. */
const WHOLES: readonly (readonly [part: (id: string) => boolean, whole: string])[] = [
  [(id) => id.startsWith(DEPRIVED), "multidimensionally_poor_persons"],
];

/** The measure that a measure is a part of beside what indicators say; null without one. */
export const wholeOf = (measure: string): string | null =>
  WHOLES.find(([isPart]) => isPart(measure))?.[1] ?? null;

/** Parts of one whole of which nobody is in two. */
const EXCLUSIVE = ["exit_score_poor_households", "exit_score_borderline_households"];

/**
 * Measures that make up a total, or are apart in a whole. `together`: an area shows all of them and the total, or none, so that
 * one gives nothing away of another. `apart`: each is hidden by itself, where several of an area and of its neighbours are hidden.
 */
export interface Categories {
  readonly id: string;
  readonly hide: "together" | "apart";
  readonly isPart: (measure: string) => boolean;
  /** Whether a term is their total. */
  readonly isTotal: (term: Term) => boolean;
}

export const CATEGORIES: readonly Categories[] = [
  {
    id: "deprivations",
    hide: "together",
    isPart: (id) => id.startsWith(DEPRIVED),
    isTotal: (term) => {
      const ids = Object.keys(term);
      return ids.length > 1 && ids.every((id) => id.startsWith(DEPRIVED));
    },
  },
  { id: "exit_scores", hide: "together", isPart: (id) => EXCLUSIVE.includes(id), isTotal: () => false },
  {
    id: "causes",
    hide: "apart",
    isPart: (id) => CAUSE_MEASURES.some((cause) => cause.id === id),
    isTotal: (term) => Object.keys(term).join() === "cause_recorded_households",
  },
];

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** What a term counts, as a text that is the same for terms which are multiples of each other, and by how much it multiplies it. */
export function countOf(term: Term): { readonly key: string; readonly factor: number } {
  const factor = Object.values(term).reduce(gcd, 0) || 1;
  const entries = Object.entries(term)
    .map(([id, weight]): [string, number] => [SAME[id] ?? id, weight / factor])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { key: formatTerm(Object.fromEntries(entries)), factor };
}
