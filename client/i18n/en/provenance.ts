// English words of the card that says where a number comes from.

import type { ClassMethod } from "#domain/classes";
import type { AxisRule } from "#domain/bivariate";

const METHOD_HOW: Readonly<Record<ClassMethod, string>> = {
  ckmeans: "The breaks with the least variance inside the classes (optimal one-dimensional k-means).",
  quantile: "Every class holds the same number of values, as far as equal values allow.",
  equal: "The range from the least to the largest value, divided into equal intervals.",
  pretty: "Equal intervals with breaks at round numbers.",
  standard_deviation: "Breaks at multiples of the standard deviation around the mean.",
  head_tail: "Broken at the mean, then again at the mean of the values above it, and so on.",
  policy: "Limits set by a policy, the same everywhere.",
  manual: "Breaks set by the reader.",
};

export const provenance = {
  figure: {
    which: "Which figure",
    back: "← Back",
    definition: "Definition and history",
    later: (value: string, period: string) => `${value} (${period})`,
    rollUp: "Aggregation",
    fromRecords: "Computed from the records of people, not from the areas inside, so it cannot be added up.",
    uncertainty: "Uncertainty",
    conflictIn: (measure: string, areas: string) => `${measure}: two sources differ in ${areas}.`,
    isUsed: "used on the map",
    isNotUsed: "kept, not used",
    conflictWhere: "Where they differ",
    usedAndOtherHead: "used / other source",
    usedAndOther: (used: string, other: string) => `${used} / ${other}`,
    conflictRule:
      "Both sums are over the areas in which the sources differ. Where two tables report the same thing, the one that the dataset ranks higher is used; they are never averaged.",
    methodHow: METHOD_HOW,
    range: "Minimum, maximum",
    fit: "Fit",
    listedInside: (area: string) => `Only the areas in ${area} are listed.`,
    without: "Without a figure",
    bivariateHow:
      "Each indicator is divided into three groups from good to bad; together they make nine classes.",
    axisHow: {
      thirds: "Terciles of the areas of this level and period.",
      "nothing-apart": "Zero is a group of its own; the rest is divided at its median.",
      something: "A sum grows with the size of the area, so it is only divided into zero and more than zero.",
      norm: "What meets the norm is one group, and nothing that does is in another; the rest is short of it: those with nothing at all apart, else halved at the median.",
      policy: "Limits set by a policy, the same everywhere.",
      manual: "Bounds set by the reader.",
    } satisfies Readonly<Record<AxisRule, string>>,
    policyLimits: (limits: string) => `Of ${limits}, those that make the three groups most even.`,
    peopleInAll: (areas: string) => `in ${areas} together`,
  },
};
