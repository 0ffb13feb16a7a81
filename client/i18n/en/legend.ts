// English words of the legend, classes and reliability.

import type { ClassMethod, ClassScope } from "#domain/classes";

const METHODS: Readonly<Record<ClassMethod, string>> = {
  ckmeans: "natural breaks",
  quantile: "equal counts",
  equal: "equal steps",
  pretty: "round steps",
  standard_deviation: "distance from the mean",
  head_tail: "head and tail",
  policy: "policy limits",
  manual: "own breaks",
};

interface ScopeFacts {
  readonly areas: string;
  readonly period: string;
  readonly method: ClassMethod;
  readonly kind: ClassScope;
  /** The periods whose values made the breaks: 2014–2022. */
  readonly span: string;
  readonly hasZeroClass: boolean;
}

export const legend = {
  legend: "Legend",
  methods: METHODS,
  scope: (facts: ScopeFacts) => {
    const how = {
      period: `${METHODS[facts.method]} of this level and period`,
      periods: `${METHODS[facts.method]}, the same breaks for ${facts.span}`,
      levels: `${METHODS[facts.method]}, the same breaks for all levels and ${facts.span}`,
    }[facts.kind];
    const given = facts.method === "policy" || facts.method === "manual";
    const said = given ? `${METHODS[facts.method]}, the same everywhere` : how;
    return `${facts.areas} · ${facts.period} · ${said}${facts.hasZeroClass ? "; 0 is a class of its own" : ""}`;
  },
  scopeCircles: (areas: string, period: string) => `${areas} · ${period} · circle area shows the number`,
  change: "Change",
  done: "Done",
  classMethod: "Method",
  classCount: "Classes",
  classScope: "Breaks of",
  scopes: {
    period: "this level and period",
    periods: "this level, all periods",
    levels: "all levels and periods",
  },
  zeroClass: "Zero",
  zeroApart: "a class of its own",
  zeroWithin: "with the rest",
  ownBreaks: (unit: string) => `Breaks${unit ? ` in ${unit}` : ""}, rising`,
  ownBreaksWrong: (most: number) => `Write 1 to ${most} rising numbers, as in 10, 20, 30`,
  varianceFit: (share: string) =>
    `The classes explain ${share} of the differences (goodness of variance fit)`,
  classAboveZero: (high: string | null) => (high ? `more than 0 to under ${high}` : "more than 0"),
  fromSample: "Figures from a sample survey",
  fullCount: "Full count",
  reliability: {
    "full-count": "full count",
    reliable: "reliable",
    caution: "use with caution",
    unreliable: "unreliable",
  },
  unreliable: "Unreliable",
  unreliableWhat: "The standard error is more than 30 % of the figure: not ranked, hatched on the map",
  intervalOf: (low: string, high: string) => `95% interval ${low}–${high}`,
  sampleUnknown: "sample size not reported",
  rankRange: (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`),
  hoverRankRange: (first: number, last: number, of: number) => `rank ${first}–${last} of ${of}`,
  rankRangeOf: (first: number, last: number, of: number) => `${first}–${last} of ${of}`,
  notRanked: "not ranked",
  alike: (n: number, levels: string) =>
    n === 1 ? "1 more cannot be told apart" : `${n} more ${levels} cannot be told apart`,
  noneStandsOut: (n: number, levels: string) =>
    `None stands out: ${n} ${levels} cannot be told apart at this end`,
  classOf: (range: string, count: string) => `${range}: ${count}. Highlight on the map`,
  classRangeOf: (least: string, largest: string) => `${least} to ${largest}`,
  classRange: (low: string, high: string) => `${low} to under ${high}`,
  classFrom: (low: string) => `${low} and more`,
  classBelow: (high: string) => `under ${high}`,
  allInOne: "All values are the same",
  noValues: "No area has a value here",
  clearClass: "Show all classes",
  histogram: "How the areas spread over the values",
};
