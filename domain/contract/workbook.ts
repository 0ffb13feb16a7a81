import { z } from "zod";
import { packedCodesSchema } from "#domain/area_set_codec";
import { parseColumnId, parseColumnPeriod } from "#domain/column_id";
import { conditionsSchema } from "#domain/condition";
import { EDITION_IDS } from "#domain/edition";
import { LANGUAGE_IDS } from "#domain/language";
import { contract, noParams, releaseQuery } from "./contract.ts";

/** Most rows of a sheet. */
export const MAX_WORKBOOK_ROWS = 100_000;
/** Most columns that are named; `all` adds every other indicator. */
const MAX_NAMED = 8;

const columnList = z.string().transform((text, context) => {
  const columns = text.split(",").map(parseColumnId);
  const known = columns.flatMap((column) => {
    const period = column && parseColumnPeriod(column.period);
    return column && period && !period.isReliability ? [column] : [];
  });
  if (known.length === columns.length && known.length <= MAX_NAMED) return known;
  context.addIssue(
    `write up to ${MAX_NAMED} columns, each an indicator and its period or change, as in mpi@2022,school_travel_time@2014..2022`,
  );
  return z.NEVER;
});

export const workbookContract = contract({
  id: "workbook",
  editions: EDITION_IDS,
  path: "/api/workbook",
  summary: `Areas with their figures as an Excel workbook, with a sheet on where they come from; at most ${MAX_WORKBOOK_ROWS.toLocaleString("en")} rows`,
  params: noParams,
  query: releaseQuery.extend({
    /** Areas of a level, inside `parent`; or else `codes`. */
    level: z.string().optional(),
    parent: z.string().optional(),
    codes: packedCodesSchema.optional(),
    /** What is shown. A single column brings ranks, intervals, sums and the change from the period before. */
    columns: columnList,
    /** Adds every other indicator, in the period of the first column or the nearest to it. */
    all: z.enum(["0", "1"]).default("0"),
    /** Which of the areas: those that meet all conditions. */
    where: conditionsSchema.optional(),
    /** Areas as rows, or as columns to be compared, with a row for every indicator; that needs `codes`. */
    rows: z.enum(["areas", "indicators"]).default("areas"),
    language: z.enum(LANGUAGE_IDS).default("en"),
  }),
  media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  response: z.unknown(),
});
export type WorkbookQuery = z.infer<typeof workbookContract.query>;
