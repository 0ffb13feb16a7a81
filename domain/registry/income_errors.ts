// Standard errors of the income figures of a register that is a sample: they take the place of the size of the sample.

import type { Measure } from "#domain/measure";
import type { CountedPart } from "#domain/register/counted_part";

/** Id of the measure with the standard error of an indicator, from a sample with strata and clusters. */
export const errorMeasureId = (indicator: string): string => `${indicator}_se`;

const FIGURES = [
  { part: "headcount", of: "headcount_ratio", en: "income poverty headcount ratio", zh: "收入贫困发生率" },
  { part: "gap", of: "poverty_gap", en: "poverty gap index", zh: "贫困缺口率" },
  { part: "severity", of: "poverty_severity", en: "poverty severity index", zh: "贫困深度加权指数" },
] as const;

/** What `register.figure_errors` gives for incomes, in the order it is stored. */
export const INCOME_ERROR_PARTS: readonly CountedPart[] = FIGURES.map(({ part, of }) => ({
  part,
  measure: errorMeasureId(of),
}));

export const INCOME_ERROR_MEASURES: readonly Measure[] = FIGURES.map(({ of, en, zh }) => ({
  id: errorMeasureId(of),
  label: { en: `standard error of ${en}`, zh: `${zh}的标准误` },
  unit: "index",
  statistic: true,
}));
