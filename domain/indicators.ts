// Indicators: what the map colours. Each is two sums of measures, divided once, at the end.

import { z } from "zod";
import { LENS_IDS } from "./lenses.ts";
import { DEPRIVATIONS, POVERTY_CUTOFF } from "./measures.ts";
import { HAS_VALUE, MISSING } from "./missing.ts";
import { UNIT_IDS } from "./units.ts";

/** A sum of measures with whole-number weights: `{ households_deprived_2: 2, households_deprived_3: 3 }`. */
const termSchema = z.record(z.string(), z.int());
export type Term = z.infer<typeof termSchema>;

export const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  lens: z.enum(LENS_IDS),
  label: z.record(z.string(), z.string()),
  /** A few letters for tight places and tables: H, A, M0. */
  symbol: z.string().optional(),
  description: z.record(z.string(), z.string()).optional(),
  unit: z.enum(UNIT_IDS),
  /** Which end is bad; decides rank order and the words "better" and "worse". */
  polarity: z.enum(["higher-is-worse", "higher-is-better", "neutral"]),
  numerator: termSchema,
  /** Null for a sum, which is shown as circles and never as a fill. */
  denominator: termSchema.nullable(),
  /** The indicator that this one is a share of; the shares add up to 1 (contributions to M0). */
  partOf: z.string().optional(),
});

export type Indicator = z.infer<typeof indicatorSchema>;

const dimensions = DEPRIVATIONS.length;

/** Households with at least `from` deprivations, each counted `weight(count)` times. */
function households(from: number, weight: (count: number) => number): Term {
  const term: Term = {};
  for (let count = from; count <= dimensions; count++) term[`households_deprived_${count}`] = weight(count);
  return term;
}

const allHouseholds = households(0, () => 1);
const poorHouseholds = households(POVERTY_CUTOFF, () => 1);
const poorScore = households(POVERTY_CUTOFF, (count) => count);
const times = (term: Term, factor: number): Term =>
  Object.fromEntries(Object.entries(term).map(([measure, weight]) => [measure, weight * factor]));

const contributions: Indicator[] = DEPRIVATIONS.map(({ id, label }) => ({
  id: `contribution_${id}`,
  lens: "poverty",
  label: { en: `Contribution of ${label.en.toLowerCase()} to M0`, zh: `${label.zh}对 M0 的贡献率` },
  unit: "share",
  polarity: "neutral",
  numerator: { [`poor_households_deprived_in_${id}`]: 1 },
  denominator: poorScore,
  partOf: "mpi",
}));

/** The built-in registry. A dataset adds rows of the same type in its import profile. */
export const INDICATORS: readonly Indicator[] = [
  {
    id: "mpi",
    lens: "poverty",
    label: { en: "Multidimensional poverty index", zh: "多维贫困指数" },
    symbol: "M0",
    description: {
      en: `Share of all possible deprivations that poor households suffer: M0 = H × A, with ${dimensions} equal dimensions and k = ${POVERTY_CUTOFF} (Alkire & Foster 2011).`,
      zh: `贫困户所受剥夺占全部可能剥夺的比例：M0 = H × A，${dimensions} 个等权维度，k = ${POVERTY_CUTOFF}（Alkire & Foster 2011）。`,
    },
    unit: "index",
    polarity: "higher-is-worse",
    numerator: poorScore,
    denominator: times(allHouseholds, dimensions),
  },
  {
    id: "multidimensional_headcount_ratio",
    lens: "poverty",
    label: { en: "Multidimensional headcount ratio", zh: "多维贫困发生率" },
    symbol: "H",
    description: {
      en: `Households deprived in at least ${POVERTY_CUTOFF} of ${dimensions} dimensions, as a share of all households.`,
      zh: `在 ${dimensions} 个方面中至少 ${POVERTY_CUTOFF} 个方面被剥夺的户占全部户的比例。`,
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: poorHouseholds,
    denominator: allHouseholds,
  },
  {
    id: "intensity",
    lens: "poverty",
    label: { en: "Intensity of deprivation", zh: "平均剥夺强度" },
    symbol: "A",
    description: {
      en: "Average share of dimensions in which poor households are deprived.",
      zh: "贫困户平均被剥夺的方面占全部方面的比例。",
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: poorScore,
    denominator: times(poorHouseholds, dimensions),
  },
  {
    id: "headcount_ratio",
    lens: "poverty",
    label: { en: "Income poverty headcount ratio", zh: "收入贫困发生率" },
    symbol: "P0",
    description: {
      en: "People below the poverty line of the year, as a share of all people.",
      zh: "收入低于当年贫困线的人口占总人口的比例。",
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: { poor_persons: 1 },
    denominator: { persons: 1 },
  },
  ...contributions,
  {
    id: "population",
    lens: "poverty",
    label: { en: "Population", zh: "人口" },
    description: { en: "People counted in the period.", zh: "当期人口数。" },
    unit: "persons",
    polarity: "neutral",
    numerator: { persons: 1 },
    denominator: null,
  },
  {
    id: "school_travel_time",
    lens: "supply",
    label: { en: "Mean travel time to school", zh: "平均到校时间" },
    description: {
      en: "Minutes on the way to school, averaged over pupils.",
      zh: "按学生平均的到校时间（分钟）。",
    },
    unit: "minutes",
    polarity: "higher-is-worse",
    numerator: { pupil_travel_min: 1 },
    denominator: { pupils: 1 },
  },
  {
    id: "pupil_teacher_ratio",
    lens: "supply",
    label: { en: "Pupil–teacher ratio", zh: "生师比" },
    description: { en: "Enrolled pupils for each full-time teacher.", zh: "在校学生数与专任教师数之比。" },
    unit: "pupils_per_teacher",
    polarity: "higher-is-worse",
    numerator: { pupils: 1 },
    denominator: { teachers: 1 },
  },
  {
    id: "help_plan_coverage",
    lens: "help",
    label: { en: "Help-plan coverage", zh: "帮扶计划覆盖率" },
    description: {
      en: "Registered or monitored households with an active help plan, as a share of all such households.",
      zh: "有在行帮扶计划的户占建档立卡或监测户的比例。",
    },
    unit: "share",
    polarity: "higher-is-better",
    numerator: { target_households_with_plan: 1 },
    denominator: { target_households: 1 },
  },
];

/** The measures that an indicator needs, each once. */
export function measuresOf(indicator: Indicator): string[] {
  return [...new Set([...Object.keys(indicator.numerator), ...Object.keys(indicator.denominator ?? {})])];
}

/** Divides once; 0/0 and n/0 give `not-applicable`. A sum has no denominator and is its numerator. */
export function divide(numerator: number, denominator: number | null): { value: number; status: number } {
  if (denominator === null) return { value: numerator, status: HAS_VALUE };
  if (denominator === 0) return { value: Number.NaN, status: MISSING["not-applicable"].status };
  return { value: numerator / denominator, status: HAS_VALUE };
}

/** Writes a term the way the catalogue shows it: `2 × households_deprived_2 + 3 × households_deprived_3`. */
export function formatTerm(term: Term): string {
  return Object.entries(term)
    .map(([measure, weight], index) => {
      const sign = weight < 0 ? (index ? " − " : "−") : index ? " + " : "";
      const factor = Math.abs(weight) === 1 ? "" : `${Math.abs(weight)} × `;
      return sign + factor + measure;
    })
    .join("");
}
