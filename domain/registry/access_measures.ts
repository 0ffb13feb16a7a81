// What is computed from roads and schools. Travel time and places within reach have their ids beside the other supply measures.

import type { Measure } from "#domain/measure";
import { COVERAGE_MINUTES } from "#domain/travel";

export const ACCESS_MEASURES: readonly Measure[] = [
  ...COVERAGE_MINUTES.map((minutes): Measure => ({
    id: `pupils_within_${minutes}`,
    label: { en: `pupils within ${minutes} minutes of a school`, zh: `${minutes} 分钟内可到校学生` },
    unit: "pupils",
  })),
  {
    id: "pupils_with_place",
    label: {
      en: "pupils with a place within 30 minutes, the nearest served first",
      zh: "30 分钟内有学位的学生（就近优先）",
    },
    unit: "pupils",
  },
  {
    id: "pupils_without_place",
    label: {
      en: "pupils within 30 minutes of a school without a place left",
      zh: "30 分钟内有学校但无学位的学生",
    },
    unit: "pupils",
  },
  {
    id: "pupils_out_of_reach",
    label: { en: "pupils with no school within 30 minutes", zh: "30 分钟内无学校的学生" },
    unit: "pupils",
  },
];
