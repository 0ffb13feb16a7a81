// What is counted for the poverty lens beside the household register (`domain/register/measures.ts`).

import type { Measure } from "#domain/measure";

export const POVERTY_MEASURES: readonly Measure[] = [
  {
    id: "surveyed_households",
    label: { en: "households in the income survey sample", zh: "收入调查样本户" },
    unit: "households",
  },
  {
    id: "survey_frame_households",
    label: { en: "households in the income survey frame", zh: "收入调查抽样框内的户" },
    unit: "households",
  },
  {
    id: "school_age_residents",
    label: { en: "residents aged 6–15", zh: "6–15 岁常住人口" },
    unit: "persons",
  },
  {
    id: "suspected_dropouts",
    label: {
      en: "residents aged 6–15 on no school roll and not exempt",
      zh: "未匹配学籍且无免除的 6–15 岁人口",
    },
    unit: "persons",
  },
];
