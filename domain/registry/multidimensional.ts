// The multidimensional poverty index of persons: weighted deprivations of their household, integer weights, cut-off k.
// Source: Alkire & Foster (2011), Journal of Public Economics 95:476–487.

import type { Indicator, Term } from "#domain/indicator";
import type { Measure } from "#domain/measure";
import type { Deprivation, DeprivationIndex } from "#domain/register/deprivation_index";

/**
 * The deprivations of a household in three equal dimensions (education, health, living), weights over DEPRIVATION_TOTAL. They are
 * expressions over the fields of household and person records; the members of a household are deprived with it.
 */
export const DEPRIVATIONS = [
  {
    id: "years_of_schooling",
    weight: 3,
    label: { en: "years of schooling", zh: "受教育年限" },
    decides: "none",
    who: "age >= 16",
    when: "schooling_years >= 6",
  },
  {
    id: "school_attendance",
    weight: 3,
    label: { en: "school attendance", zh: "适龄儿童上学" },
    decides: "any",
    who: "age >= 6 && age <= 15",
    when: "!at_school",
  },
  {
    id: "long_illness",
    weight: 3,
    label: { en: "long illness", zh: "长期患病" },
    decides: "any",
    when: "long_illness",
  },
  {
    id: "medical_insurance",
    weight: 3,
    label: { en: "medical insurance", zh: "医疗保险" },
    decides: "any",
    when: 'insurance == "uninsured"',
  },
  {
    id: "housing",
    weight: 2,
    label: { en: "housing", zh: "住房" },
    decides: "household",
    when: 'dwelling == "C" || dwelling == "D" || dwelling == "none"',
  },
  {
    id: "safe_water",
    weight: 2,
    label: { en: "drinking water", zh: "饮水" },
    decides: "household",
    when: "!safe_water",
  },
  {
    id: "labour",
    weight: 2,
    label: { en: "labour", zh: "劳动力" },
    decides: "none",
    when: "can_work",
  },
] as const satisfies readonly Deprivation[];

export type DeprivationId = (typeof DEPRIVATIONS)[number]["id"];

/** D, the sum of the weights. */
export const DEPRIVATION_TOTAL = DEPRIVATIONS.reduce((sum, { weight }) => sum + weight, 0);

/** k × D: who scores at least this is poor (weak inequality). A third, so that one whole dimension suffices. */
export const POVERTY_CUTOFF = 6;

/** The built-in index, declared like one of a profile. */
export const BUILT_IN_INDEX: DeprivationIndex = {
  id: "mpi",
  label: { en: "multidimensional poverty index", zh: "多维贫困指数" },
  identify: "household",
  count: "persons",
  missing: "left_out",
  cutoff: POVERTY_CUTOFF,
  deprivations: DEPRIVATIONS,
  groups: [],
  hasErrors: false,
};

export const MULTIDIMENSIONAL_MEASURES: readonly Measure[] = [
  {
    id: "deprivation_scored_persons",
    label: { en: "people whose deprivations are all known", zh: "各项状况均已查明的人口" },
    unit: "persons",
  },
  {
    id: "multidimensionally_poor_persons",
    label: { en: "multidimensionally poor people", zh: "多维贫困人口" },
    unit: "persons",
  },
  ...DEPRIVATIONS.map(({ id, label }): Measure => ({
    id: `poor_persons_deprived_in_${id}`,
    label: {
      en: `multidimensionally poor people deprived in: ${label.en}`,
      zh: `多维贫困人口中不达标：${label.zh}`,
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
  label: { en: `contribution of ${label.en} to M0`, zh: `${label.zh}对 M0 的贡献率` },
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
    label: { en: "multidimensional poverty index", zh: "多维贫困指数" },
    symbol: "M0",
    description: {
      en: `Weighted deprivations of poor people, as a share of all that are possible: M0 = H × A, with ${DEPRIVATIONS.length} weighted deprivations and k = ${k} (Alkire & Foster 2011).`,
      zh: `多维贫困人口的加权短板（学术上称“剥夺”）占全部可能短板的比例：M0 = H × A，${DEPRIVATIONS.length} 项加权指标，k = ${k}（Alkire & Foster 2011）。`,
    },
    unit: "index",
    polarity: "higher-is-worse",
    numerator: poorScore,
    denominator: { deprivation_scored_persons: DEPRIVATION_TOTAL },
  },
  {
    ...shared,
    id: "multidimensional_headcount_ratio",
    label: { en: "multidimensional headcount ratio", zh: "多维贫困发生率" },
    symbol: "H",
    description: {
      en: `People whose household suffers at least ${k} of the weighted deprivations, as a share of the people whose deprivations are all known.`,
      zh: `所在户加权短板得分（剥夺得分）不低于 ${k} 的人口占各项状况均已查明人口的比例。`,
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: { multidimensionally_poor_persons: 1 },
    denominator: { deprivation_scored_persons: 1 },
  },
  {
    ...shared,
    id: "intensity",
    label: { en: "intensity of deprivation", zh: "平均缺项程度" },
    symbol: "A",
    description: {
      en: "Mean share of the weighted deprivations that poor people suffer.",
      zh: "多维贫困人口平均有多少短板（按权重计，学术上称“剥夺强度”）。",
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: poorScore,
    denominator: { multidimensionally_poor_persons: DEPRIVATION_TOTAL },
  },
  ...contributions,
];
