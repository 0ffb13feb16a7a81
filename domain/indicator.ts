// Indicators: what the map colours. Each is two sums of measures, divided once, at the end.

import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";
import { LENS_IDS } from "./lens.ts";
import { HAS_VALUE, MISSING } from "./missing.ts";
import { comparePeriods } from "./period.ts";
import { THEME_IDS } from "./theme.ts";
import { UNIT_IDS } from "./unit.ts";

/** A sum of measures with whole-number weights: `{ households_deprived_2: 2, households_deprived_3: 3 }`. */
const termSchema = z.record(z.string(), z.int());
export type Term = z.infer<typeof termSchema>;

/** Sizes of a sample, from which the error of a share or a mean is computed. */
const sampleSizes = z.strictObject({
  sample: z.string().describe("Measure that counts the units asked, such as households"),
  population: z.string().describe("Measure that counts the units there are"),
  meanSquare: z
    .strictObject({
      numerator: termSchema.describe("Weights by measure"),
      denominator: termSchema.describe("Weights by measure"),
    })
    .optional()
    .describe(
      "Mean square of what was asked, in the square of the indicator's unit; without it a share is meant, or at most its variance",
    ),
  base: termSchema
    .optional()
    .describe("Known total with which a sampled mean becomes a sum: weights by measure"),
});
export type SampleSizes = z.infer<typeof sampleSizes>;

/** Measures in which an office states the error of its estimates: standard error, coefficient of variation, or 95 % interval. */
export const statedError = z.union([
  z.strictObject({ standardError: z.string().describe("Measure with the standard error") }),
  z.strictObject({ cv: z.string().describe("Measure with the coefficient of variation") }),
  z.strictObject({
    low: z.string().describe("Measure with the lower end of the 95 % interval"),
    high: z.string().describe("Measure with the upper end"),
  }),
]);
export type StatedError = z.infer<typeof statedError>;

export const indicatorSchema = z.strictObject({
  id: idSchema,
  /** Ids that it had before, which links and programs may still name. */
  formerly: z.array(z.string()).optional(),
  lens: z.enum(LENS_IDS),
  label: textSchema,
  /** A few letters for tight places and tables: H, A, M0. */
  symbol: z.string().optional(),
  description: textSchema.optional(),
  unit: z.enum(UNIT_IDS),
  /** Which end is bad; decides rank order and the words "better" and "worse". */
  polarity: z.enum(["higher-is-worse", "higher-is-better", "neutral"]),
  numerator: termSchema,
  /** Null for a sum, which is shown as circles and never as a fill. */
  denominator: termSchema.nullable(),
  /** True for a share whose numerator is no part of its denominator, such as beds over boarders: it may be above 1. */
  mayExceedOne: z.literal(true).optional(),
  /** The indicator that this one is a share of; the shares add up to 1 (contributions to M0). */
  partOf: z.string().optional(),
  /** Groups indicators within a lens. */
  theme: z.enum(THEME_IDS).optional(),
  /** How it goes up a level: by sums, where `weighted_mean` says that the denominator is a weight; or not at all, `from_records`: each level has its own. */
  rollUp: z.enum(["sum", "ratio_of_sums", "weighted_mean", "from_records", "own_level"]).optional(),
  /**
   * Set for a figure that is no sum: a rate, a score, an official estimate, the one measure of its numerator. A level that has none of its
   * own gets the mean of the areas below by `weight`, and nothing without one.
   */
  statistic: z.strictObject({ weight: z.string().optional() }).optional(),
  /** Who is responsible for the figure by definition; who delivered it is in its sources. */
  department: textSchema.optional(),
  /** D0 public resource facts, D1 counts of people, D2 sensitive or minors, D3 internal, D4 money. */
  disclosure: z.enum(["D0", "D1", "D2", "D3", "D4"]).optional(),
  /** What a rule asks for, in the indicator's unit. */
  norm: z
    .strictObject({
      value: z.number().describe("What is asked for, in the indicator's unit"),
      label: textSchema.describe("Whose rule it is, by language"),
      shortage: z
        .string()
        .optional()
        .describe(
          "The sum that counts what is missing place by place, where a surplus elsewhere hides nothing",
        ),
    })
    .optional(),
  /** Set where the figure comes from a sample; without it every unit was counted. */
  sampling: z.union([sampleSizes, statedError]).optional(),
  /** Periods from which on it is measured in another way: figures on two sides of one are not compared. */
  methodChanges: z
    .array(
      z.strictObject({
        period: z.string().describe("First period of the new way"),
        label: textSchema.describe("What is new, by language"),
      }),
    )
    .optional(),
  /** Breaks that a policy fixes, in the indicator's unit. */
  policyBreaks: z.array(z.number()).optional(),
});

export type Indicator = z.infer<typeof indicatorSchema>;

/** Whether an id names an indicator: its own, or one that it had before. */
const isNamed = ({ id, formerly }: Pick<Indicator, "id" | "formerly">, asked: string): boolean =>
  id === asked || formerly?.includes(asked) === true;

/** The indicator that an id names; an id in use goes before a former one. */
export const findIndicator = <I extends Pick<Indicator, "id" | "formerly">>(
  indicators: readonly I[],
  asked: string,
): I | undefined =>
  indicators.find(({ id }) => id === asked) ?? indicators.find((indicator) => isNamed(indicator, asked));

/** The measures that an indicator needs, each once. */
export function measuresOf(indicator: Indicator): string[] {
  const { numerator, denominator, statistic } = indicator;
  const weight = statistic?.weight === undefined ? [] : [statistic.weight];
  return [...new Set([...Object.keys(numerator), ...Object.keys(denominator ?? {}), ...weight])];
}

/** The measures from which the sampling error of an indicator is computed, each once. */
export function samplingMeasuresOf({ sampling }: Indicator): string[] {
  if (!sampling) return [];
  if (!("sample" in sampling)) return Object.values(sampling);
  const { sample, population, base, meanSquare } = sampling;
  const terms = [base, meanSquare?.numerator, meanSquare?.denominator].filter((term) => term !== undefined);
  return [...new Set([sample, population, ...terms.flatMap(Object.keys)])];
}

/** Whether figures of two periods are measured in the same way and may be compared. */
export function isComparable(
  { methodChanges = [] }: Pick<Indicator, "methodChanges">,
  earlier: string,
  later: string,
): boolean {
  return !methodChanges.some(
    ({ period }) => comparePeriods(earlier, period) < 0 && comparePeriods(period, later) <= 0,
  );
}

/** The quotient, divided once; 0/0 and n/0 give `not-applicable`. A sum has no denominator and is its numerator. */
export function divide(numerator: number, denominator: number | null): { value: number; status: number } {
  if (denominator === null) return { value: numerator, status: HAS_VALUE };
  if (denominator === 0) return { value: Number.NaN, status: MISSING["not-applicable"].status };
  return { value: numerator / denominator, status: HAS_VALUE };
}

/** Whether a figure is a share above 1 where that cannot be: more poor people than people. It is shown, and marked. */
export const isAboveWhole = (
  { unit, denominator, mayExceedOne }: Pick<Indicator, "unit" | "denominator" | "mayExceedOne">,
  value: number,
): boolean => unit === "share" && denominator !== null && mayExceedOne !== true && value > 1;

/** A term as the catalogue shows it: `2 × households_deprived_2 + 3 × households_deprived_3`. */
export function formatTerm(term: Term): string {
  return Object.entries(term)
    .map(([measure, weight], index) => {
      const sign = weight < 0 ? (index ? " − " : "−") : index ? " + " : "";
      const factor = Math.abs(weight) === 1 ? "" : `${Math.abs(weight)} × `;
      return sign + factor + measure;
    })
    .join("");
}
