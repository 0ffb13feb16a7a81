import { z } from "zod";
import { CLASS_METHODS, MAX_CLASSES, classesSchema } from "../classing.ts";
import { contract, noParams, releaseField, releaseQuery, textSchema, valueFields } from "./contract.ts";

const column = releaseQuery.extend({ indicator: z.string(), period: z.string(), level: z.string() });

export const valuesContract = contract({
  id: "values",
  path: "/api/values",
  summary: "One indicator of every area of a level in one period",
  params: noParams,
  query: column.extend({ parent: z.string().optional(), format: z.enum(["json", "csv"]).default("json") }),
  also: ["text/csv"],
  response: z.object({
    ...releaseField,
    indicator: z.string(),
    period: z.string(),
    level: z.string(),
    areas: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        names: textSchema,
        ...valueFields,
        previous: z.number().optional(),
        coverage: z.number().optional(),
      }),
    ),
  }),
});
export type Values = z.infer<typeof valuesContract.response>;
export type AreaValue = Values["areas"][number];

export const classesContract = contract({
  id: "classes",
  path: "/api/classes",
  summary: "Class breaks of one indicator at a level in one period, with counts, histogram and missing",
  params: noParams,
  query: column.extend({
    method: z.enum(CLASS_METHODS).default("ckmeans"),
    k: z.coerce.number().int().min(2).max(7).default(MAX_CLASSES),
  }),
  response: z.object({
    ...releaseField,
    indicator: z.string(),
    period: z.string(),
    level: z.string(),
    classes: classesSchema,
    counts: z.array(z.int()),
    histogram: z.array(z.int()),
    missing: z.object({ "not-surveyed": z.int(), suppressed: z.int(), "not-applicable": z.int() }),
    /** What the breaks were made from. */
    scope: z.object({ level: z.string(), period: z.string(), areaCount: z.int() }),
  }),
});
export type ClassesResponse = z.infer<typeof classesContract.response>;
