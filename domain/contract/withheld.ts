// Why figures are not public, for staff.

import { z } from "zod";
import { WITHHELD_REASONS } from "#domain/disclosure";
import { contract, noParams, releaseQuery } from "./contract.ts";
import { releaseField } from "./fields.ts";

export const withheldContract = contract({
  id: "withheld",
  editions: ["internal"],
  path: "/api/withheld",
  summary: "Which figures of a level are not public, and why: their level, a rule, or to protect others",
  params: noParams,
  query: releaseQuery.extend({
    indicator: z.string(),
    period: z.string(),
    level: z.string(),
    parent: z.string().optional(),
  }),
  response: z.object({
    ...releaseField,
    /** False where the release was published before reasons were kept. */
    isRecorded: z.boolean(),
    /** Whether the public sees the indicator at all. */
    isPublic: z.boolean(),
    areas: z.array(z.object({ code: z.string(), reason: z.enum(WITHHELD_REASONS) })),
  }),
});
