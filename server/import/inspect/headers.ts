// What the header of a column of numbers says: a built-in measure, a unit, whether it counts, which lens it belongs to.

import { ID_PATTERN } from "#domain/id";
import type { Indicator } from "#domain/indicator";
import type { Measure } from "#domain/measure";
import { MEASURES } from "#domain/registry/index";
import type { Text } from "#domain/text";
import type { UnitId } from "#domain/unit";

/** Other words for built-in measures, without signs and spaces. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  persons: [
    "people",
    "population",
    "pop",
    "totalpopulation",
    "totalpersons",
    "inhabitants",
    "人口",
    "人口数",
    "总人口",
    "常住人口",
  ],
  poor_persons: ["poor", "poorpeople", "poorpopulation", "贫困人口", "贫困人口数", "低收入人口"],
  rural_households: ["农村户数", "乡村户数"],
  registered_households: ["建档立卡户", "建档立卡户数"],
  pupils: ["students", "enrolment", "学生", "学生数", "在校生", "在校学生", "在校学生数", "在校生数"],
  teachers: ["教师", "教师数", "专任教师", "专任教师数", "教职工"],
  classes: ["班级", "班级数", "班数"],
  schools: ["学校", "学校数", "学校个数"],
  villages: ["行政村数", "村数"],
};

const UNITS: readonly (readonly [pattern: RegExp, unit: UnitId])[] = [
  [/(^|[_\W])km($|[_\W])|kilomet|公里|千米/i, "kilometres"],
  [/per_?100[,_ ]?000|每十万/i, "per_100000"],
  [/per_?1[,_ ]?000|‰|每千/i, "per_1000"],
  [/minutes?|(^|[_\W])mins?($|[_\W])|分钟/i, "minutes"],
  [/dist|metres?|meters?|距离|（米）|\(米\)/i, "metres"],
  [/hectares?|(^|[_\W])ha$|公顷/i, "hectares"],
  [/pupils?|students?|enrol|学生|在校/i, "pupils"],
  [/teachers?|教师/i, "teachers"],
  [/households?|(^|_)hhs?(_|$)|perhh$|famil|户/i, "households"],
  [/persons?|people|popul|(^|[_\W])pop($|[_\W])|人口|人数|residents|numerator|children/i, "persons"],
  [/yuan|元|usd|cost|expend|funds?($|[_\W])|金额|资金|经费/i, "money"],
];
/** What is divided for a rate is a count, whatever else its header says. */
const NUMERATOR = /numerator|denominator|分子|分母/i;
const RANK = /(^|[_\W])rank($|[_\W])|decile|quintile|percentile|排名|位次|名次/i;
const FIGURE =
  /rate|ratio|index|score|mean|average|(^|_)avg|median|indicator|(^|[_\W])per|percent|pct|proportion|share|yield|率|比例|占比|比重|指数|平均|人均|得分|[%％]/i;
const PER_CENT = /percent|pct|[%％]|百分/i;
const SHARE = /rate|ratio|percent|pct|proportion|share|(^|[_\W])per|率|比例|占比|比重|[%％]/i;
const SUPPLY =
  /school|pupil|teacher|road|dist|(^|_)km|clinic|doctor|hospital|water|electri|学校|教师|学生|道路|医|距离/i;
const HELP = /(^|_)aid|fund|assist|relief|subsid|cadre|帮扶|资金|补助|救助/i;
const WORSE =
  /poor|poverty|depriv|dist|unemploy|illness|disab|mortal|crime|homeless|overcrowd|dropout|贫困|低收入|失业|辍学|距离|残疾/i;
const HAN = /\p{Script=Han}/u;

const bare = (header: string): string => header.replace(/[（(【[].*?[）)】\]]/gu, "");
const folded = (text: string): string =>
  bare(text)
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, "");

/** Built-in measures by what they are called, in both languages. */
const BUILT_IN: ReadonlyMap<string, Measure> = new Map(
  MEASURES.flatMap((measure) => [
    ...(SYNONYMS[measure.id] ?? []).map((word) => [word, measure] as const),
    ...[measure.id, ...Object.values(measure.label)].map((name) => [folded(name), measure] as const),
  ]),
);

/** The built-in measure that a header names; of a header of two rows the lower one may name it. */
export const builtInMeasure = (header: string): Measure | undefined =>
  BUILT_IN.get(folded(header)) ??
  (HAN.test(header) ? BUILT_IN.get(folded(header.split(" ").at(-1)!)) : undefined);

/** Whether a header names a rank, which the product makes itself. */
export const isRank = (header: string): boolean => RANK.test(header);
/** Whether a header names a rate, a score or a mean, and no count. */
export const isFigure = (header: string): boolean => FIGURE.test(header) && !NUMERATOR.test(header);
export const isPerCent = (header: string): boolean => PER_CENT.test(header);
export const isShare = (header: string): boolean => SHARE.test(header);
/** What a header is called as a share of something: with its word for "share" left out. */
export const withoutShareWord = (header: string): string =>
  folded(header).replace(/percent|pct|per|share|ratio|rate|proportion|占比|比例|率/, "");
export { folded as foldedHeader };

/** The unit that a header names; undefined where it names none. */
export const unitOf = (header: string): UnitId | undefined =>
  UNITS.find(([pattern]) => pattern.test(header))?.[1];

export const lensOf = (header: string): Indicator["lens"] =>
  HELP.test(header) ? "help" : SUPPLY.test(header) ? "supply" : "poverty";
export const polarityOf = (header: string): Indicator["polarity"] =>
  WORSE.test(header) ? "higher-is-worse" : "neutral";

/** The longest id. */
const ID_LENGTH = 64;

/** An id made of a header; `other` where it has no Latin letters. */
export function idOf(header: string, other: string): string {
  const id = bare(header)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .replace(/^(?=\d)/, "n")
    .slice(0, ID_LENGTH);
  return ID_PATTERN.test(id) && /[a-z]{2}|[a-z]_?\d/.test(id) ? id : other;
}

/** A header as words. */
export function labelOf(header: string): Text {
  const words = bare(header).replaceAll("_", " ").replace(/\s+/g, " ").trim();
  return HAN.test(words) ? { zh: words } : { en: words };
}
