// From a contract to an express handler: parses, answers from the cache, sends; handlers return data.

import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Express, Request, Response } from "express";
import type { z } from "zod";
import type { Contract } from "#domain/contract/contract";
import { ProblemError, RETRY_AFTER_SECONDS } from "#server/errors";
import type { HotTiles } from "./tile_fast_path.ts";
import type { Release } from "#server/read/release";
import type { ReleaseWatch } from "#server/read/release_watch";
import { bodyOf, endWith, type Body } from "#server/read/body";
import type { Store } from "#server/read/store";

const gzipped = promisify(gzip);
/** Smaller bodies are sent as they are. */
const GZIP_FROM_BYTES = 1_400;

const IMMUTABLE = "public, max-age=31536000, immutable";
export const REVALIDATE = "public, max-age=0, must-revalidate";

/** What every handler can reach. */
export interface Services {
  readonly store: Store;
  readonly watch: ReleaseWatch;
  readonly hotTiles: HotTiles;
}

/** An answer that is not JSON. */
export class TextAnswer {
  readonly type: string;
  readonly text: string;
  readonly fileName: string;

  constructor(type: string, text: string, fileName: string) {
    this.type = type;
    this.text = text;
    this.fileName = fileName;
  }
}

/** Registers a handler; what it throws goes to the one place that makes problems of errors. */
export function get<P>(
  app: Express,
  path: string,
  handler: (req: Request<P>, res: Response) => Promise<void>,
): void {
  app.get(path, (req, res, next) => {
    handler(req as unknown as Request<P>, res).catch(next);
  });
}

/** Tells whether the client takes gzip. */
export const acceptsGzip = (req: Pick<Request, "acceptsEncodings">): boolean =>
  req.acceptsEncodings("gzip", "identity") === "gzip";

function checkText(name: string, value: unknown): void {
  if (Array.isArray(value))
    throw new ProblemError(
      400,
      "bad parameter",
      `parameter "${name}" is given ${value.length} times: give it once`,
    );
  if (typeof value === "string" && value.includes("\0"))
    throw new ProblemError(400, "bad parameter", `parameter "${name}" holds a NUL character`);
}

/** Parses parameters by a schema; throws a 400 that names the parameter, its value and the rule. */
export function parseParameters<S extends z.ZodObject>(
  schema: S,
  given: Readonly<Record<string, unknown>>,
): z.infer<S> {
  for (const [name, value] of Object.entries(given)) checkText(name, value);
  const parsed = schema.safeParse({ ...given });
  if (parsed.success) return parsed.data;
  const known = Object.keys(schema.shape).join(", ") || "none";
  const messages = parsed.error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys")
      return `unknown parameter ${issue.keys.map((key) => `"${key.slice(0, 60)}"`).join(", ")}: known are ${known}`;
    const name = String(issue.path[0]);
    const value = given[name];
    if (value === undefined) return `parameter "${name}" is missing`;
    return `parameter "${name}" is "${String(value).slice(0, 60)}": ${issue.message.toLowerCase()}`;
  });
  throw new ProblemError(400, "bad parameter", messages.join("; "));
}

/** Gives the release that is asked for, or the latest; throws a 404 or, for a withdrawn one, a 410. */
export async function findRelease({ store, watch }: Services, number: number | undefined): Promise<Release> {
  const { latest } = watch;
  if (number === undefined) {
    if (latest !== null) return store.release(latest);
    if (!watch.isReachable) throw new ProblemError(503, "database away", "the database cannot be reached");
    throw new ProblemError(404, "no release", "nothing is published: import a dataset and publish it");
  }
  const find = () => watch.releases.find((release) => release.number === number);
  // Published a moment ago, by another process.
  if (!find()) await watch.look();
  const known = find();
  if (known?.state === "published") return store.release(number);
  // It may have been published since: what is not known is not denied.
  if (!known && !watch.isReachable)
    throw new ProblemError(
      503,
      "database away",
      `release ${number} is not known here, and the database cannot be reached: try again in ${RETRY_AFTER_SECONDS} s`,
    );
  const published = watch.releases
    .filter(({ state }) => state === "published")
    .map((release) => release.number);
  const listed = published.join(", ") || "none";
  if (known)
    throw new ProblemError(
      410,
      "release withdrawn",
      `release ${number} was withdrawn: published are ${listed}`,
    );
  throw new ProblemError(404, "unknown release", `unknown release ${number}: published are ${listed}`);
}

/** How long an answer may be kept: for ever where the URL names the release. */
export const cacheControlOf = (asked: number | undefined): string =>
  asked === undefined ? REVALIDATE : IMMUTABLE;

/** The ETag of a body as it is written: an encoding is a representation of its own. */
export const quotedTag = ({ encoding }: Body, etag: string): string => `"${etag}${encoding ? "-gz" : ""}"`;

/** Headers that say how long a body may be kept and how to ask again, as name, value, name, value, … */
export const validators = (cacheControl: string, quotedTag: string): string[] => [
  "Cache-Control",
  cacheControl,
  "ETag",
  quotedTag,
  "Vary",
  "Accept-Encoding",
];

/** Headers that describe a body, in the same form. */
export const contentHeaders = ({ type, length, encoding, fileName }: Body): string[] => [
  "Content-Type",
  type,
  "Content-Length",
  String(length),
  ...(encoding ? ["Content-Encoding", encoding] : []),
  ...(fileName ? ["Content-Disposition", `attachment; filename="${fileName}"`] : []),
];

function setHeaders(res: Response, headers: readonly string[]): void {
  for (let at = 0; at < headers.length; at += 2) res.setHeader(headers[at]!, headers[at + 1]!);
}

/** Sends a finished body; 304 when the client has it. */
export function sendBody(
  req: Pick<Request, "fresh">,
  res: Response,
  body: Body,
  cacheControl: string,
  etag: string,
): void {
  setHeaders(res, validators(cacheControl, quotedTag(body, etag)));
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  setHeaders(res, contentHeaders(body));
  endWith(res, body);
}

const JSON_TYPE = "application/json; charset=utf-8";

async function finish(answer: unknown, wantsGzip: boolean): Promise<Body> {
  const isText = answer instanceof TextAnswer;
  const plain = Buffer.from(isText ? answer.text : JSON.stringify(answer));
  const isPacked = wantsGzip && plain.length >= GZIP_FROM_BYTES;
  return bodyOf(
    isText ? answer.type : JSON_TYPE,
    [isPacked ? await gzipped(plain) : plain],
    isPacked ? "gzip" : null,
    isText ? answer.fileName : undefined,
  );
}

type Answer<R extends z.ZodType> = z.infer<R> | TextAnswer;

/** Serves a contract whose answer does not come from a release and is never kept. */
export function serve<P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
  app: Express,
  contract: Contract<P, Q, R>,
  handler: (call: { params: z.infer<P>; query: z.infer<Q> }) => Promise<z.infer<R>> | z.infer<R>,
): void {
  get<Record<string, string>>(app, contract.path, async (req, res) => {
    const params = parseParameters(contract.params, req.params);
    const query = parseParameters(contract.query, req.query);
    const answer = await handler({ params, query });
    res.setHeader("Cache-Control", "no-store");
    res.type(JSON_TYPE).send(JSON.stringify(answer));
  });
}

/**
 * Serves a contract from a release: the answer is kept by release and parameters, says which release it is of, is
 * immutable when the URL names the release and revalidated when it does not.
 */
export function serveRelease<P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
  app: Express,
  contract: Contract<P, Q, R>,
  services: Services,
  handler: (call: {
    params: z.infer<P>;
    query: z.infer<Q>;
    release: Release;
    store: Store;
  }) => Promise<Answer<R>>,
): void {
  get<Record<string, string>>(app, contract.path, async (req, res) => {
    const params = parseParameters(contract.params, req.params);
    const query = parseParameters(contract.query, req.query);
    const asked = (query as { release?: number }).release;
    const release = await findRelease(services, asked);
    const wantsGzip = acceptsGzip(req);
    const name = JSON.stringify([contract.id, params, { ...query, release: release.number }]);
    const body = await services.store.bodies.get(`${name} ${wantsGzip ? "gzip" : "plain"}`, async () =>
      finish(await handler({ params, query, release, store: services.store }), wantsGzip),
    );
    const etag = `${release.number}-${createHash("sha256").update(name).digest("base64url").slice(0, 12)}`;
    sendBody(req, res, body!, cacheControlOf(asked), etag);
  });
}
