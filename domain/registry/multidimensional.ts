// The multidimensional poverty index of persons: weighted deprivations of their household, integer weights, cut-off k.
// Source: Alkire & Foster (2011), Journal of Public Economics 95:476–487.

import type { Indicator, Term } from "#domain/indicator";
import type { Measure } from "#domain/measure";

/**
 * The deprivations of a household in three equal dimensions (education, health, living), weights over DEPRIVATION_TOTAL;
 * `register.household_profile` says when a household is deprived, and its members are with it.
 */
export const DEPRIVATIONS = [
  { id: "years_of_schooling", weight: 3, label: { en: "Years of schooling", zh: "受教育年限" } },
  { id: "school_attendance", weight: 3, label: { en: "School attendance", zh: "适龄儿童上学" } },
  { id: "long_illness", weight: 3, label: { en: "Long illness", zh: "长期患病" } },
  { id: "medical_insurance", weight: 3, label: { en: "Medical insurance", zh: "医疗保险" } },
  { id: "housing", weight: 2, label: { en: "Housing", zh: "住房" } },
  { id: "safe_water", weight: 2, label: { en: "Drinking water", zh: "饮水" } },
  { id: "labour", weight: 2, label: { en: "Labour", zh: "劳动力" } },
] as const;

export type DeprivationId = (typeof DEPRIVATIONS)[number]["id"];

/** D, the sum of the weights. */
export const DEPRIVATION_TOTAL = DEPRIVATIONS.reduce((sum, { weight }) => sum + weight, 0);

/** k × D: who scores at least this is poor (weak inequality). A third, so that one whole dimension suffices. */
export const POVERTY_CUTOFF = 6;

export const MULTIDIMENSIONAL_MEASURES: readonly Measure[] = [
  {
    id: "deprivation_scored_persons",
    label: { en: "People with every deprivation known", zh: "剥夺指标齐全的人口" },
    unit: "persons",
  },
  {
    id: "multidimensionally_poor_persons",
    label: { en: "Multidimensionally poor people", zh: "多维贫困人口" },
    unit: "persons",
  },
  ...DEPRIVATIONS.map(({ id, label }): Measure => ({
    id: `poor_persons_deprived_in_${id}`,
    label: {
      en: `Multidimensionally poor people deprived in: ${label.en.toLowerCase()}`,
      zh: `多维贫困人口中被剥夺：${label.zh}`,
    },
    unit: "persons",
  })),
];

/** Sum of the weighted deprivations of the poor: S, as a term, so that the contributions make it up exactly. */
const poorScore: Term = Object.fromEntries(
  DEPRIVATIONS.map(({ id, weight }) => [`poor_persons_deprived_in_${id}`, weight]),
);

const shared = {
  lens: "poverty",
  theme: "income_employment",
  rollUp: "ratio_of_sums",
  department: { en: "Rural Revitalisation", zh: "乡村振兴" },
  disclosure: "D1",
} as const;

const k = `${POVERTY_CUTOFF}/${DEPRIVATION_TOTAL}`;

/** What the deprivations were called when the index had four. */
const FORMER_NAMES: Partial<Record<DeprivationId, string>> = {
  years_of_schooling: "schooling",
  long_illness: "health",
  labour: "work",
};

const contributions: Indicator[] = DEPRIVATIONS.map(({ id, weight, label }) => ({
  ...shared,
  id: `contribution_${id}`,
  ...(id in FORMER_NAMES ? { formerly: [`contribution_${FORMER_NAMES[id as DeprivationId]}`] } : {}),
  label: { en: `Contribution of ${label.en.toLowerCase()} to M0`, zh: `${label.zh}对 M0 的贡献率` },
  unit: "share",
  polarity: "neutral",
  numerator: { [`poor_persons_deprived_in_${id}`]: weight },
  denominator: poorScore,
  partOf: "mpi",
}));

export const MULTIDIMENSIONAL_INDICATORS: readonly Indicator[] = [
  {
    ...shared,
    id: "mpi",
    label: { en: "Multidimensional poverty index", zh: "多维贫困指数" },
    symbol: "M0",
    description: {
      en: `Share of all possible weighted deprivations that poor people suffer: M0 = H × A, with ${DEPRIVATIONS.length} weighted deprivations and k = ${k} (Alkire & Foster 2011).`,
      zh: `贫困人口所受加权剥夺占全部可能剥夺的比例：M0 = H × A，${DEPRIVATIONS.length} 项加权指标，k = ${k}（Alkire & Foster 2011）。`,
    },
    unit: "index",
    polarity: "higher-is-worse",
    numerator: poorScore,
    denominator: { deprivation_scored_persons: DEPRIVATION_TOTAL },
  },
  {
    ...shared,
    id: "multidimensional_headcount_ratio",
    label: { en: "Multidimensional headcount ratio", zh: "多维贫困发生率" },
    symbol: "H",
    description: {
      en: `People whose household suffers at least ${k} of the weighted deprivations, as a share of people with every deprivation known.`,
      zh: `所在户加权剥夺得分不低于 ${k} 的人口占剥夺指标齐全人口的比例。`,
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: { multidimensionally_poor_persons: 1 },
    denominator: { deprivation_scored_persons: 1 },
  },
  {
    ...shared,
    id: "intensity",
    label: { en: "Intensity of deprivation", zh: "平均剥夺强度" },
    symbol: "A",
    description: {
      en: "Average share of the weighted deprivations that poor people suffer.",
      zh: "贫困人口平均承受的加权剥夺份额。",
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: poorScore,
    denominator: { multidimensionally_poor_persons: DEPRIVATION_TOTAL },
  },
  ...contributions,
];
