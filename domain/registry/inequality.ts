// Inequality of incomes, from the records of people at every level: it does not add up.

import type { Indicator } from "#domain/indicator";
import type { Measure } from "#domain/measure";

/** Shares of people, in per cent, at which the Lorenz curve is kept. */
export const LORENZ_PER_CENT = [10, 20, 40, 60, 80, 90] as const;

const measure = (id: string, en: string, zh: string, unit: Measure["unit"]): Measure => ({
  id,
  label: { en, zh },
  unit,
  rollUp: "from_records",
});

/**
 * Sums of the Gini coefficient, and the points of the Lorenz curve in fen of income, of an area of any level: the columns of
 * `register.area_inequality`, which computes them. None adds up.
 */
export const INEQUALITY_MEASURES: readonly Measure[] = [
  measure(
    "income_differences",
    "differences of income between people, summed",
    "人与人之间收入差额合计",
    "count",
  ),
  measure(
    "income_differences_greatest",
    "the same if one person had all the income",
    "收入全归一人时的差额合计",
    "count",
  ),
  measure(
    "lorenz_income_fen",
    "income of everybody with an income record",
    "有收入记录人口的收入合计",
    "yuan",
  ),
  ...LORENZ_PER_CENT.map((share) =>
    measure(
      `lorenz_${share}_fen`,
      `income of the poorest ${share} % of people`,
      `收入最低 ${share}% 人口的收入`,
      "yuan",
    ),
  ),
];

export const INEQUALITY_INDICATORS: readonly Indicator[] = [
  {
    id: "gini",
    lens: "poverty",
    theme: "income_employment",
    label: { en: "Gini coefficient of income", zh: "收入基尼系数" },
    symbol: "G",
    description: {
      en: "Inequality of income between people, 0 if all have the same, towards 1 if one has all; from the records of households at every level, never from the coefficients of areas.",
      zh: "人与人之间的收入差距：人人相同为 0，越接近 1 差距越大；各级均由户记录计算，绝不由下级系数推得。",
    },
    unit: "index",
    polarity: "higher-is-worse",
    numerator: { income_differences: 1 },
    denominator: { income_differences_greatest: 1 },
    rollUp: "from_records",
    department: { en: "Rural Revitalisation, Statistics", zh: "乡村振兴、统计" },
    disclosure: "D1",
  },
];
