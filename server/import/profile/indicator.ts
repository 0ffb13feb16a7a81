// The `measures` and `indicators` of a profile: what the built-in registry lacks.

import { z } from "zod";
import { indicatorSchema } from "#domain/indicator";
import { measureSchema } from "#domain/measure";
import { key, record, text } from "./key.ts";

const measureShape = measureSchema.shape;

export const measure = record({
  id: key(measureShape.id, "Id of the measure", "cattle"),
  label: key(text, "Name, as inside a sentence, by language", { en: "cattle", zh: "牛" }),
  unit: key(measureShape.unit, "Unit of its numbers; money is in hundredths", "count"),
  rollUp: key(
    measureShape.rollUp,
    "Each level has figures of its own, made from records: they do not add up",
    "from_records",
  ),
  statistic: key(
    measureShape.statistic,
    "A rate, a score, an estimate or its error: keeps decimals, may be below zero, never adds up",
    true,
  ),
});

const term = z.union([
  z.string().transform((id): Record<string, number> => ({ [id]: 1 })),
  z.record(z.string(), z.int()),
]);

const shape = indicatorSchema.shape;

/** As in `#domain/indicator`, with `ratio: [a, b]`, `sum: a` or `statistic: a` for numerator and denominator. */
export const indicator = record({
  id: key(shape.id, "Id of the indicator", "cattle_per_person"),
  formerly: key(shape.formerly, "Ids that it had before, which links may still name", ["cows_per_person"]),
  lens: key(shape.lens, "The lens it belongs to", "poverty"),
  label: key(text, "Name, as inside a sentence, by language", { en: "cattle per person", zh: "人均牛头数" }),
  symbol: key(shape.symbol, "A few letters for tight places", "C"),
  description: key(text.optional(), "What it says, in a sentence", { en: "Cattle for each person." }),
  unit: key(shape.unit.optional(), "Unit; a ratio is a share unless it says another", "per_100"),
  polarity: key(shape.polarity.default("neutral"), "Which end is bad", "higher-is-better"),
  mayExceedOne: key(shape.mayExceedOne, "A share whose numerator is no part of its denominator", true),
  partOf: key(shape.partOf, "The indicator that it is a share of; the shares add up to 1", "mpi"),
  theme: key(shape.theme, "Groups indicators within a lens", "income_employment"),
  rollUp: key(
    shape.rollUp,
    "How it goes up a level; made of `ratio`, `sum` and `statistic` when left out",
    "ratio_of_sums",
  ),
  department: key(text.optional(), "Who is responsible for it by definition", { en: "Agriculture" }),
  disclosure: key(
    shape.disclosure,
    "D0 facts about resources, D1 counts of people, D2 sensitive or minors, D3 internal, D4 money",
    "D1",
  ),
  norm: key(shape.norm, "What a rule asks for, in the indicator's unit", {
    value: 1,
    label: { en: "county plan" },
  }),
  sampling: key(shape.sampling, "Measures from which the error of a sample is computed", {
    sample: "surveyed_households",
    population: "rural_households",
  }),
  methodChanges: key(
    shape.methodChanges,
    "Periods from which it is measured in another way: nothing is compared across one",
    [{ period: "2020", label: { en: "new questions" } }],
  ),
  policyBreaks: key(shape.policyBreaks, "Breaks that a policy fixes, in the indicator's unit", [60, 80]),
  ratio: key(
    z.tuple([term, term]).optional(),
    "Numerator and denominator; a term is a measure, or weights by measure",
    ["cattle", "persons"],
  ),
  sum: key(term.optional(), "A total, which is shown as circles", "cattle"),
  statistic: key(
    z.string().optional(),
    "A measure that is a figure by itself: a rate, a score, an official estimate",
    "literacy_rate",
  ),
  weight: key(
    z.string().optional(),
    "Measure by which levels without a figure of their own get the mean of the areas below",
    "persons",
  ),
  error: key(
    z
      .union([
        record({ standard_error: key(z.string(), "Measure with the standard error", "rate_se") }),
        record({ cv: key(z.string(), "Measure with the coefficient of variation", "rate_cv") }),
        record({
          low: key(z.string(), "Measure with the lower end of the 95 % interval", "rate_low"),
          high: key(z.string(), "Measure with the upper end", "rate_high"),
        }),
      ])
      .optional(),
    "Measures that state the error of the statistic",
    { standard_error: "rate_se" },
  ),
  replaces: key(
    z.literal("built-in").optional(),
    "Must be there where an indicator has the id of a built-in one, which it replaces in this dataset",
    "built-in",
  ),
})
  .refine(
    ({ ratio, sum, statistic }) => [ratio, sum, statistic].filter((form) => form !== undefined).length === 1,
    "an indicator has one of ratio, sum and statistic",
  )
  .refine(
    (value) => value.ratio !== undefined || value.unit !== undefined,
    "a sum or a statistic needs its unit",
  )
  .refine(
    ({ statistic, weight, error }) => statistic !== undefined || (weight ?? error) === undefined,
    "only a statistic has a weight or an error",
  );
