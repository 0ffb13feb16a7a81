import { z } from "zod";
import { CLASS_METHODS, CLASS_SCOPES, MAX_CLASSES, ZERO_RULES, classesSchema } from "#domain/classes";
import { EDITION_IDS } from "#domain/edition";
import { readRisingNumbers } from "#domain/number_list";
import { contract, noParams, releaseQuery } from "./contract.ts";
import {
  byShareField,
  estimateFields,
  missingCounts,
  parentTable,
  releaseField,
  valueFields,
} from "./fields.ts";
import { textSchema } from "#domain/text";

const column = releaseQuery.extend({
  indicator: z.string(),
  period: z
    .string()
    .describe(
      "a period 2022; a change 2014..2022, later minus earlier; or how far either may be relied on 2022~reliability: 0 reliable, 1 use with caution, 2 unreliable",
    ),
  level: z.string(),
});

/** Most breaks a reader may set. */
const MAX_BREAKS = 6;

const breaksText = z.string().transform((text, context) => {
  const breaks = readRisingNumbers(text, MAX_BREAKS);
  if (breaks) return breaks;
  context.addIssue(`breaks must rise: write up to ${MAX_BREAKS} numbers, as in 0.1,0.2`);
  return z.NEVER;
});

export const valuesContract = contract({
  id: "values",
  editions: EDITION_IDS,
  path: "/api/values",
  summary: "One indicator of every area of a level in one period, with intervals and rank ranges",
  params: noParams,
  query: column.extend({ parent: z.string().optional(), format: z.enum(["json", "csv"]).default("json") }),
  also: ["text/csv"],
  response: z.object({
    ...releaseField,
    indicator: z.string(),
    period: z.string(),
    level: z.string(),
    /** The period that `previous` is of; absent where there is none that is measured in the same way. */
    previousPeriod: z.string().optional(),
    parents: parentTable,
    areas: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        names: textSchema,
        /** Place in `parents` of the area above; absent at the top. */
        parent: z.int().optional(),
        ...valueFields,
        ...estimateFields,
        ...byShareField,
        /** Value of the period before, where it was measured in the same way and, of a sum, over the same areas. */
        previous: z.number().optional(),
        coverage: z.number().optional(),
        /** Of how many areas of the lowest level inside (or itself) tables disagree about what it is made of; absent where they do not. */
        contestedAreas: z.int().optional(),
      }),
    ),
  }),
});
export type Values = z.infer<typeof valuesContract.response>;
export type AreaValue = Values["areas"][number];

/** Most areas that are named of either end of a change. */
export const MAX_NAMED_CHANGES = 5;

const namedChange = z.object({
  code: z.string(),
  names: textSchema,
  /** Of the areas above, from the level under the top down. */
  parentNames: z.array(textSchema),
  value: z.number(),
});

/** What became of the areas between two periods. Of a neutral indicator more is counted as worse, as in ranks. */
const changeSummary = z.object({
  better: z.int(),
  worse: z.int(),
  /** Printed as 0, or with an interval that holds 0. */
  same: z.int(),
  /** Those that are worse, furthest first. */
  worst: z.array(namedChange).max(MAX_NAMED_CHANGES),
  /** Those that are better, furthest first. */
  best: z.array(namedChange).max(MAX_NAMED_CHANGES),
  /** Changes of less than this to either side are none. */
  half: z.number(),
  /** The same change of the area that holds them all; absent where there is none. */
  whole: z.number().optional(),
});
export type ChangeSummary = z.infer<typeof changeSummary>;

export const classesContract = contract({
  id: "classes",
  editions: EDITION_IDS,
  path: "/api/classes",
  summary: "Class breaks of one indicator at a level in one period, with counts, histogram and missing",
  params: noParams,
  query: column.extend({
    /** Without one: the breaks a policy fixes, where they part the values into three classes or more, else ckmeans. */
    method: z.enum(CLASS_METHODS).optional(),
    k: z.coerce.number().int().min(2).max(7).default(MAX_CLASSES),
    zero: z.enum(ZERO_RULES).default("auto"),
    scope: z.enum(CLASS_SCOPES).default("period"),
    /** Area inside which breaks are made and areas are counted; without it all of the level. */
    within: z.string().optional(),
    /** The open area: the answer says how the areas inside it fall into the classes. */
    parent: z.string().optional(),
    /** Where too many areas inside `parent` share a class: leave the classes, or make them `within` it. */
    crowded: z.enum(["keep", "within"]).default("keep"),
    /** Of the method `manual`, in the indicator's unit: `0.1,0.2,0.4`. */
    breaks: breaksText.optional(),
  }),
  canonical: ({ breaks, ...query }) => (query.method === "manual" && breaks ? { ...query, breaks } : query),
  response: z.object({
    ...releaseField,
    indicator: z.string(),
    period: z.string(),
    level: z.string(),
    classes: classesSchema,
    /** Areas in each class of this level and period; zeros of a class of their own are in `zeroCount`. */
    counts: z.array(z.int()),
    zeroCount: z.int(),
    /** Areas whose figure from a sample is unreliable; 0 for a full count. */
    unreliableCount: z.int(),
    /** Goodness of variance fit 0–1 of the areas; null when all are equal. */
    fit: z.number().nullable(),
    histogram: z.array(z.int()),
    missing: missingCounts,
    /** The areas inside `parent` that have a value, in the classes above. */
    inside: z
      .object({
        code: z.string(),
        counts: z.array(z.int()),
        zeroCount: z.int(),
        /** Share 0–1 of them that the fullest class holds. */
        fullestShare: z.number(),
        /** Too many of them share a class: classes `within` the area distinguish them. */
        isCrowded: z.boolean(),
      })
      .optional(),
    /** Only of a change: of the areas inside `parent`, without one of all that are counted. */
    change: changeSummary.optional(),
    /** What the breaks were made from. */
    scope: z.object({
      kind: z.enum(CLASS_SCOPES),
      level: z.string(),
      period: z.string(),
      areaCount: z.int(),
      /** Levels and periods whose values made the breaks. */
      levels: z.array(z.string()),
      periods: z.array(z.string()),
      /** The area inside which they were made. */
      within: z.object({ code: z.string(), names: textSchema }).optional(),
    }),
  }),
});
export type ClassesResponse = z.infer<typeof classesContract.response>;
