// One contract per endpoint: path, query schema, response schema. The server, the client and OpenAPI read the same object.

import { z } from "zod";
import { RELIABILITIES } from "../method/estimate.ts";

export interface Contract<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  R extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  /** Express form: `/api/areas/:code`. */
  readonly path: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly response: R;
  /** The media type of an answer that is not JSON; `response` then says what it is in words or bytes. */
  readonly media?: string;
  /** Other media types the endpoint can answer with, by `format=`. */
  readonly also?: readonly string[];
}

/** Declares a contract and keeps its exact schema types. */
export const contract = <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
  c: Contract<P, Q, R>,
): Contract<P, Q, R> => c;

export const noParams = z.strictObject({});

/** `release=` as every data endpoint takes it: a published number, default the latest. */
export const releaseQuery = z.strictObject({ release: z.coerce.number().int().positive().optional() });

/** Every data response says which release it was read from. */
export const releaseField = { release: z.int() };

export const textSchema = z.record(z.string(), z.string());

/** A number or the reason there is none: exactly one of `value` and `missing` is there. */
export const valueFields = {
  value: z.number().optional(),
  missing: z.enum(["not-surveyed", "suppressed", "not-applicable"]).optional(),
  /** Exact sums; absent when the value is missing, and the denominator is null for a sum. */
  numerator: z.number().optional(),
  denominator: z.number().nullable().optional(),
};

/**
 * How sure a value is. Interval and reliability are there for figures from a sample alone; what the catalogue gives no
 * `sampling` for is a full count. Ranks are ranges that overlap where areas cannot be told apart.
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

/** application/problem+json, RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
