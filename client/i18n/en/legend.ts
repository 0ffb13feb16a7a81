// English words of the legend, its classes and reliability.

import type { ClassMethod, ClassPlace, ClassScope } from "#domain/classes";
import { capitalise } from "#client/i18n/capitalise.ts";
import { plural } from "./grammar.ts";

const METHODS: Readonly<Record<ClassMethod, string>> = {
  ckmeans: "natural breaks",
  quantile: "quantiles",
  equal: "equal intervals",
  pretty: "round intervals",
  standard_deviation: "standard deviations",
  head_tail: "head/tail breaks",
  policy: "policy limits",
  manual: "custom breaks",
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
  /** What the ends of a ramp mean; those of a need apart, which some languages say otherwise. */
  rampEnds: {
    need: { good: "better", bad: "worse", low: "less", high: "more" },
    other: { good: "better", bad: "worse", low: "less", high: "more" },
  },
  legend: "Legend",
  methodName: (method: ClassMethod) => capitalise(METHODS[method]),
  scope: (facts: ScopeFacts) => {
    const found = {
      period: `${METHODS[facts.method]} for this level and period`,
      periods: `${METHODS[facts.method]}, the same for ${facts.span}`,
      levels: `${METHODS[facts.method]}, the same for all levels and ${facts.span}`,
    }[facts.kind];
    const isGiven = facts.method === "policy" || facts.method === "manual";
    const breaks = isGiven ? `${METHODS[facts.method]}, the same everywhere` : found;
    return `${facts.areas} · ${facts.period} · ${breaks}${facts.hasZeroClass ? "; 0 has its own class" : ""}`;
  },
  scopeCircles: (areas: string, period: string) =>
    `${areas} · ${period} · circle area is proportional to the number`,
  change: "Change",
  done: "Done",
  classMethod: "Method",
  classCount: "Classes",
  classScope: "Breaks from",
  scopes: {
    period: "this level and period",
    periods: "this level, all periods",
    levels: "all levels and periods",
  },
  scopeName: {
    period: "This level and period",
    periods: "This level, all periods",
    levels: "All levels and periods",
  },
  areasWithin: (areas: string, place: string) => `${areas} in ${place}`,
  classesWithin: (place: string) => `Classes made for ${place} alone: colours compare only inside it.`,
  classPlace: "Breaks for",
  classPlaces: {
    auto: "Open area if needed",
    all: "All areas",
    open: "Open area only",
  } satisfies Record<ClassPlace, string>,
  zeroClass: "Zero",
  zeroApart: "Own class",
  zeroWithin: "With the rest",
  ownBreaks: (unit: string) => `Breaks${unit ? ` in ${unit}` : ""}, in ascending order`,
  ownBreaksWrong: (most: number) => `Enter 1 to ${most} ascending numbers, for example 10, 20, 30`,
  varianceFit: (share: string) => `The classes explain ${share} of the variance (goodness of variance fit)`,
  classAboveZero: (high: string | null) => (high ? `more than 0 to under ${high}` : "more than 0"),
  fromSample: "Figures from a sample survey",
  noGeometry: {
    title: "A list instead of a map",
    what: "The areas of this dataset came without borders or points, so there is nothing to draw. An import with a file of borders brings the map.",
  },
  hiddenLevel: {
    zoom: ({ hidden, shown }: { hidden: string; shown: string }) =>
      `From here the ${hidden} are too many to be drawn: these are the ${shown}. Open an area, or`,
    zoomIn: "zoom in",
    circles: ({ hidden, shown }: { hidden: string; shown: string }) =>
      `There are too many ${hidden} for a circle each: these are the sums of the ${shown}. Open an area to see its ${hidden}.`,
  },
  fullCount: "Full count",
  reliability: {
    "full-count": "full count",
    reliable: "reliable",
    caution: "use with caution",
    unreliable: "unreliable",
  },
  unreliable: "Unreliable",
  unreliableWhat: "The standard error is more than 30% of the figure: not ranked, hatched on the map",
  intervalOf: (low: string, high: string) => `95% interval ${low}–${high}`,
  sampleUnknown: "sample size not reported",
  rankRange: (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`),
  hoverRankRange: (first: number, last: number, of: number, _isNeutral: boolean) =>
    `rank ${first}–${last} of ${of}`,
  rankRangeOf: (first: number, last: number, of: number) => `${first}–${last} of ${of}`,
  notRanked: "not ranked",
  /** Areas with the same figure as the last one listed. */
  tied: (n: number, _levels: string) =>
    `${n} more ${plural(n, { one: "has", other: "have" })} the same figure`,
  /** Areas of a sample whose intervals overlap with that of the last one listed. */
  alike: (n: number, _levels: string) => `${n} more cannot be told apart statistically`,
  noneStandsOut: (n: number, levels: string) =>
    `None stands out: ${n} ${levels} at this end cannot be told apart statistically`,
  classOf: (range: string, count: string) => `${range}: ${count}. Highlight on the map`,
  classRangeOf: (least: string, largest: string) => `${least} to ${largest}`,
  classRange: (low: string, high: string) => `${low} to under ${high}`,
  classFrom: (low: string) => `${low} and more`,
  classBelow: (high: string) => `under ${high}`,
  allInOne: "All values are the same",
  noValues: "No area here has a value",
  histogram: "Distribution of the values of the areas",
};
