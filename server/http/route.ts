// One row of the table of routes, and the four kinds of handler that a row can have.

import { createHash } from "node:crypto";
import type { Request, Response } from "express";
import type { z } from "zod";
import type { Contract } from "#domain/contract/contract";
import { checkEdition, findRelease, type WantedEdition } from "#server/read/find_release";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { answerHeaders, sendAnswer } from "./answer.ts";
import { cacheControl, cacheTag, NOT_KEPT } from "./cache_headers.ts";
import { clientGone } from "./client_gone.ts";
import { acceptsGzip } from "./content_encoding.ts";
import { encode, JSON_TYPE } from "./encode.ts";
import { parseBody } from "./json_body.ts";
import { isOperator } from "./operator.ts";
import { parseParameters } from "./parameters.ts";
import type { AppServices } from "./services.ts";
import type { FileAnswer } from "./file_answer.ts";
import { openStream, type EventStream } from "./stream.ts";
import type { TextAnswer } from "./text_answer.ts";

export interface Route {
  readonly contract: Contract;
  /** From a release and kept in memory, plain and made anew, a stream of events, or raw: bytes with headers of its own. */
  readonly kind: "release" | "plain" | "stream" | "raw";
  /** Answers a request that has method and path of the contract. */
  handle(services: AppServices, req: Request, res: Response): Promise<void>;
}

/** What was sent, parsed by a contract. */
interface Call<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly params: z.infer<P>;
  readonly query: z.infer<Q>;
  readonly body: z.infer<B>;
  /** Whether it comes from the machine of the server. */
  readonly isOperator: boolean;
}

const parseCall = <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType, B extends z.ZodType>(
  contract: Contract<P, Q, R, B>,
  req: Request,
): Call<P, Q, B> => ({
  params: parseParameters(contract.params, req.params),
  query: parseParameters(contract.query, req.query),
  body: (contract.body ? parseBody(contract.body, req) : undefined) as z.infer<B>,
  isOperator: isOperator(req),
});

/** A contract without the types of its parts, as the table of routes holds it. */
const anyContract = <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType, B extends z.ZodType>(
  contract: Contract<P, Q, R, B>,
): Contract => contract as unknown as Contract;

/** A contract that is answered anew for every request, and never kept. */
export const plain = <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType, B extends z.ZodType>(
  contract: Contract<P, Q, R, B>,
  handler: (services: AppServices, call: Call<P, Q, B>) => Promise<z.input<R>> | z.input<R>,
): Route => ({
  contract: anyContract(contract),
  kind: "plain",
  async handle(services, req, res) {
    const answer = await handler(services, parseCall(contract, req));
    res.setHeader("Cache-Control", NOT_KEPT);
    res.type(JSON_TYPE).send(JSON.stringify(answer));
  },
});

/** What a handler reads an answer from. */
interface ReleaseCall<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> extends Call<
  P,
  Q,
  B
> {
  readonly release: Release;
  readonly store: Store;
  /** Given when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * A contract that is answered from one edition of a release. The answer to a GET is kept by release and parameters; it may be
 * kept for ever by others where the URL names the release with its stamp, and is revalidated where it does not.
 */
export const fromRelease = <
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodType,
  B extends z.ZodType,
>(
  contract: Contract<P, Q, R, B>,
  handler: (call: ReleaseCall<P, Q, B>) => Promise<z.input<R> | TextAnswer | FileAnswer>,
): Route => ({
  contract: anyContract(contract),
  kind: "release",
  async handle({ store: stores, watch, admission }, req, res) {
    const call = parseCall(contract, req);
    const { release: address, edition } = call.query as WantedEdition;
    checkEdition(contract, edition);
    const release = await findRelease({ store: stores, watch }, { address, edition });
    const store = stores.of(edition);
    const isGzip = acceptsGzip(req.headers["accept-encoding"]);
    const gone = clientGone(res);
    const query = contract.canonical?.(call.query) ?? call.query;
    const make = (signal: AbortSignal) =>
      admission.run({ address: req.ip ?? "", isFree: call.isOperator }, signal, async () =>
        encode(await handler({ ...call, query, release, store, signal }), isGzip),
      );
    if (contract.method !== "GET") {
      const body = await make(gone);
      sendAnswer(req.headers, res, answerHeaders(body, NOT_KEPT, null), body);
      return;
    }
    const name = JSON.stringify([contract.id, call.params, { ...query, release: release.address }]);
    const body = await store.bodies.get(`${name} ${isGzip ? "gzip" : "plain"}`, make, gone);
    const hash = createHash("sha256").update(name).digest("base64url").slice(0, 12);
    const audience = { edition, access: contract.access };
    const [caching, others] = [cacheControl(audience, address), cacheTag(audience, address)];
    sendAnswer(req.headers, res, answerHeaders(body, caching, `${release.address}-${hash}`, others), body);
  },
});

/** A contract that is answered by an open stream of events; what `start` gives back is called when the client leaves. */
export const stream = <
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodType,
  B extends z.ZodType,
>(
  contract: Contract<P, Q, R, B>,
  start: (services: AppServices, call: Call<P, Q, B>, events: EventStream) => () => void,
): Route => ({
  contract: anyContract(contract),
  kind: "stream",
  async handle(services, req, res) {
    const call = parseCall(contract, req);
    openStream(req, res, contract.media!, (events) => start(services, call, events));
  },
});

/** A contract whose handler reads the request and writes the answer by itself. */
export const raw = <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType, B extends z.ZodType>(
  contract: Contract<P, Q, R, B>,
  handle: Route["handle"],
): Route => ({ contract: anyContract(contract), kind: "raw", handle });
