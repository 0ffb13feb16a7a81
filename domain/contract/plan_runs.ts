// Runs of the solver, their plans, and plans drawn by hand.

import { z } from "zod";
import { LANGUAGE_IDS } from "#domain/language";
import {
  OUTSIDE_REASONS,
  PLAN_OBJECTIVES,
  PLAN_STATUSES,
  questionSchema,
  RUN_STATES,
} from "#domain/planning";
import { textSchema } from "#domain/text";
import { contract, noParams, releaseAddress } from "./contract.ts";
import { idParams, noQuery, pointSchema, sitesSchema } from "./plan_fields.ts";
import { placeName } from "./situation.ts";

const planSite = z.object({
  /** From 1, the one that brings most first. */
  number: z.int(),
  /** The village it stands in; null for one that was put between villages. */
  code: z.string().nullable(),
  names: textSchema,
  township: textSchema,
  at: pointSchema,
  work: z.enum(["build", "extend"]),
  villages: z.int(),
  /** People it brings within the limit. */
  people: z.number(),
  /** Minutes from the farthest village it brings within the limit. */
  farthest: z.number().nullable(),
  /** The township whose floor would break without it; null for the most people. */
  floorOf: textSchema.nullable(),
  isFixed: z.boolean(),
  /** What it costs, in fen; null where nobody says. */
  costFen: z.number().nullable(),
});
export type PlanSite = z.infer<typeof planSite>;

const planResult = z.object({
  status: z.enum(PLAN_STATUSES),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  isChecked: z.boolean(),
  seconds: z.number(),
  method: z.string().nullable(),
  solver: z.string().nullable(),
  size: z.object({ points: z.int(), sites: z.int() }),
  sites: z.array(planSite),
  /** By village of the situation: minutes with the plan, and number of the site that is nearest then, 0 for what was there. */
  minutes: z.array(z.number().nullable()),
  nearest: z.array(z.int()),
  people: z.number(),
  gained: z.number(),
  /** Of all sites, in fen; null where nobody says what one costs. */
  costFen: z.number().nullable(),
  far: z.object({ before: z.number(), after: z.number() }),
  /** Of all people with a way. */
  mean: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
  worst: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
  /** People within the limit before and after; `isLeftOut` where no candidates could meet the floor. */
  townships: z.array(
    z.object({
      code: z.string(),
      names: textSchema,
      people: z.number(),
      before: z.number(),
      after: z.number(),
      isLeftOut: z.boolean(),
    }),
  ),
  outside: z.array(
    z.object({
      code: z.string(),
      names: textSchema,
      township: textSchema,
      people: z.number(),
      minutes: z.number().nullable(),
      reason: z.enum(OUTSIDE_REASONS),
    }),
  ),
  /** Where it cannot be done: townships whose floors are in each other's way, and the smallest values that would do. */
  conflict: z.array(z.object({ names: textSchema, share: z.number() })),
  needs: z
    .object({ sites: z.int().nullable(), minutes: z.number().nullable(), budgetFen: z.number().nullable() })
    .nullable(),
});
export type PlanResult = z.infer<typeof planResult>;

const curvePoint = z.object({
  /** The money for it, in fen; null where the number of sites limits the plan. */
  fen: z.number().nullable(),
  sites: z.int(),
  objective: z.number().nullable(),
  free: z.number().nullable(),
  isProven: z.boolean(),
});

const planStudy = z.object({
  curve: z.array(curvePoint),
  knee: z.int().nullable(),
  /** Of the same number of sites without floors; null where there is none. */
  free: z.number().nullable(),
  alternatives: z.array(
    z.object({ objective: z.number(), codes: z.array(z.string()), names: z.array(textSchema) }),
  ),
  isDone: z.boolean(),
  /** Why it was not made; null where it was. */
  leftOut: z.enum(["too_large"]).nullable(),
});
export type PlanStudy = z.infer<typeof planStudy>;

const run = z.object({
  id: z.int(),
  state: z.enum(RUN_STATES),
  reason: z.string().nullable(),
  release: z.int(),
  question: questionSchema,
  inputHash: z.string(),
  createdAt: z.string(),
  /** Seconds, best and bound as they came. */
  progress: z.array(
    z.object({ seconds: z.number(), best: z.number().nullable(), bound: z.number().nullable() }),
  ),
  /** The plan that is known so far: the quick one until the solver has answered. */
  plan: planResult,
  study: planStudy.nullable(),
});
export type PlanRun = z.infer<typeof run>;

const runSummary = z.object({
  id: z.int(),
  state: z.enum(RUN_STATES),
  reason: z.string().nullable(),
  area: placeName,
  kind: z.string(),
  objective: z.enum(PLAN_OBJECTIVES),
  sites: z.int(),
  budgetFen: z.number().nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  gained: z.number().nullable(),
  isProven: z.boolean(),
});
export type RunSummary = z.infer<typeof runSummary>;

const release = releaseAddress.optional();

export const startRunContract = contract({
  id: "startPlanningRun",
  method: "POST",
  path: "/api/planning/runs",
  summary: "Starts the solver on a question; the answer has a quick plan without proof",
  params: noParams,
  query: noQuery,
  body: z.strictObject({ release, question: questionSchema }),
  response: run,
});

export const runsContract = contract({
  id: "planningRuns",
  path: "/api/planning/runs",
  summary: "The last runs of the solver: waiting, under way, done, failed, cancelled",
  params: noParams,
  query: noQuery,
  response: z.object({ runs: z.array(runSummary) }),
});

export const runContract = contract({
  id: "planningRun",
  path: "/api/planning/runs/:id",
  summary: "A run: its state, best and bound so far, the plan, and what was studied beside it",
  params: idParams,
  query: noQuery,
  response: run,
});

export const stopRunContract = contract({
  id: "stopPlanningRun",
  method: "POST",
  path: "/api/planning/runs/:id/stop",
  summary: "Ends a run with the best plan so far",
  params: idParams,
  query: noQuery,
  response: run,
});

export const cancelRunContract = contract({
  id: "cancelPlanningRun",
  method: "DELETE",
  path: "/api/planning/runs/:id",
  summary: "Cancels a run",
  params: idParams,
  query: noQuery,
  response: run,
});

export const RUN_FORMATS = ["json", "csv", "xlsx"] as const;

export const runFileContract = contract({
  id: "planningRunFile",
  path: "/api/planning/runs/:id/file",
  summary:
    "A finished run as one file: its problem with hash and answer, which `lens compute` repeats; or its sites as CSV or Excel workbook",
  params: idParams,
  query: z.strictObject({
    format: z.enum(RUN_FORMATS).default("json"),
    language: z.enum(LANGUAGE_IDS).default("en"),
  }),
  media: "application/json",
  also: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  response: z.unknown(),
});

export const drawnPlanContract = contract({
  id: "drawnPlan",
  method: "POST",
  path: "/api/planning/drawn",
  summary: "What sites that were put on the map by hand would bring, or those of a quick plan; not proven",
  params: noParams,
  query: noQuery,
  body: z.strictObject({
    release,
    question: questionSchema,
    /** Null for a quick plan. */
    sites: sitesSchema,
  }),
  response: planResult,
});
