// How many pupils are within reach of a school, computed from roads and schools by `lens access`.

import type { Indicator } from "#domain/indicator";
import { COVERAGE_MINUTES } from "#domain/travel";

const computed = { en: "computed", zh: "计算" };

const COMMON = {
  lens: "supply",
  theme: "education",
  unit: "share",
  denominator: { pupils: 1 },
  rollUp: "ratio_of_sums",
  department: computed,
  disclosure: "D1",
} as const;

const PLACES: readonly Indicator[] = [
  {
    ...COMMON,
    id: "pupils_with_place_share",
    label: { en: "pupils with a school place within 30 minutes", zh: "30 分钟内有学位的学生占比" },
    description: {
      en: "Pupils who find a place within 30 minutes where the nearest go first and no school takes more than it has, as a share of pupils.",
      zh: "就近优先且不超学位的前提下，30 分钟内有学位的学生占在校学生的比例。",
    },
    polarity: "higher-is-better",
    numerator: { pupils_with_place: 1 },
  },
  {
    ...COMMON,
    id: "pupils_without_place_share",
    label: { en: "pupils near a school without a place left", zh: "30 分钟内有学校但无学位的学生占比" },
    description: {
      en: "Pupils with a school within 30 minutes all of whose places go to those who live nearer, as a share of pupils.",
      zh: "30 分钟内有学校但学位已满的学生占在校学生的比例。",
    },
    polarity: "higher-is-worse",
    numerator: { pupils_without_place: 1 },
  },
  {
    ...COMMON,
    id: "pupils_out_of_reach_share",
    label: { en: "pupils without a school within 30 minutes", zh: "30 分钟内无学校的学生占比" },
    description: {
      en: "Pupils with no school within 30 minutes by the roads that are known, as a share of pupils.",
      zh: "按已知道路 30 分钟内没有学校的学生占在校学生的比例。",
    },
    polarity: "higher-is-worse",
    numerator: { pupils_out_of_reach: 1 },
  },
];

export const ACCESS_INDICATORS: readonly Indicator[] = [
  ...COVERAGE_MINUTES.map((minutes): Indicator => ({
    ...COMMON,
    id: `pupils_within_${minutes}_share`,
    label: { en: `pupils within ${minutes} minutes of a school`, zh: `${minutes} 分钟内可到校学生占比` },
    description: {
      en: `Pupils whose nearest school is within ${minutes} minutes by the roads that are known, as a share of pupils.`,
      zh: `按已知道路 ${minutes} 分钟内可到最近学校的学生占在校学生的比例。`,
    },
    polarity: "higher-is-better",
    numerator: { [`pupils_within_${minutes}`]: 1 },
  })),
  ...PLACES,
];
