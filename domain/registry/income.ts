// Poverty of income: how many are below the line, how far, and what would lift them.

import type { Indicator } from "#domain/indicator";

const ruralRevitalisation = { en: "Rural Revitalisation", zh: "乡村振兴" };
const statistics = { en: "Rural Revitalisation, Statistics", zh: "乡村振兴、统计" };

/** The income survey asks households drawn at random; all people of a household share its income. */
const incomeSurvey = { sample: "surveyed_households", population: "survey_frame_households" };
const gapSquare = {
  meanSquare: { numerator: { squared_income_gap: 1 }, denominator: { squared_income_line: 1 } },
};

export const INCOME_INDICATORS: readonly Indicator[] = [
  {
    id: "headcount_ratio",
    lens: "poverty",
    theme: "income_employment",
    label: { en: "income poverty headcount ratio", zh: "收入贫困发生率", "zh-x-from2021": "低收入人口占比" },
    symbol: "P0",
    description: {
      en: "People below the poverty line of their area and year, as a share of all people.",
      zh: "收入低于当地当年贫困线的人口占总人口的比例。",
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: { poor_persons: 1 },
    denominator: { persons: 1 },
    rollUp: "ratio_of_sums",
    department: ruralRevitalisation,
    sampling: incomeSurvey,
    disclosure: "D1",
  },
  {
    id: "poverty_gap",
    lens: "poverty",
    theme: "income_employment",
    label: { en: "poverty gap index", zh: "贫困缺口率" },
    symbol: "P1",
    description: {
      en: "Mean income gap to the line, as a share of the line, over all people with an income record (Foster, Greer & Thorbecke 1984).",
      zh: "全部有收入记录人口距贫困线的平均缺口占贫困线的比例（Foster、Greer、Thorbecke 1984）。",
    },
    unit: "index",
    polarity: "higher-is-worse",
    numerator: { income_gap_fen: 1 },
    denominator: { income_line_fen: 1 },
    rollUp: "ratio_of_sums",
    department: statistics,
    sampling: { ...incomeSurvey, ...gapSquare },
    disclosure: "D1",
  },
  {
    id: "poverty_severity",
    lens: "poverty",
    theme: "income_employment",
    label: { en: "poverty severity index", zh: "贫困深度加权指数" },
    symbol: "P2",
    description: {
      en: "Mean squared relative income gap: the poorest weigh most (Foster, Greer & Thorbecke 1984).",
      zh: "相对收入缺口平方的平均：最贫困者权重最大（Foster、Greer、Thorbecke 1984）。",
    },
    unit: "index",
    polarity: "higher-is-worse",
    numerator: { squared_income_gap: 1 },
    denominator: { squared_income_line: 1 },
    rollUp: "ratio_of_sums",
    department: statistics,
    sampling: incomeSurvey,
    disclosure: "D1",
  },
  {
    id: "poverty_gap_total",
    lens: "poverty",
    theme: "income_employment",
    label: { en: "money needed to close the income gap", zh: "补齐收入缺口所需资金" },
    description: {
      en: "What it would cost in a year to lift every poor person exactly to the line: a lower bound of the need.",
      zh: "一年内把每名贫困人口恰好提升到贫困线所需的资金：需求的下限。",
    },
    unit: "yuan",
    polarity: "higher-is-worse",
    numerator: { income_gap_fen: 1 },
    denominator: null,
    rollUp: "sum",
    department: statistics,
    sampling: { ...incomeSurvey, ...gapSquare, base: { income_line_fen: 1 } },
    disclosure: "D1",
  },
  {
    id: "net_income_per_person",
    lens: "poverty",
    theme: "income_employment",
    label: { en: "net income per registered person", zh: "建档立卡人口人均纯收入" },
    description: {
      en: "Net income of registered households in a year, for each of their members.",
      zh: "建档立卡户全年纯收入与其人口数之比。",
    },
    unit: "yuan",
    polarity: "higher-is-better",
    numerator: { net_income_fen: 1 },
    denominator: { registered_persons: 1 },
    rollUp: "ratio_of_sums",
    department: statistics,
    disclosure: "D1",
  },
];
