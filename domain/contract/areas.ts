import { z } from "zod";
import { LINEAGE_KINDS } from "#domain/dataset";
import { EDITION_IDS } from "#domain/edition";
import { contract, noParams, releaseQuery } from "./contract.ts";
import { byShareField, codeParams, estimateFields, releaseField, valueFields } from "./fields.ts";
import { textSchema } from "#domain/text";

const point = z.tuple([z.number(), z.number()]);
const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** An area in a list: enough to name it, place it and open it. */
export const areaSummary = z.object({
  code: z.string(),
  names: textSchema,
  level: z.string(),
  parentCode: z.string().nullable(),
  /** [lon, lat] of a point inside the area; null when it is not drawn. */
  centre: point.nullable(),
});
export type AreaSummary = z.infer<typeof areaSummary>;

/** An area among others: where it lies, too. */
const listedArea = areaSummary.extend({
  /** Of the areas above, from the top down. */
  parentNames: z.array(textSchema),
});
export type ListedArea = z.infer<typeof listedArea>;

export const areaDetail = areaSummary.extend({
  /** From the top level down to the direct parent. */
  parents: z.array(areaSummary),
  bbox: bbox.nullable(),
  childCount: z.int(),
  /** Level of the children; null for an area of the lowest level. */
  childLevel: z.string().nullable(),
});
export type AreaDetail = z.infer<typeof areaDetail>;

export const areasContract = contract({
  id: "areas",
  editions: EDITION_IDS,
  path: "/api/areas",
  summary: "Areas by name or code, by level, by parent; best match first, else by code",
  params: noParams,
  query: releaseQuery.extend({
    q: z.string().max(100).optional(),
    level: z.string().optional(),
    parent: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(50),
  }),
  response: z.object({
    ...releaseField,
    total: z.int(),
    areas: z.array(listedArea),
  }),
});

export const areaContract = contract({
  id: "area",
  editions: EDITION_IDS,
  path: "/api/areas/:code",
  summary: "One area: names, level, parents, bounding box, centre",
  params: codeParams,
  query: releaseQuery,
  response: areaDetail.extend(releaseField),
});

/** The change of a sum over the areas that are counted in both periods. */
const commonChange = z.object({
  since: z.string(),
  /** Share 0–1 of the villages below that are counted in both. */
  coverage: z.number(),
  /** Absent where no area is counted in both: the periods cannot be compared. */
  by: z.number().optional(),
});
export type CommonChange = z.infer<typeof commonChange>;

const profileIndicator = z.object({
  indicator: z.string(),
  ...valueFields,
  ...estimateFields,
  ...byShareField,
  /** Competition rank among siblings that have a value, 1 the worst end (highest, for a neutral one); ties share a rank. Absent where it is unreliable. */
  rank: z.int().optional(),
  rankOf: z.int().optional(),
  /** The parent area's value, for comparison. */
  parentValue: z.number().optional(),
  /** Share 0–1 of the villages below that contribute. */
  coverage: z.number(),
  /** Of a sum whose areas differ between this period and the one it is compared with; without it all of them are in both. */
  common: commonChange.optional(),
  /** Every period of the release, in order. */
  trend: z.array(
    z.object({
      period: z.string(),
      ...valueFields,
      ciLow: estimateFields.ciLow,
      ciHigh: estimateFields.ciHigh,
      reliability: estimateFields.reliability,
      ...byShareField,
      /** Share 0–1 of the villages below that contribute; absent where all do, or none. */
      coverage: z.number().optional(),
    }),
  ),
});
const sourceSchema = z.object({
  department: textSchema,
  fileName: z.string(),
  reportingDate: z.string().nullable(),
});

/** A department that states something else than what is shown, summed over the areas where the two differ. */
const conflictingClaim = z.object({
  measure: z.string(),
  ...sourceSchema.shape,
  /** What this department states. */
  stated: z.number(),
  /** What is shown instead. */
  used: z.number(),
  /** The tables of higher priority that state the measure, the first of which decides. */
  usedFrom: z.array(sourceSchema),
  /** How many areas of the lowest level the two differ for. */
  areas: z.int(),
});
export type ConflictingClaim = z.infer<typeof conflictingClaim>;

/** An area of before that this one was made of, whole or by a share. */
const formerArea = z.object({
  code: z.string(),
  /** Share 0–1 of its counts that is in this area now. */
  share: z.number(),
  kind: z.enum(LINEAGE_KINDS),
  /** First period in which this area is in force. */
  since: z.string(),
});
export type FormerArea = z.infer<typeof formerArea>;

export type ProfileIndicator = z.infer<typeof profileIndicator>;

export const profileContract = contract({
  id: "profile",
  editions: EDITION_IDS,
  path: "/api/areas/:code/profile",
  summary: "Every indicator of one area in one period, with rank, trend and coverage",
  params: codeParams,
  query: releaseQuery.extend({
    period: z.string().optional(),
    since: z
      .string()
      .optional()
      .describe("the earlier period with which sums are compared; else the last with a value"),
  }),
  response: z.object({
    ...releaseField,
    period: z.string(),
    area: areaDetail,
    /** Measures of the area in the period, summed from its villages; absent ones were not surveyed. */
    measures: z.record(z.string(), z.number()),
    indicators: z.array(profileIndicator),
    /** Where departments disagree about a measure of the area; nothing is merged silently. */
    contested: z.array(conflictingClaim),
    /** What the area was made of: figures of older periods were recomputed from these. */
    madeOf: z.array(formerArea),
  }),
});
export type Profile = z.infer<typeof profileContract.response>;
