// The situation of an area that is planned for: minutes of its villages, and what a site would bring.

import { z } from "zod";
import { questionSchema } from "#domain/planning";
import { textSchema } from "#domain/text";
import { REACH_STATES } from "#domain/travel";
import { contract, noParams, releaseAddress } from "./contract.ts";
import { pointSchema } from "./plan_fields.ts";

export const placeName = z.object({ code: z.string(), names: textSchema });

const situationQuery = z.strictObject({
  release: releaseAddress.optional(),
  area: questionSchema.shape.area,
  period: questionSchema.shape.period,
  kind: questionSchema.shape.kind,
  minutes: z.coerce.number().min(5).max(120).default(30),
  travel: questionSchema.shape.travel,
  /** Whether what is there already takes only as many as it has places. */
  existingPlaces: z.enum(["yes", "no"]).default("no"),
});

const planVillage = z.object({
  code: z.string(),
  names: textSchema,
  /** Position in `townships`. */
  township: z.int(),
  at: pointSchema.nullable(),
  /** Null where nobody has counted. */
  people: z.number().nullable(),
  /** To the nearest that is there; null for no way. */
  minutes: z.number().nullable(),
  state: z.enum(REACH_STATES).nullable(),
  /** Whether one of this kind stands in it. */
  hasOne: z.boolean(),
  /** What a site would be: a smaller school of the same stage is enlarged. */
  work: z.enum(["build", "extend"]),
  /** People who are outside today: farther than the limit, or without a place within it. */
  outside: z.number(),
  /** Of people who are outside today those whom a site here would bring within the limit. */
  gain: z.number(),
});
export type PlanVillage = z.infer<typeof planVillage>;

export const situationContract = contract({
  id: "planningSituation",
  path: "/api/planning/situation",
  summary:
    "Minutes of every village of an area to the nearest facility of a kind, and what a site in it would bring",
  params: noParams,
  query: situationQuery,
  response: z.object({
    release: z.int(),
    area: placeName.extend({ bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
    period: z.string(),
    /** The measure that counts those in need. */
    demand: z.string(),
    villages: z.array(planVillage),
    townships: z.array(placeName.extend({ above: z.array(z.string()), people: z.number(), far: z.number() })),
    /** Places of what is there already for people of the area, and how many facilities do not say theirs. */
    places: z.object({ known: z.number(), unknown: z.int() }),
    facilities: z.array(
      z.object({ kind: z.string(), names: textSchema, at: pointSchema, isCounted: z.boolean() }),
    ),
  }),
});
export type Situation = z.infer<typeof situationContract.response>;
