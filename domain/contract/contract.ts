// One contract per endpoint: path, query schema, response schema. The server, the client and OpenAPI read the same object.

import { z } from "zod";

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

/** application/problem+json, RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
