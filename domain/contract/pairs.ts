import { z } from "zod";
import { CLASS_SCOPES } from "../classing.ts";
import { pairAxisSchema } from "../pair.ts";
import { contract, noParams, releaseField, releaseQuery, textSchema, valueFields } from "./contract.ts";

const columnName = z.string().regex(/^[a-z][a-z0-9_]*@[0-9A-Z-]+$/, "write indicator@period, as in mpi@2022");

const pairQuery = releaseQuery.extend({
  /** The need, as `indicator@period`. */
  need: columnName,
  /** What should meet it: supply or help, as `indicator@period`. */
  other: columnName,
  level: z.string(),
  /** From which levels and periods the bounds of the axes are made. */
  scope: z.enum(CLASS_SCOPES).default("period"),
});

const side = z.object({
  indicator: z.string(),
  period: z.string(),
  axis: pairAxisSchema,
  /** Periods whose values made the axis. */
  periods: z.array(z.string()),
});

export const pairsContract = contract({
  id: "pairs",
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
    missing: z.object({ "not-surveyed": z.int(), suppressed: z.int(), "not-applicable": z.int() }),
    areaCount: z.int(),
  }),
});
export type PairsResponse = z.infer<typeof pairsContract.response>;

const rung = z.coerce.number().int().min(0).max(2);

export const pairAreasContract = contract({
  id: "pairAreas",
  path: "/api/pairs/areas",
  summary: "The areas of one class of two indicators, or of all nine, the worst first",
  params: noParams,
  query: pairQuery.extend({
    needRung: rung.optional(),
    otherRung: rung.optional(),
    parent: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    format: z.enum(["json", "csv"]).default("json"),
  }),
  also: ["text/csv"],
  response: z.object({
    ...releaseField,
    /** How many there are; `areas` holds the first of them. */
    total: z.int(),
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
      }),
    ),
  }),
});
export type PairAreas = z.infer<typeof pairAreasContract.response>;
export type PairArea = PairAreas["areas"][number];
