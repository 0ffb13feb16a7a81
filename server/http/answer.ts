// A finished answer: its headers, made once, and whether a client has it already.

import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import fresh from "fresh";
import { NO_CONTENT, type Body } from "#server/read/body";

/** Name, value, name, value, …, which node:http takes without looking at each. */
export type RawHeaders = readonly string[];

export interface AnswerHeaders {
  /** As it is written, with quotes; null where there is none. */
  readonly etag: string | null;
  readonly withBody: RawHeaders;
  /** Of a 204 or 304. */
  readonly withoutBody: RawHeaders;
}

const contentHeaders = ({ type, length, encoding, fileName }: Body): RawHeaders => [
  "Content-Type",
  type,
  "Content-Length",
  String(length),
  ...(encoding ? ["Content-Encoding", encoding] : []),
  ...(fileName ? ["Content-Disposition", `attachment; filename="${fileName}"`] : []),
];

/**
 * The headers of a body. `tag`, without quotes, names what the body is made of; null where it cannot be asked for again. An
 * encoding is a representation of its own and has a tag of its own.
 */
export function answerHeaders(
  body: Body,
  cacheControl: string,
  tag: string | null,
  others: RawHeaders = [],
): AnswerHeaders {
  const shared = ["Cache-Control", cacheControl, "Vary", "Accept-Encoding", ...others];
  const content = body === NO_CONTENT ? [] : contentHeaders(body);
  if (tag === null || body === NO_CONTENT)
    return { etag: null, withBody: [...content, ...shared], withoutBody: shared };
  const etag = `"${tag}${body.encoding ? "-gz" : ""}"`;
  const withoutBody = [...shared, "ETag", etag];
  return { etag, withBody: [...content, ...withoutBody], withoutBody };
}

/** Sends an answer: 204 without content, 304 where the client has it, else 200. The pieces of the body leave together. */
export function sendAnswer(
  known: IncomingHttpHeaders,
  res: ServerResponse,
  { etag, withBody, withoutBody }: AnswerHeaders,
  body: Body,
): void {
  if (body === NO_CONTENT) {
    res.writeHead(204, withoutBody as string[]).end();
    return;
  }
  if (etag !== null && known["if-none-match"] !== undefined && fresh(known, { etag })) {
    res.writeHead(304, withoutBody as string[]).end();
    return;
  }
  res.writeHead(200, withBody as string[]);
  const last = body.pieces.length - 1;
  for (let at = 0; at < last; at++) res.write(body.pieces[at]);
  res.end(body.pieces[last]);
}
