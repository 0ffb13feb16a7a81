// Who answers reports in the demo: the government of every area but the villages.

import type { Text } from "#domain/text";

export interface DemoOffice {
  readonly names: Text;
  readonly answerDays: number;
}

const LOWEST = "village";
const ANSWER_DAYS = { township: 15, other: 20 };

/** The office of an area; null for a village, whose township answers. */
export function officeOf(level: string, { en = "", zh = "" }: Text): DemoOffice | null {
  if (level === LOWEST) return null;
  return {
    names: {
      en: `${en} government`,
      zh: zh.endsWith("街道") ? `${zh}办事处` : `${zh}人民政府`,
    },
    answerDays: level === "township" ? ANSWER_DAYS.township : ANSWER_DAYS.other,
  };
}
