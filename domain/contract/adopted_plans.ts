// Adopted plans of sites and of teachers: who answers for them until when, and promised against delivered.

import { z } from "zod";
import { textSchema } from "#domain/text";
import { contract, noParams } from "./contract.ts";
import { idSchema, noQuery, ofArea } from "./plan_fields.ts";
import { teachersContract } from "./teachers.ts";

/** What is planned: where sites go, or where teachers go. */
export const PLAN_TASKS = ["sites", "teachers"] as const;

const commitment = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Who answers for it, as a post. */
  post: z.string().trim().min(1).max(120),
  budgetLine: z.string().trim().max(120).default(""),
  deadline: z.iso.date(),
  /** Who adopted it. */
  author: z.string().trim().min(1).max(120),
});
/** Who answers for a plan, from which money, by when. */
export type Commitment = z.infer<typeof commitment>;

const planBody = commitment.extend({ run: idSchema });
export type AdoptBody = z.infer<typeof planBody>;

const teachersBody = commitment.extend({ asked: teachersContract.query });
export type AdoptTeachersBody = z.infer<typeof teachersBody>;

const adoptedPlan = planBody.extend({
  id: z.int(),
  task: z.enum(PLAN_TASKS),
  adoptedAt: z.string(),
  area: z.string(),
  kind: z.string(),
  /** The limit that people are brought within; null for teachers. */
  minutes: z.number().nullable(),
  isProven: z.boolean(),
  /** The period whose figures it was made on. */
  basis: z.string(),
  /** Villages that get a site, or schools that get teachers; `isDelivered` is null where the latest release does not know them. */
  sites: z.array(z.object({ code: z.string(), names: textSchema, isDelivered: z.boolean().nullable() })),
  /** People brought within the limit, or teachers who no longer lack, as promised and by the latest release. */
  promised: z.number(),
  delivered: z.number().nullable(),
  period: z.string().nullable(),
  /** Whether the deadline is over and something promised is still missing. */
  isLate: z.boolean(),
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

export const adoptTeachersContract = contract({
  id: "adoptTeacherPlan",
  method: "POST",
  path: "/api/planning/teachers/plans",
  summary: "Adopts where teachers go: the answer to a question, kept with its file",
  params: noParams,
  query: noQuery,
  body: teachersBody,
  response: z.object({ id: z.int() }),
});
