// The `register` section of a profile: where household and person records are, and which column is which field.

import { z } from "zod";
import { isPeriod } from "#domain/period";

const file = {
  file: z.string(),
  entry: z.string().optional(),
  layer: z.string().optional(),
  encoding: z.string().optional(),
};

/** Columns by which the household of a row is known. */
const identity = {
  village: z.string(),
  household: z.string(),
  /** Pads village codes that a spreadsheet has shortened. */
  pad: z.int().positive().optional(),
};

const HOUSEHOLD_FIELDS = [
  "head_name",
  "registered",
  "poverty_state",
  "monitoring",
  "main_cause",
  "other_causes",
  "exit_score",
  "net_income_yuan",
  "dwelling",
  "safe_water",
] as const;

const PERSON_FIELDS = [
  "number",
  "name",
  "id_number",
  "age",
  "schooling_years",
  "at_school",
  "long_illness",
  "insurance",
  "can_work",
] as const;

/** Columns by field, of which `needed` must be named; `holding` describes what it holds. */
const columns = (fields: readonly string[], needed: string, holding: string) =>
  z.record(z.string(), z.string()).superRefine((given, context) => {
    const unknown = Object.keys(given).filter((field) => !fields.includes(field));
    if (unknown.length > 0)
      context.addIssue({
        code: "unrecognized_keys",
        keys: unknown,
        input: given,
        message: `unknown key ${unknown.map((field) => `"${field}"`).join(", ")}: known are ${fields.join(", ")}`,
      });
    if (given[needed] === undefined)
      context.addIssue({
        code: "custom",
        message: `"${needed}" is missing: add "${needed}: COLUMN", the column that holds ${holding}`,
      });
  });

const period = z.string().refine(isPeriod, "a period is written 2019, 2019H1, 2019Q3 or 2019-07, in quotes");

export const registerSchema = z.strictObject({
  /** Of all records, or the column that holds it. */
  period: z.union([period, z.strictObject({ column: z.string() })], {
    error: 'is neither a period in quotes, such as "2020", nor { column: COLUMN }',
  }),
  /** What the incomes are; chooses the poverty line. */
  income_concept: z.string().default("rural_disposable_income"),
  households: z.strictObject({
    ...file,
    ...identity,
    columns: columns(HOUSEHOLD_FIELDS, "registered", "whether a household is registered (yes or no)"),
  }),
  persons: z.strictObject({
    ...file,
    ...identity,
    columns: columns(PERSON_FIELDS, "number", "the number of a person within the household (1, 2, …)"),
  }),
  lines: z
    .array(
      z.strictObject({
        area: z.string(),
        period,
        concept: z.string().default("rural_disposable_income"),
        yuan: z.number().positive(),
        source: z.string().default(""),
      }),
    )
    .default([]),
  department: z
    .union([z.string().transform((en): Record<string, string> => ({ en })), z.record(z.string(), z.string())])
    .default({ en: "Rural Revitalisation", zh: "乡村振兴" }),
  reporting_date: z.iso.date("a date is written 2011-03-27").optional(),
  priority: z.int().default(0),
});
export type RegisterSpec = z.infer<typeof registerSchema>;
