// English words of the card that says where a number comes from.

import type { ClassMethod } from "#domain/classes";
import type { AxisRule } from "#domain/bivariate";

const METHOD_HOW: Readonly<Record<ClassMethod, string>> = {
  ckmeans: "The breaks that leave the least variance inside the classes (optimal one-dimensional k-means).",
  quantile: "Every class holds as many values as the others, as far as equal values allow.",
  equal: "The range from the least to the largest value in equal steps.",
  pretty: "Equal steps at round numbers.",
  standard_deviation: "Steps of the standard deviation around the mean.",
  head_tail: "Broken at the mean, then again at the mean of what is above it.",
  policy: "Limits fixed by a policy, the same everywhere.",
  manual: "Breaks that the reader has set.",
};

export const provenance = {
  figure: {
    which: "Which figure",
    back: "← Back",
    definition: "Definition and history",
    later: (value: string, period: string) => `${value} (${period})`,
    rollUp: "Roll-up",
    fromRecords: "Made from the records of people, never from the areas inside: it cannot be added up.",
    sureness: "How sure",
    conflictIn: (measure: string, areas: string) => `${measure}: two sources differ in ${areas}.`,
    isUsed: "used on the map",
    isNotUsed: "kept, not used",
    conflictWhere: "Where they differ",
    usedAgainst: "used / stated otherwise",
    against: (used: string, stated: string) => `${used} / ${stated}`,
    conflictRule:
      "Both sums are over the areas in which they differ. Of two tables that state the same, the one that the dataset ranks higher decides; they are never averaged.",
    methodHow: METHOD_HOW,
    range: "Least, largest",
    fit: "Fit",
    listedInside: (area: string) => `Only those in ${area} are listed.`,
    without: "Without a figure",
    pairHow: "Each indicator is parted into three rungs from good to bad; together they make nine classes.",
    axisHow: {
      thirds: "Bounds at a third and at two thirds of the areas of this level and period.",
      "nothing-apart": "Nothing at all is a rung of its own; the rest is parted at its median.",
      something: "A sum grows with the area, so it is only parted into nothing and something.",
      policy: "Limits fixed by a policy, the same everywhere.",
      manual: "Bounds that the reader has set.",
    } satisfies Readonly<Record<AxisRule, string>>,
    policyLimits: (limits: string) => `Of ${limits} those that make three rungs as even as can be.`,
    pairPeople: (areas: string) => `in ${areas}, summed`,
  },
};
