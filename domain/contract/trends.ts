import { z } from "zod";
import { MISSING_REASONS } from "#domain/missing";
import { EDITION_IDS } from "#domain/edition";
import { contract, noParams, releaseQuery } from "./contract.ts";
import { releaseField } from "./fields.ts";

/** Most areas in one answer; more come parent by parent. */
export const MAX_TREND_AREAS = 10_000;

export const trendsContract = contract({
  id: "trends",
  editions: EDITION_IDS,
  path: "/api/trends",
  summary: `One indicator of every area of a level over all periods, compactly; at most ${MAX_TREND_AREAS.toLocaleString("en")} areas`,
  params: noParams,
  query: releaseQuery.extend({ indicator: z.string(), level: z.string(), parent: z.string().optional() }),
  response: z.object({
    ...releaseField,
    indicator: z.string(),
    level: z.string(),
    /** Every period of the release, in order. */
    periods: z.array(z.string()),
    areas: z.array(
      z.object({
        code: z.string(),
        /** One per period: a sum as it is, a quotient to five digits, or why there is none. */
        values: z.array(z.union([z.number(), z.enum(MISSING_REASONS)])),
        /** Periods whose count came in part by estimated shares of areas before boundaries changed; absent where none did. */
        byShare: z.array(z.string()).optional(),
      }),
    ),
  }),
});
export type Trends = z.infer<typeof trendsContract.response>;
