// How Chinese puts words together: counting, joining, periods, and what people in need are called in which years.

import type { grammar as en } from "#client/i18n/en/grammar.ts";

/** A period in a sentence: "2021 年", "2021Q3". */
export const inPeriod = (period: string): string => (/^\d{4}$/.test(period) ? `${period} 年` : period);

/** What a figure is compared with: "较上年（2021）" for the year before, else "较 2014 年". */
export const comparedWith = (since: string, period: string): string =>
  Number(period) - Number(since) === 1 ? `较上年（${since}）` : `较 ${inPeriod(since)}`;

/** What the people below the line are called: since 2021 nobody is officially poor. */
export const poorPeopleIn = (period: string): string =>
  period.slice(0, 4) < "2021" ? "贫困人口" : "低收入人口";

/** What main causes are called: of poverty, since 2021 of the risk of it. */
export const causesIn = (period: string): string =>
  period.slice(0, 4) < "2021" ? "致贫原因" : "返贫致贫风险原因";

/** What the score of a household on its way out is called. */
export const exitScoreIn = (period: string): string =>
  period.slice(0, 4) < "2021" ? "脱贫评分" : "风险消除评分";

const UNITS: Readonly<Record<string, string>> = {
  persons: "人",
  households: "户",
  pupils: "名学生",
  teachers: "名教师",
  places: "个",
};

export const grammar: typeof en = {
  count: (_count, written, { other }) => `${written} 个${other}`,
  comma: "、",
  join: (parts) => parts.join(" · "),
  pair: (a, b) => `${a}：${b}`,
  unitSuffix: (unit) => `（${unit}）`,
  times: "×",
  withUnit: (_count, written, unit) => (UNITS[unit] ? `${written} ${UNITS[unit]}` : written),
};
