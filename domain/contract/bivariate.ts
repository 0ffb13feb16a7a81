import { z } from "zod";
import { CLASS_SCOPES } from "#domain/classes";
import { bivariateAxisSchema, readAxisBounds } from "#domain/bivariate";
import { parsePlainColumnId } from "#domain/column_id";
import { EDITION_IDS } from "#domain/edition";
import { contract, noParams, releaseQuery } from "./contract.ts";
import { missingCounts, releaseField, valueFields } from "./fields.ts";
import { textSchema } from "#domain/text";

const columnName = z
  .string()
  .describe("indicator@period, as in mpi@2022")
  .transform((text, context) => {
    const column = parsePlainColumnId(text);
    if (column) return column;
    context.addIssue("write indicator@period, as in mpi@2022");
    return z.NEVER;
  });

const boundsText = z
  .string()
  .describe(
    "policy, thirds, or one or two rising bounds in the unit of the indicator, as in 30,60; without it the norm of the indicator, else thirds",
  )
  .transform((text, context) => {
    const bounds = readAxisBounds(text);
    if (bounds !== undefined) return bounds;
    context.addIssue("write policy, thirds, or one or two rising numbers, as in 30,60");
    return z.NEVER;
  });

const pairQuery = releaseQuery.extend({
  /** The need, as `indicator@period`. */
  need: columnName,
  /** What should meet it: supply or help, as `indicator@period`. */
  other: columnName,
  level: z.string(),
  /** From which levels and periods the bounds of the axes are made. */
  scope: z.enum(CLASS_SCOPES).default("period"),
  /** The bounds of either axis; without them the norm of the indicator, or what is found from the values. */
  needBounds: boundsText.optional(),
  otherBounds: boundsText.optional(),
});

const side = z.object({
  indicator: z.string(),
  period: z.string(),
  axis: bivariateAxisSchema,
  /** Periods whose values made the axis. */
  periods: z.array(z.string()),
});

export const pairsContract = contract({
  id: "pairs",
  editions: EDITION_IDS,
  path: "/api/pairs",
  summary: "Two indicators of a level as 3×3 classes: bounds of both axes, areas per class, missing",
  params: noParams,
  query: pairQuery,
  response: z.object({
    ...releaseField,
    level: z.string(),
    need: side,
    other: side,
    /** Areas in each class: rows of rising need, in each the other one from good to bad. */
    counts: z.array(z.int()).length(9),
    /** Areas that lack one of the two, by the reason of the need, else of the other. */
    missing: missingCounts,
    areaCount: z.int(),
  }),
});
export type PairsResponse = z.infer<typeof pairsContract.response>;

/** What the list of a class is ordered by: both terciles together, either value, or the people counted beside them. */
export const PAIR_SORTS = ["class", "need", "other", "people"] as const;
export type PairSort = (typeof PAIR_SORTS)[number];

const tercile = z.coerce.number().int().min(0).max(2);

export const pairAreasContract = contract({
  id: "pairAreas",
  editions: EDITION_IDS,
  path: "/api/pairs/areas",
  summary: "The areas of one class of two indicators, or of all nine, with the people in need in them",
  params: noParams,
  query: pairQuery.extend({
    needRung: tercile.optional(),
    otherRung: tercile.optional(),
    parent: z.string().optional(),
    /** Indicator whose numerator is counted beside the values: the people in need. In the period of the need. */
    people: z.string().optional(),
    sort: z.enum(PAIR_SORTS).default("class"),
    /** Which end comes first; of people the most are the worst. */
    first: z.enum(["worst", "best"]).default("worst"),
    limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    format: z.enum(["json", "csv"]).default("json"),
  }),
  also: ["text/csv"],
  response: z.object({
    ...releaseField,
    /** How many there are; `areas` holds the first of them. */
    total: z.int(),
    /** People in all of them, as far as they are counted; absent where `people` is not given. */
    people: z.number().optional(),
    areas: z.array(
      z.object({
        code: z.string(),
        names: textSchema,
        /** Of the areas above, from the level under the top down. */
        parentNames: z.array(textSchema),
        needRung: z.int(),
        otherRung: z.int(),
        need: z.object(valueFields),
        other: z.object(valueFields),
        people: z.number().optional(),
      }),
    ),
  }),
});
export type PairAreas = z.infer<typeof pairAreasContract.response>;
export type PairArea = PairAreas["areas"][number];
