// The poverty lens: who is poor, how deeply, why, and who is at risk.

import type { Indicator } from "#domain/indicator";
import { CAUSE_INDICATORS } from "./causes.ts";
import { INCOME_INDICATORS } from "./income.ts";
import { MULTIDIMENSIONAL_INDICATORS } from "./multidimensional.ts";

const ruralRevitalisation = { en: "Rural Revitalisation", zh: "乡村振兴" };
const statistics = { en: "Rural Revitalisation, Statistics", zh: "乡村振兴、统计" };
const education = { en: "Education, Public Security, Disabled Persons' Federation", zh: "教育、公安、残联" };

/** The point table of the exit score was revised. */
const newPoints = [
  { period: "2020", label: { en: "revised point table of the exit score", zh: "脱贫评分表修订" } },
];

const worse = {
  lens: "poverty",
  unit: "share",
  polarity: "higher-is-worse",
  rollUp: "ratio_of_sums",
} as const;

export const POVERTY_INDICATORS: readonly Indicator[] = [
  ...MULTIDIMENSIONAL_INDICATORS,
  ...INCOME_INDICATORS,
  {
    id: "exit_score_mean",
    lens: "poverty",
    theme: "income_employment",
    label: { en: "mean exit score", zh: "平均脱贫评分", "zh-x-from2021": "平均风险消除评分" },
    description: {
      en: "Exit score of 100 points, averaged over scored households: below 60 poor, 60 to 80 borderline.",
      zh: "已评分户脱贫评分（百分制）的平均：低于 60 分为贫困，60 至 80 分为临界。",
    },
    unit: "points",
    polarity: "higher-is-better",
    numerator: { exit_score_centipoints: 1 },
    denominator: { scored_households: 100 },
    rollUp: "weighted_mean",
    department: ruralRevitalisation,
    disclosure: "D1",
    methodChanges: newPoints,
    policyBreaks: [60, 80],
  },
  ...[
    {
      id: "exit_score_below_60",
      label: {
        en: "households scoring below 60",
        zh: "脱贫评分低于 60 户占比",
        "zh-x-from2021": "风险消除评分低于 60 户占比",
      },
      description: {
        en: "Households whose exit score is below 60 of 100 (poor), as a share of scored households.",
        zh: "脱贫评分低于 60 分（贫困）的户占已评分户的比例。",
      },
      of: "exit_score_poor_households",
    },
    {
      id: "exit_score_60_to_80",
      label: {
        en: "households scoring 60 to 80",
        zh: "脱贫评分 60–80 户占比",
        "zh-x-from2021": "风险消除评分 60–80 户占比",
      },
      description: {
        en: "Households whose exit score is from 60 to 80 (borderline), as a share of scored households.",
        zh: "脱贫评分 60 至 80 分（临界）的户占已评分户的比例。",
      },
      of: "exit_score_borderline_households",
    },
  ].map(({ id, label, description, of }): Indicator => ({
    ...worse,
    id,
    label,
    description,
    theme: "income_employment",
    numerator: { [of]: 1 },
    denominator: { scored_households: 1 },
    department: ruralRevitalisation,
    disclosure: "D1",
    methodChanges: newPoints,
  })),
  {
    ...worse,
    id: "monitored_share",
    theme: "income_employment",
    label: { en: "monitored households", zh: "监测对象占比" },
    description: {
      en: "Monitored households (left poverty but unstable, marginal, or in sudden hardship), as a share of rural households.",
      zh: "脱贫不稳定户、边缘易致贫户与突发严重困难户占农村户数的比例。",
    },
    numerator: {
      monitored_unstable_households: 1,
      monitored_marginal_households: 1,
      monitored_sudden_households: 1,
    },
    denominator: { rural_households: 1 },
    department: ruralRevitalisation,
    disclosure: "D1",
  },
  {
    ...worse,
    id: "fall_back_rate",
    theme: "income_employment",
    label: { en: "rate of return to poverty", zh: "返贫率", "zh-x-from2021": "返贫致贫率" },
    description: {
      en: "People recorded as poor again, as a share of those who had left poverty before the period.",
      zh: "当期返贫人口占期初已脱贫人口的比例。",
    },
    numerator: { fallen_back_persons: 1 },
    denominator: { exited_persons: 1 },
    department: ruralRevitalisation,
    disclosure: "D2",
  },
  {
    ...worse,
    id: "suspected_dropout_rate",
    theme: "education",
    label: { en: "suspected dropout rate", zh: "疑似辍学率" },
    description: {
      en: "Residents aged 6–15 who are on no school roll and not exempt; “unmatched” until somebody checks.",
      zh: "未匹配学籍且无免除的 6–15 岁常住人口占比；经人核实前只是“未匹配”。",
    },
    numerator: { suspected_dropouts: 1 },
    denominator: { school_age_residents: 1 },
    department: education,
    disclosure: "D2",
  },
  ...CAUSE_INDICATORS,
  {
    ...worse,
    id: "medical_insurance_coverage",
    theme: "health",
    label: { en: "basic medical insurance coverage", zh: "基本医保参保率" },
    description: {
      en: "People insured, as a share of those who should be.",
      zh: "参保人口占应参保人口的比例。",
    },
    polarity: "higher-is-better",
    numerator: { insured_persons: 1 },
    denominator: { insurable_persons: 1 },
    mayExceedOne: true,
    department: { en: "Medical Insurance", zh: "医保" },
    disclosure: "D1",
  },
  {
    ...worse,
    id: "unsafe_housing_share",
    theme: "housing_water",
    label: { en: "households in unsafe housing", zh: "住房不安全户占比" },
    description: {
      en: "Households in dwellings of class C or D, or with none, as a share of households assessed.",
      zh: "住房鉴定为 C、D 级或无房的户占已鉴定户的比例。",
    },
    numerator: { unsafe_housing_households: 1 },
    denominator: { housing_assessed_households: 1 },
    department: { en: "Housing and Construction", zh: "住建" },
    disclosure: "D1",
  },
  {
    ...worse,
    id: "unsafe_water_share",
    theme: "housing_water",
    label: { en: "households without safe drinking water", zh: "饮水不安全户占比" },
    description: {
      en: "Households that lack enough water, clean water, water nearby or water all year, as a share of households assessed.",
      zh: "水量、水质、取水便利或保证率任一不达标的户占已评价户的比例。",
    },
    numerator: { unsafe_water_households: 1 },
    denominator: { water_assessed_households: 1 },
    department: { en: "Water Resources", zh: "水利" },
    disclosure: "D1",
  },
  {
    ...worse,
    id: "no_labour_share",
    theme: "population_labour",
    label: { en: "households without labour", zh: "无劳动力户占比" },
    description: {
      en: "Registered households in which nobody can work, as a share of registered households.",
      zh: "无劳动力的建档立卡户占建档立卡户的比例。",
    },
    numerator: { no_labour_households: 1 },
    denominator: { registered_households: 1 },
    department: { en: "Rural Revitalisation, Human Resources", zh: "乡村振兴、人社" },
    disclosure: "D1",
  },
  {
    id: "population",
    lens: "poverty",
    theme: "population_labour",
    label: { en: "population", zh: "人口" },
    description: { en: "People counted in the period.", zh: "当期人口数。" },
    unit: "persons",
    polarity: "neutral",
    numerator: { persons: 1 },
    denominator: null,
    rollUp: "sum",
    department: statistics,
    disclosure: "D1",
  },
];
