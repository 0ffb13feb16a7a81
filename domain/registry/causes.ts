// Main causes of poverty, one indicator for each code of the register: together they are all households with a recorded cause.

import type { Indicator } from "#domain/indicator";
import type { Measure } from "#domain/measure";
import { CAUSES, type IdOf } from "#domain/register/codes";
import type { ThemeId } from "#domain/theme";

export type CauseId = IdOf<typeof CAUSES>;

export const causeMeasure = (id: CauseId): string => `cause_${id}_households`;

export const causeIndicator = (id: CauseId): string => `cause_${id}_share`;

interface Worded {
  /** Behind "poor": because of what. */
  readonly poor: string;
  /** Behind "Households whose main cause of poverty is". */
  readonly is: string;
  readonly theme?: ThemeId;
}

const WORDS: Readonly<Record<CauseId, Worded>> = {
  illness: { poor: "because of illness", is: "illness", theme: "health" },
  disability: { poor: "because of disability", is: "disability", theme: "health" },
  schooling: { poor: "because of schooling costs", is: "the cost of schooling", theme: "education" },
  disaster: { poor: "because of a disaster", is: "a disaster" },
  land: { poor: "for lack of land", is: "a lack of land" },
  water: { poor: "for lack of water", is: "a lack of water", theme: "housing_water" },
  skill: { poor: "for lack of skill", is: "a lack of skill" },
  labour: { poor: "for lack of labour", is: "a lack of labour", theme: "population_labour" },
  capital: { poor: "for lack of capital", is: "a lack of capital" },
  transport: { poor: "because of poor transport", is: "poor transport", theme: "facilities_network" },
  drive: { poor: "for lack of own drive", is: "a lack of their own drive" },
  marriage: { poor: "because of marriage costs", is: "the cost of a marriage" },
  other: { poor: "for another cause", is: "another one" },
};

/** What the Chinese words of a code are before 致贫. */
const inChinese = (id: CauseId, zh: string): string => (id === "other" ? "其他原因" : zh);

/** Households by main cause: they add up to `cause_recorded_households`. */
export const CAUSE_MEASURES: readonly Measure[] = CAUSES.map(({ id, label }) => ({
  id: causeMeasure(id),
  label: { en: `main cause: ${label.en.toLowerCase()}`, zh: `主要原因：${label.zh}` },
  unit: "households",
}));

const ruralRevitalisation = { en: "Rural Revitalisation", zh: "乡村振兴" };
const withHealth = { en: "Rural Revitalisation, Health", zh: "乡村振兴、卫健" };

export const CAUSE_INDICATORS: readonly Indicator[] = CAUSES.map(({ id, label }) => {
  const { poor, is, theme = "income_employment" } = WORDS[id];
  const zh = inChinese(id, label.zh);
  return {
    id: causeIndicator(id),
    lens: "poverty",
    theme,
    label: { en: `poor ${poor}`, zh: `${zh}致贫户占比`, "zh-x-from2021": `${zh}返贫致贫风险户占比` },
    description: {
      en: `Households whose main cause of poverty is ${is}, as a share of registered or monitored households with a recorded cause.`,
      zh: `主要致贫原因为“${label.zh}”的户占有致贫原因记录的建档立卡或监测户的比例。`,
    },
    unit: "share",
    polarity: "higher-is-worse",
    numerator: { [causeMeasure(id)]: 1 },
    denominator: { cause_recorded_households: 1 },
    rollUp: "ratio_of_sums",
    department: theme === "health" ? withHealth : ruralRevitalisation,
    disclosure: "D2",
  };
});
