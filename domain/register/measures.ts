// What the household register counts: one row per measure, named as its column in SQL.

import type { Measure } from "#domain/measure";
import { CAUSE_MEASURES } from "#domain/registry/causes";
import { MULTIDIMENSIONAL_MEASURES } from "#domain/registry/multidimensional";

/** Counts of a village that add up but for the index: the columns of `register.village_measures`, which computes them. */
export const VILLAGE_MEASURES: readonly Measure[] = [
  { id: "persons", label: { en: "people", zh: "人口" }, unit: "persons" },
  {
    id: "poor_persons",
    label: { en: "people below the poverty line", zh: "贫困人口", "zh-x-from2021": "低收入人口" },
    unit: "persons",
  },
  {
    id: "income_gap_fen",
    label: { en: "income gap to the poverty line", zh: "距贫困线的收入缺口" },
    unit: "yuan",
  },
  {
    id: "income_line_fen",
    label: { en: "poverty line, summed over people with an income record", zh: "有收入记录人口的贫困线合计" },
    unit: "yuan",
  },
  {
    id: "squared_income_gap",
    label: { en: "squared income gap of the poor, in (10 yuan)²", zh: "收入缺口平方合计（十元²）" },
    unit: "count",
  },
  {
    id: "squared_income_line",
    label: {
      en: "squared poverty line, summed over people with an income record, in (10 yuan)²",
      zh: "有收入记录人口的贫困线平方合计（十元²）",
    },
    unit: "count",
  },
  {
    id: "net_income_fen",
    label: { en: "net income of registered households", zh: "建档立卡户纯收入合计" },
    unit: "yuan",
  },
  { id: "registered_persons", label: { en: "registered people", zh: "建档立卡人口" }, unit: "persons" },
  { id: "rural_households", label: { en: "rural households", zh: "农村户数" }, unit: "households" },
  {
    id: "registered_households",
    label: { en: "registered households", zh: "建档立卡户" },
    unit: "households",
  },
  {
    id: "scored_households",
    label: {
      en: "households with an exit score",
      zh: "有脱贫评分的户",
      "zh-x-from2021": "有风险消除评分的户",
    },
    unit: "households",
  },
  {
    id: "exit_score_poor_households",
    label: {
      en: "households scoring below 60",
      zh: "脱贫评分低于 60 的户",
      "zh-x-from2021": "风险消除评分低于 60 的户",
    },
    unit: "households",
  },
  {
    id: "exit_score_borderline_households",
    label: {
      en: "households scoring 60 to 80",
      zh: "脱贫评分 60–80 的户",
      "zh-x-from2021": "风险消除评分 60–80 的户",
    },
    unit: "households",
  },
  {
    id: "exit_score_centipoints",
    label: {
      en: "exit scores of scored households, summed, in hundredths of a point",
      zh: "已评分户脱贫评分合计（百分之一分）",
      "zh-x-from2021": "已评分户风险消除评分合计（百分之一分）",
    },
    unit: "count",
  },
  {
    id: "monitored_unstable_households",
    label: { en: "households out of poverty but unstable", zh: "脱贫不稳定户" },
    unit: "households",
  },
  {
    id: "monitored_marginal_households",
    label: { en: "marginal households at risk", zh: "边缘易致贫户" },
    unit: "households",
  },
  {
    id: "monitored_sudden_households",
    label: { en: "households in sudden serious hardship", zh: "突发严重困难户" },
    unit: "households",
  },
  {
    id: "exited_persons",
    label: { en: "people who had left poverty before the period", zh: "期初脱贫人口" },
    unit: "persons",
  },
  {
    id: "fallen_back_persons",
    label: {
      en: "people recorded as poor again in the period",
      zh: "当期返贫人口",
      "zh-x-from2021": "当期返贫致贫人口",
    },
    unit: "persons",
  },
  {
    id: "cause_recorded_households",
    label: {
      en: "registered or monitored households with a recorded main cause",
      zh: "有致贫原因记录的户",
      "zh-x-from2021": "有返贫致贫风险原因记录的户",
    },
    unit: "households",
  },
  ...CAUSE_MEASURES,
  {
    id: "no_labour_households",
    label: { en: "registered households without a worker", zh: "无劳动力户" },
    unit: "households",
  },
  {
    id: "insurable_persons",
    label: { en: "people who should be insured", zh: "应参保人口" },
    unit: "persons",
  },
  {
    id: "insured_persons",
    label: { en: "people with basic medical insurance", zh: "基本医保参保人口" },
    unit: "persons",
  },
  {
    id: "housing_assessed_households",
    label: { en: "households whose dwelling was assessed", zh: "住房已鉴定的户" },
    unit: "households",
  },
  {
    id: "unsafe_housing_households",
    label: { en: "households in class C or D dwellings, or none", zh: "C、D 级或无房户" },
    unit: "households",
  },
  {
    id: "water_assessed_households",
    label: { en: "households whose water was assessed", zh: "饮水已评价的户" },
    unit: "households",
  },
  {
    id: "unsafe_water_households",
    label: { en: "households without safe drinking water", zh: "饮水不安全户" },
    unit: "households",
  },
];

/** All counts that leave the register for a village, but those of the indices of a profile. */
export const REGISTER_MEASURES: readonly Measure[] = [...VILLAGE_MEASURES, ...MULTIDIMENSIONAL_MEASURES];
