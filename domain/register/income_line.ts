// A further poverty line of a register: people and gaps below it, beside those of the line that incomes are compared with first.

import type { Indicator } from "#domain/indicator";
import type { Measure } from "#domain/measure";
import type { Text } from "#domain/text";
import type { CountedPart } from "./counted_part.ts";

export interface IncomeLine {
  readonly id: string;
  readonly label: Text;
  /** Concept of the lines that it takes; others of an area are other lines. */
  readonly concept: string;
  /** Whether standard errors by strata and clusters are computed. */
  readonly hasErrors: boolean;
}

const PARTS = [
  { part: "known", unit: "persons", en: "people with an income", zh: "有收入记录的人口" },
  { part: "poor", unit: "persons", en: "people below the line", zh: "线下人口" },
  { part: "gap_fen", unit: "yuan", en: "income gap to the line", zh: "距该线的收入缺口" },
  {
    part: "line_fen",
    unit: "yuan",
    en: "line, summed over people with an income",
    zh: "有收入记录人口的该线合计",
  },
] as const;

const labelled = ({ label }: IncomeLine, en: string, zh: string): Text =>
  Object.fromEntries(
    Object.entries(label).map(([language, words]) => [
      language,
      language.startsWith("zh") ? `${words}：${zh}` : `${words}: ${en}`,
    ]),
  );

/** What is counted for a line, in the order it is stored. */
export const lineParts = ({ id }: IncomeLine): readonly CountedPart[] =>
  PARTS.map(({ part }) => ({ part, measure: `${id}_${part}` }));

const FIGURES = [
  { figure: "headcount", en: "headcount ratio", zh: "贫困发生率" },
  { figure: "gap", en: "poverty gap index", zh: "贫困缺口率" },
] as const;

/** The standard errors of a line, in the order they are stored; none where incomes are not of a sample. */
export const lineErrorParts = ({ id, hasErrors }: IncomeLine): readonly CountedPart[] =>
  hasErrors ? FIGURES.map(({ figure }) => ({ part: figure, measure: `${id}_${figure}_se` })) : [];

/** The measures of a line. */
export const lineMeasures = (line: IncomeLine): Measure[] => [
  ...PARTS.map(({ part, unit, en, zh }) => ({
    id: `${line.id}_${part}`,
    label: labelled(line, en, zh),
    unit,
  })),
  ...lineErrorParts(line).map(({ measure }, at): Measure => ({
    id: measure,
    label: labelled(line, `standard error of ${FIGURES[at]!.en}`, `${FIGURES[at]!.zh}的标准误`),
    unit: "index",
    statistic: true,
  })),
];

/** Headcount ratio and gap index of a line. */
export function lineIndicators(line: IncomeLine): Indicator[] {
  const shared = {
    lens: "poverty",
    theme: "income_employment",
    unit: "share",
    polarity: "higher-is-worse",
    rollUp: "ratio_of_sums",
    disclosure: "D1",
  } as const;
  const sampled = (figure: string) =>
    line.hasErrors ? { sampling: { standardError: `${line.id}_${figure}_se` } } : {};
  return [
    {
      ...shared,
      id: `${line.id}_headcount`,
      label: labelled(line, FIGURES[0].en, FIGURES[0].zh),
      symbol: "P0",
      numerator: { [`${line.id}_poor`]: 1 },
      denominator: { [`${line.id}_known`]: 1 },
      ...sampled("headcount"),
    },
    {
      ...shared,
      id: `${line.id}_gap`,
      label: labelled(line, FIGURES[1].en, FIGURES[1].zh),
      symbol: "P1",
      numerator: { [`${line.id}_gap_fen`]: 1 },
      denominator: { [`${line.id}_line_fen`]: 1 },
      ...sampled("gap"),
    },
  ];
}
