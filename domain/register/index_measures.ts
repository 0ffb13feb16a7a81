// Measures and indicators of a declared index: what is counted for it, and M0, H, A and all else that is divided from that.

import type { Indicator, Term } from "#domain/indicator";
import type { Measure } from "#domain/measure";
import type { CountedPart } from "./counted_part.ts";
import { lineParts, type IncomeLine } from "./income_line.ts";
import { VILLAGE_MEASURES } from "./measures.ts";
import { BUILT_IN_INDEX } from "#domain/registry/multidimensional";
import type { Text } from "#domain/text";
import {
  partName,
  totalWeight,
  type Deprivation,
  type DeprivationIndex,
  type IndexGroup,
  type IndexPart,
} from "./deprivation_index.ts";

/** Figures of an index that have a standard error: their names in `register.figure_errors`, the ends of their ids, their words. */
const ERROR_FIGURES = [
  { figure: "headcount", end: "_headcount", en: "headcount ratio", zh: "贫困发生率" },
  { figure: "index", end: "", en: "M0", zh: "M0" },
  { figure: "intensity", end: "_intensity", en: "intensity", zh: "平均缺项程度" },
] as const;
type ErrorFigure = (typeof ERROR_FIGURES)[number];

/** Id of the measure with the standard error of a figure, of all or of a group. */
const errorId = (index: DeprivationIndex, { end }: ErrorFigure, group?: IndexGroup): string =>
  `${index.id}${group ? `_${group.id}` : ""}${end}_se`;

/** Every figure of an index that has a standard error: all three of everybody, two of each group. */
function* errorFigures(
  index: DeprivationIndex,
): Generator<{ readonly figure: ErrorFigure; readonly group: IndexGroup | undefined }> {
  if (!index.hasErrors) return;
  for (const figure of ERROR_FIGURES) yield { figure, group: undefined };
  for (const group of index.groups) for (const figure of ERROR_FIGURES.slice(0, 2)) yield { figure, group };
}

/** The standard errors of an index, in the order they are stored; none where it is not of a sample. */
export const indexErrorParts = (index: DeprivationIndex): readonly CountedPart[] =>
  [...errorFigures(index)].map(({ figure, group }) => ({
    part: `${group ? `${group.of}=${group.id} ` : ""}${figure.figure}`,
    measure: errorId(index, figure, group),
  }));

const measureId = (index: DeprivationIndex, part: IndexPart): string => {
  const group = part.group ? `_${part.group.id}` : "";
  return `${index.id}${group}_${"deprivation" in part ? `${part.sum}_in_${part.deprivation.id}` : part.sum}`;
};

/** Ids that the measures of the built-in index have had since before there were others. */
const BUILT_IN_PARTS: readonly CountedPart[] = [
  { part: "scored", measure: "deprivation_scored_persons" },
  { part: "poor", measure: "multidimensionally_poor_persons" },
  ...BUILT_IN_INDEX.deprivations.map(({ id }) => ({
    part: `poor_deprived ${id}`,
    measure: `poor_persons_deprived_in_${id}`,
  })),
];

/** Every sum of an index: of all people and of each group. */
function* partsOf({ deprivations, groups }: DeprivationIndex): Generator<IndexPart> {
  for (const group of [undefined, ...groups]) {
    for (const sum of ["all", "scored", "poor"] as const) yield { sum, group };
    for (const deprivation of deprivations) {
      if (!group) yield { sum: "deprived", deprivation };
      yield { sum: "poor_deprived", deprivation, group };
    }
  }
}

/** What is counted for an index, in the order it is stored. */
export const countedParts = (index: DeprivationIndex): readonly CountedPart[] =>
  index === BUILT_IN_INDEX
    ? BUILT_IN_PARTS
    : [...partsOf(index)].map((part) => ({ part: partName(part), measure: measureId(index, part) }));

/** Text with something before and after it, in every language that it has. */
const around = (text: Text, write: (words: string, language: string) => string): Text =>
  Object.fromEntries(Object.entries(text).map(([language, words]) => [language, write(words, language)]));

const isChinese = (language: string): boolean => language.startsWith("zh");
const pick = (text: Text, language: string): string =>
  text[language] ?? text["en"] ?? Object.values(text)[0]!;

/** Words of an index for one of its figures: its name, the group, the figure. */
const named = ({ label }: DeprivationIndex, group: IndexGroup | undefined, en: string, zh: string): Text =>
  around(label, (words, language) => {
    const figure = isChinese(language) ? zh : en;
    const who = group ? pick(group.label, language) : "";
    return isChinese(language)
      ? `${words}${who && `（${who}）`}：${figure}`
      : `${words}${who && `, ${who}`}: ${figure}`;
  });

const inWords = (deprivation: Deprivation, language: "en" | "zh"): string =>
  pick(deprivation.label, language);

/** The measures of an index that a profile declares. */
export function indexMeasures(index: DeprivationIndex): Measure[] {
  const unit = index.count;
  const label = (part: IndexPart): Text => {
    const words = "deprivation" in part ? part.deprivation : undefined;
    const [en, zh] = {
      all: ["all", "总数"],
      scored: ["all is known", "各项均已查明"],
      poor: ["poor", "贫困"],
      deprived: [`deprived in ${words && inWords(words, "en")}`, `不达标：${words && inWords(words, "zh")}`],
      poor_deprived: [
        `poor and deprived in ${words && inWords(words, "en")}`,
        `贫困且不达标：${words && inWords(words, "zh")}`,
      ],
    }[part.sum] as [string, string];
    return named(index, part.group, en, zh);
  };
  const counts = [...partsOf(index)].map((part): Measure => ({
    id: measureId(index, part),
    label: label(part),
    unit,
  }));
  const errors = [...errorFigures(index)].map(({ figure, group }): Measure => ({
    id: errorId(index, figure, group),
    label: named(index, group, `standard error of ${figure.en}`, `${figure.zh}的标准误`),
    unit: "index",
    statistic: true,
  }));
  return [...counts, ...errors];
}

const shared = {
  lens: "poverty",
  theme: "income_employment",
  rollUp: "ratio_of_sums",
  polarity: "higher-is-worse",
  disclosure: "D1",
} as const;

/** S, the weighted deprivations of the poor, as a term, so that the contributions make it up exactly. */
const scoreOf = (index: DeprivationIndex, group?: IndexGroup): Term =>
  Object.fromEntries(
    index.deprivations.map((deprivation) => [
      measureId(index, { sum: "poor_deprived", deprivation, group }),
      deprivation.weight,
    ]),
  );

/** A sum of the index as a term. */
const termOf = (index: DeprivationIndex, part: IndexPart): Term => ({ [measureId(index, part)]: 1 });

/** How the error of a figure is stated, where it has one. */
const sampled = (index: DeprivationIndex, name: ErrorFigure["figure"], group?: IndexGroup) => {
  const figure = ERROR_FIGURES.find((row) => row.figure === name)!;
  return index.hasErrors ? { sampling: { standardError: errorId(index, figure, group) } } : {};
};

/** M0, H and A of an index, and of how many all is known. */
function wholeIndicators(index: DeprivationIndex): Indicator[] {
  const total = totalWeight(index);
  const k = `${index.cutoff}/${total}`;
  const { length } = index.deprivations;
  return [
    {
      ...shared,
      id: index.id,
      label: index.label,
      symbol: "M0",
      description: around(index.label, (words, language) =>
        isChinese(language)
          ? `${words}：贫困者的加权短板占全部可能短板的比例，${length} 项加权指标，k = ${k}（Alkire & Foster 2011）。`
          : `${words}: weighted deprivations of the poor as a share of all that are possible, with ${length} deprivations and k = ${k} (Alkire & Foster 2011).`,
      ),
      unit: "index",
      numerator: scoreOf(index),
      denominator: { [measureId(index, { sum: "scored" })]: total },
      ...sampled(index, "index"),
    },
    {
      ...shared,
      id: `${index.id}_headcount`,
      label: named(index, undefined, "headcount ratio", "贫困发生率"),
      symbol: "H",
      unit: "share",
      numerator: termOf(index, { sum: "poor" }),
      denominator: termOf(index, { sum: "scored" }),
      ...sampled(index, "headcount"),
    },
    {
      ...shared,
      id: `${index.id}_intensity`,
      label: named(index, undefined, "intensity", "平均缺项程度"),
      symbol: "A",
      unit: "share",
      numerator: scoreOf(index),
      denominator: { [measureId(index, { sum: "poor" })]: total },
      ...sampled(index, "intensity"),
    },
    {
      ...shared,
      id: `${index.id}_known`,
      label: named(index, undefined, "share of whom all is known", "各项均已查明的比例"),
      unit: "share",
      polarity: "higher-is-better",
      numerator: termOf(index, { sum: "scored" }),
      denominator: termOf(index, { sum: "all" }),
    },
  ];
}

/** What a deprivation contributes to M0, and how many are deprived in it, poor or not. */
const ofDeprivation = (index: DeprivationIndex, deprivation: Deprivation): Indicator[] => [
  {
    ...shared,
    id: `${index.id}_contribution_${deprivation.id}`,
    label: named(
      index,
      undefined,
      `contribution of ${inWords(deprivation, "en")}`,
      `${inWords(deprivation, "zh")}的贡献率`,
    ),
    unit: "share",
    polarity: "neutral",
    numerator: { [measureId(index, { sum: "poor_deprived", deprivation })]: deprivation.weight },
    denominator: scoreOf(index),
    partOf: index.id,
  },
  {
    ...shared,
    id: `${index.id}_deprived_${deprivation.id}`,
    label: named(
      index,
      undefined,
      `deprived in ${inWords(deprivation, "en")}`,
      `${inWords(deprivation, "zh")}不达标的比例`,
    ),
    unit: "share",
    numerator: termOf(index, { sum: "deprived", deprivation }),
    denominator: termOf(index, { sum: "scored" }),
  },
];

/** M0 and H of a group, and how many of it are poor and deprived in each. */
function ofGroup(index: DeprivationIndex, group: IndexGroup): Indicator[] {
  const scored = { sum: "scored", group } as const;
  const sensitive = { ...shared, disclosure: "D2" } as const;
  return [
    {
      ...sensitive,
      id: `${index.id}_${group.id}`,
      label: named(index, group, "M0", "M0"),
      unit: "index",
      numerator: scoreOf(index, group),
      denominator: { [measureId(index, scored)]: totalWeight(index) },
      ...sampled(index, "index", group),
    },
    {
      ...sensitive,
      id: `${index.id}_${group.id}_headcount`,
      label: named(index, group, "headcount ratio", "贫困发生率"),
      unit: "share",
      numerator: termOf(index, { sum: "poor", group }),
      denominator: termOf(index, scored),
      ...sampled(index, "headcount", group),
    },
    ...index.deprivations.map((deprivation): Indicator => ({
      ...sensitive,
      id: `${index.id}_${group.id}_in_${deprivation.id}`,
      label: named(
        index,
        group,
        `poor and deprived in ${inWords(deprivation, "en")}`,
        `贫困且${inWords(deprivation, "zh")}不达标的比例`,
      ),
      unit: "share",
      numerator: termOf(index, { sum: "poor_deprived", deprivation, group }),
      denominator: termOf(index, scored),
    })),
  ];
}

/** The indicators of an index: M0, H, A, what is known, each deprivation, each group. */
export const indexIndicators = (index: DeprivationIndex): Indicator[] => [
  ...wholeIndicators(index),
  ...index.deprivations.flatMap((deprivation) => ofDeprivation(index, deprivation)),
  ...index.groups.flatMap((group) => ofGroup(index, group)),
];

/** What is counted of a register beside the measures of every register. */
export interface RegisterDeclaration {
  /** The built-in index, and those of the profile behind it. */
  readonly indices: readonly DeprivationIndex[];
  readonly lines: readonly IncomeLine[];
}

/** The measures of a register in the order they are stored: a change of them counts it anew. */
export const registerMeasureIds = ({ indices, lines }: RegisterDeclaration): string[] => [
  ...VILLAGE_MEASURES.map(({ id }) => id),
  ...[...indices.flatMap(countedParts), ...lines.flatMap(lineParts)].map(({ measure }) => measure),
];
