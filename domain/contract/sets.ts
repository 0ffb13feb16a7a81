import { z } from "zod";
import { packedCodesSchema } from "#domain/area_set_codec";
import { contract, noParams, releaseQuery } from "./contract.ts";
import { estimateFields, parentTable, releaseField, valueFields } from "./fields.ts";
import { textSchema } from "#domain/text";

/** A set is one area: it has no rank. */
const { ciLow, ciHigh, reliability } = estimateFields;
const estimate = { ciLow, ciHigh, reliability };

export const setContract = contract({
  id: "set",
  editions: ["internal"],
  path: "/api/sets",
  summary: "A hand-picked set of areas as one: numerators and denominators summed, divided once",
  params: noParams,
  query: releaseQuery.extend({
    /** Codes of any levels, as `packCodes` writes them; an area inside another of the set counts once. */
    codes: packedCodesSchema,
    period: z.string().optional(),
    /** Whose trend is given. */
    indicator: z.string(),
    /** As CSV: the areas with their own figures of the indicator, instead of their sum. */
    format: z.enum(["json", "csv"]).default("json"),
  }),
  also: ["text/csv"],
  response: z.object({
    ...releaseField,
    period: z.string(),
    parents: parentTable,
    /** The areas that are summed, by code, with the place in `parents` of the area above, absent at the top. */
    areas: z.array(
      z.object({ code: z.string(), names: textSchema, level: z.string(), parent: z.int().optional() }),
    ),
    /** Areas of the lowest level in the set. */
    lowestCount: z.int(),
    /** Measures of the period, summed. */
    measures: z.record(z.string(), z.number()),
    indicators: z.array(
      z.object({
        indicator: z.string(),
        ...valueFields,
        ...estimate,
        /** Share 0–1 of the lowest areas that contribute. */
        coverage: z.number(),
      }),
    ),
    trend: z.array(z.object({ period: z.string(), ...valueFields, ...estimate })),
  }),
});
export type SetResponse = z.infer<typeof setContract.response>;

/** Most square kilometres that the circles of one question may cover together: number of codes × π × km². */
export const MAX_NEAR_SQKM = 20_000;

export const nearSetContract = contract({
  id: "nearSet",
  editions: ["internal"],
  path: "/api/sets/near",
  summary:
    "The areas of a level whose border comes within a distance of an area of a set, without those of the set",
  params: noParams,
  query: releaseQuery.extend({
    /** In order, so that a set is one question however it is written. */
    codes: packedCodesSchema.transform((codes) => [...new Set(codes)].sort()),
    /** Level of the areas to find. */
    level: z.string(),
    /** Between the nearest points of two areas, on the ellipsoid, to the metre; neighbours are 0 km apart. */
    km: z.coerce
      .number()
      .positive()
      .max(100)
      .transform((km) => Math.max(0.001, Math.round(km * 1000) / 1000)),
  }),
  response: z.object({
    ...releaseField,
    /** By code, as many as a set can hold. */
    codes: z.array(z.string()),
    /** How many there are in all. */
    total: z.int(),
  }),
});
