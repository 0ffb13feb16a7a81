// Themes: the groups in which a lens lists its indicators.

import type { Text } from "./text.ts";

export const INDICATOR_THEMES = {
  income_employment: { en: "income and employment", zh: "收入就业" },
  education: { en: "education", zh: "教育" },
  health: { en: "health", zh: "健康" },
  housing_water: { en: "housing and water", zh: "住房饮水" },
  population_labour: { en: "population and labour", zh: "人口劳动力" },
  facilities_network: { en: "facilities and network", zh: "设施网络" },
  assistance_funds: { en: "assistance and funds", zh: "帮扶资金" },
} as const satisfies Record<string, Text>;

export type ThemeId = keyof typeof INDICATOR_THEMES;
export const THEME_IDS = Object.keys(INDICATOR_THEMES) as [ThemeId, ...ThemeId[]];
