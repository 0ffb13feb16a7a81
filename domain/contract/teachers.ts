// Teachers to post: which schools lack how many by the norm, and where a number of them goes.

import { z } from "zod";
import { LANGUAGE_IDS } from "#domain/language";
import { questionSchema } from "#domain/planning";
import { kindsWithTeachers, TEACHER_GOALS } from "#domain/teachers";
import { textSchema } from "#domain/text";
import { contract, noParams, releaseAddress } from "./contract.ts";
import { RUN_FORMATS } from "./plan_runs.ts";

/** Most teachers of one question. */
export const MAX_TEACHERS = 10_000;

const teachersQuery = z.strictObject({
  release: releaseAddress.optional(),
  area: questionSchema.shape.area,
  period: questionSchema.shape.period,
  /** Schools of its stage are looked at. */
  kind: questionSchema.shape.kind.refine(
    (kind) => kindsWithTeachers(kind).length > 0,
    "a kind with a norm of pupils for each teacher",
  ),
  teachers: z.coerce.number().int().min(0).max(MAX_TEACHERS).default(50),
  goal: z.enum(TEACHER_GOALS).default("smallest_share"),
  /** Whether teachers above the norm of their school are moved before new ones are posted. */
  move: z.enum(["yes", "no"]).default("no"),
});
export type TeachersQuery = z.infer<typeof teachersQuery>;

const school = z.object({
  code: z.string(),
  kind: z.string(),
  names: textSchema,
  /** Of the township; null where the school lies in no known village. */
  township: textSchema.nullable(),
  at: z.tuple([z.number(), z.number()]).nullable(),
  pupils: z.number(),
  has: z.number(),
  needs: z.number(),
  /** Posted to it; below 0 for those that are moved away. */
  given: z.int(),
});
export type TeacherSchool = z.infer<typeof school>;

const beforeAfter = z.object({ before: z.number(), after: z.number() });

const teacherPlan = z.object({
  release: z.int(),
  area: z.object({
    code: z.string(),
    level: z.string(),
    names: textSchema,
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  }),
  period: z.string(),
  kinds: z.array(z.string()),
  /** Those that lack or give teachers first, by what they lack. */
  schools: z.array(school),
  /** Schools without pupils or teachers counted, which are left out. */
  uncounted: z.int(),
  /** Teachers that schools lack in all: a surplus elsewhere does not make up for it. */
  lack: beforeAfter,
  /** Schools below the norm. */
  short: beforeAfter,
  /** Pupils in schools that meet it. */
  pupilsWithin: beforeAfter,
  /** The smallest share of its need that a school has. */
  smallest: beforeAfter,
  /** Teachers above the norm of their school. */
  surplus: z.number(),
  moved: z.int(),
  posted: z.int(),
  /** Of those to be posted, not needed. */
  left: z.int(),
  status: z.enum(["feasible", "optimal"]),
  objective: z.number(),
  bound: z.number(),
  isChecked: z.boolean(),
  seconds: z.number(),
  inputHash: z.string(),
});
export type TeacherPlan = z.infer<typeof teacherPlan>;

export const teachersContract = contract({
  id: "teacherPlan",
  path: "/api/planning/teachers",
  summary: "Where a number of teachers goes by need against the norm, proven and checked",
  params: noParams,
  query: teachersQuery,
  response: teacherPlan,
});

export const teachersFileContract = contract({
  id: "teacherPlanFile",
  path: "/api/planning/teachers/file",
  summary:
    "Where teachers go as CSV or Excel workbook, or as the file of the problem and its answer, which `lens compute` repeats",
  params: noParams,
  query: teachersQuery.extend({
    format: z.enum(RUN_FORMATS).default("json"),
    language: z.enum(LANGUAGE_IDS).default("en"),
  }),
  media: "application/json",
  also: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  response: z.unknown(),
});
