import { z } from "zod";
import { packedCodesSchema } from "../codes.ts";
import { contract, noParams, releaseField, releaseQuery, textSchema, valueFields } from "./contract.ts";

export const setContract = contract({
  id: "set",
  path: "/api/sets",
  summary: "A hand-picked set of areas as one: numerators and denominators summed, divided once",
  params: noParams,
  query: releaseQuery.extend({
    /** Codes of any levels, as `packCodes` writes them; an area inside another of the set counts once. */
    codes: packedCodesSchema,
    period: z.string().optional(),
    /** Whose trend is given. */
    indicator: z.string(),
  }),
  response: z.object({
    ...releaseField,
    period: z.string(),
    /** The areas that are summed, by code. */
    areas: z.array(z.object({ code: z.string(), names: textSchema, level: z.string() })),
    /** Areas of the lowest level in the set. */
    lowestCount: z.int(),
    /** Measures of the period, summed. */
    measures: z.record(z.string(), z.number()),
    indicators: z.array(
      z.object({
        indicator: z.string(),
        ...valueFields,
        /** Share 0–1 of the lowest areas that contribute. */
        coverage: z.number(),
      }),
    ),
    trend: z.array(z.object({ period: z.string(), ...valueFields })),
  }),
});
export type SetResponse = z.infer<typeof setContract.response>;
