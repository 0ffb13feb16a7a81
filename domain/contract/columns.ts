import { z } from "zod";
import { EDITION_IDS } from "#domain/edition";
import { MISSING_REASONS } from "#domain/missing";
import { contract, noParams, releaseQuery } from "./contract.ts";
import { releaseField } from "./fields.ts";

/** Most indicators in one answer. */
export const MAX_COLUMNS = 100;

const idList = z.string().transform((text, context) => {
  const ids = [...new Set(text.split(","))];
  if (ids.length <= MAX_COLUMNS) return ids;
  context.addIssue(`write up to ${MAX_COLUMNS} ids, joined by commas`);
  return z.NEVER;
});

export const columnsContract = contract({
  id: "columns",
  editions: EDITION_IDS,
  path: "/api/columns",
  summary: "Several indicators of every area of a level in one period, compactly: column by column",
  params: noParams,
  query: releaseQuery.extend({
    level: z.string(),
    parent: z.string().optional(),
    period: z.string(),
    /** Ids joined by commas. */
    indicators: idList,
    /** Measure whose sums are listed too, such as persons. */
    people: z.string().optional(),
  }),
  response: z.object({
    ...releaseField,
    level: z.string(),
    /** The period that was asked for. */
    period: z.string(),
    /** Of the areas, in the order of all columns. */
    codes: z.array(z.string()),
    columns: z.array(
      z.object({
        indicator: z.string(),
        /** The one asked for, or the nearest in which the indicator has figures. */
        period: z.string(),
        /** One per area: the exact value, or why there is none. */
        values: z.array(z.union([z.number(), z.enum(MISSING_REASONS)])),
      }),
    ),
    /** Sums of the measure `people` in the period asked for; null where it was not surveyed. */
    people: z.array(z.number().nullable()).optional(),
  }),
});
export type Columns = z.infer<typeof columnsContract.response>;
