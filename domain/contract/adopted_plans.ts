// Adopted plans: who answers for them until when, and promised against delivered.

import { z } from "zod";
import { textSchema } from "#domain/text";
import { contract, noParams } from "./contract.ts";
import { noQuery, ofArea } from "./plan_fields.ts";

const planBody = z.strictObject({
  name: z.string().trim().min(1).max(120),
  run: z.int().min(1),
  /** Who answers for it, as a post. */
  post: z.string().trim().min(1).max(120),
  budgetLine: z.string().trim().max(120).default(""),
  deadline: z.iso.date(),
  /** Who adopted it. */
  author: z.string().trim().min(1).max(120),
});
export type AdoptBody = z.infer<typeof planBody>;

const adoptedPlan = planBody.extend({
  id: z.int(),
  adoptedAt: z.string(),
  area: z.string(),
  kind: z.string(),
  minutes: z.number(),
  isProven: z.boolean(),
  sites: z.array(z.object({ code: z.string(), names: textSchema, isDelivered: z.boolean().nullable() })),
  /** People within the limit, as promised and by the latest release; null where that has none. */
  promised: z.number(),
  delivered: z.number().nullable(),
  period: z.string().nullable(),
});
export type AdoptedPlan = z.infer<typeof adoptedPlan>;

export const plansContract = contract({
  id: "adoptedPlans",
  path: "/api/planning/plans",
  summary: "Adopted plans of an area: what was promised, and what the latest release shows of it",
  params: noParams,
  query: ofArea,
  response: z.object({ plans: z.array(adoptedPlan) }),
});

export const adoptPlanContract = contract({
  id: "adoptPlan",
  method: "POST",
  path: "/api/planning/plans",
  summary: "Adopts the plan of a finished run",
  params: noParams,
  query: noQuery,
  body: planBody,
  response: z.object({ id: z.int() }),
});
