// An id for every request, and one line in the log when it is done.

import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "#server/log";

export const REQUEST_ID = "x-request-id";

/** The id that a caller gave a request; undefined where it gave none, or one that is not fit for a log. */
export const givenRequestId = (id: string | string[] | undefined): string | undefined =>
  typeof id === "string" && /^[\w-]{1,64}$/.test(id) ? id : undefined;

/** An address as it is logged: what somebody searched for is nobody else's business, and a secret opens the report of its sender. */
export const withoutSearchText = (url: string): string =>
  url.replace(/([?&]q=)[^&]*/gi, "$1…").replace(/(\/report\/own\/)[^/?]*/gi, "$1…");

/** Sets an id on every request and writes one line when it is done; tiles only when debugging. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    const requestId = givenRequestId(req.headers[REQUEST_ID]) ?? randomUUID();
    res.locals["requestId"] = requestId;
    res.setHeader(REQUEST_ID, requestId);
    res.once("close", () => {
      const level = req.path.startsWith("/api/") && req.path !== "/api/health" ? "info" : "debug";
      log[level](
        {
          requestId,
          method: req.method,
          url: withoutSearchText(req.originalUrl).slice(0, 500),
          status: res.statusCode,
          ms: Math.round((performance.now() - start) * 10) / 10,
          ...(res.writableFinished ? {} : { aborted: true }),
        },
        "request",
      );
    });
    next();
  };
}
