// One contract per endpoint: method, path, who may ask, and the schemas of what is asked and answered. The server, the client and OpenAPI read the same object.

import { z } from "zod";
import type { Access } from "#domain/access";
import { DEFAULT_EDITION, EDITION_IDS, type Edition } from "#domain/edition";
import { RELEASE_ADDRESS, RELEASE_ADDRESS_RULE } from "#domain/release_address";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Declaration<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodType,
  B extends z.ZodType,
> {
  readonly id: string;
  /** Default GET, which answers HEAD too. */
  readonly method?: Method;
  /** Express form: `/api/areas/:code`. */
  readonly path: string;
  readonly summary: string;
  /** Default everybody. */
  readonly access?: Access;
  /** Which editions of a release it answers from; default none, for what is of no release. */
  readonly editions?: readonly Edition[];
  readonly params: P;
  readonly query: Q;
  /** The query without what does not matter beside the rest of it, so that equal answers are computed once. */
  canonical?(query: z.infer<Q>): z.infer<Q>;
  /** The JSON that is sent with it; absent where nothing is. */
  readonly body?: B;
  readonly response: R;
  /** The media type of an answer that is not JSON; `response` then says what it is in words or bytes. */
  readonly media?: string;
  /** Other media types the endpoint can answer with, by `format=`. */
  readonly also?: readonly string[];
}

export interface Contract<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  R extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> extends Declaration<P, Q, R, B> {
  readonly method: Method;
  readonly access: Access;
  readonly editions: readonly Edition[];
}

/** A contract with its defaults filled in and its exact schema types kept. */
export const contract = <
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodType,
  B extends z.ZodType = z.ZodUndefined,
>(
  declaration: Declaration<P, Q, R, B>,
): Contract<P, Q, R, B> => ({ method: "GET", access: "everybody", editions: [], ...declaration });

export const noParams = z.strictObject({});

/** A published release by number, or by number and stamp. */
export const releaseAddress = z
  .string()
  .regex(RELEASE_ADDRESS, { error: `is ${RELEASE_ADDRESS_RULE}` })
  .describe(
    "number of a release, or number and stamp (`address` in the catalogue), whose answers never change",
  );

/** What every data endpoint takes: `release=`, default the latest; and `edition=` of it. */
export const releaseQuery = z.strictObject({
  release: releaseAddress.optional(),
  edition: z.enum(EDITION_IDS).default(DEFAULT_EDITION),
});

/** application/problem+json, RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
