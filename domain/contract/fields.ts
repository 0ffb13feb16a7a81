// What the answers of several endpoints hold.

import { z } from "zod";
import { MISSING_REASONS, type Missing } from "#domain/missing";
import { RELIABILITIES } from "#domain/method/estimate";
import { textSchema } from "#domain/text";

/** Every data response says which release it was read from. */
export const releaseField = { release: z.int() };

/** The code of an area, in the path; `~` is the whole of a territory with several top areas. */
export const codeParams = z.strictObject({ code: z.string().min(1).max(64) });

/** A number or the reason there is none: exactly one of `value` and `missing` is there. */
export const valueFields = {
  value: z.number().optional(),
  missing: z.enum(MISSING_REASONS).optional(),
  /** Exact sums; absent when the value is missing, and the denominator is null for a sum. */
  numerator: z.number().optional(),
  denominator: z.number().nullable().optional(),
};

/** How many areas have no value, by reason. */
export const missingCounts = z.object(
  Object.fromEntries(MISSING_REASONS.map((reason) => [reason, z.int()])) as Record<Missing, z.ZodInt>,
);

/**
 * How sure a value is. Interval and reliability are there for figures from a sample alone; what the catalogue gives no
 * `sampling` for is a full count. Ranks are ranges that overlap where areas cannot be kept apart.
 */
export const estimateFields = {
  /** 95 % confidence interval; absent for a full count. */
  ciLow: z.number().optional(),
  ciHigh: z.number().optional(),
  /** By the coefficient of variation; of a change: reliable where its interval excludes 0, unreliable where it holds 0. */
  reliability: z.enum(RELIABILITIES).optional(),
  /** First and last rank the area may have among those it is compared with, 1 the worst end; absent where it is unreliable. */
  rankFirst: z.int().optional(),
  rankLast: z.int().optional(),
};

/** Share 0–1 of the count behind a figure that came by estimated shares of areas before boundaries changed; absent where none did. */
export const byShareField = { byShare: z.number().optional() };

/**
 * The areas above those of an answer, each once: what tells places of one name apart. An entry names the one above it by its
 * place in the table; the areas of the answer name the nearest.
 */
export const parentTable = z.array(
  z.object({
    code: z.string(),
    names: textSchema,
    level: z.string(),
    /** Place in this table of the area above; absent at the top. */
    parent: z.int().optional(),
  }),
);
export type ParentTable = z.infer<typeof parentTable>;
