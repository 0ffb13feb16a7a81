// Whatever goes wrong leaves as application/problem+json.

import type { ErrorRequestHandler, RequestHandler } from "express";
import { problemBody, ProblemError, toProblem } from "#server/errors";
import type { Logger } from "#server/log";

/** Methods of what is no contract: the pages of the client. */
const PAGE_METHODS = ["GET", "HEAD"];

/** Answers every method that has no contract at a path. */
export const methodNotAllowed =
  (methods: readonly string[]): RequestHandler =>
  (req, res) => {
    const known = methods.join(", ");
    res.setHeader("Allow", known);
    throw new ProblemError(
      405,
      "method not allowed",
      `method ${req.method.slice(0, 20)} is not known here: known are ${known}`,
    );
  };

const pageMethodNotAllowed = methodNotAllowed(PAGE_METHODS);

/** Answers what nothing else has answered. */
export const notFound: RequestHandler = (req, res, next) => {
  if (!PAGE_METHODS.includes(req.method)) {
    pageMethodNotAllowed(req, res, next);
    return;
  }
  throw new ProblemError(404, "not found", `nothing is at ${req.method} ${req.path.slice(0, 100)}`);
};

/** Sends an error as a problem, and logs what is not the caller's. */
export function problems(log: Logger): ErrorRequestHandler {
  return (error, _req, res, next) => {
    // Nobody waits for the answer any more.
    if (res.closed && error instanceof Error && error.name === "AbortError") return;
    const requestId = String(res.locals["requestId"]);
    const problem = toProblem(error);
    if (problem.status === 500) log.error({ requestId, err: error }, "request failed");
    else if (problem.status === 503) log.warn({ requestId, reason: problem.detail }, "not available");
    if (res.headersSent) {
      next(error);
      return;
    }
    for (const name of ["ETag", "Content-Encoding", "Content-Disposition"]) res.removeHeader(name);
    res.setHeader("Cache-Control", "no-store");
    if (problem.retryAfterSeconds !== null) res.setHeader("Retry-After", problem.retryAfterSeconds);
    res
      .status(problem.status)
      .type("application/problem+json")
      .send(JSON.stringify(problemBody(problem, requestId)));
  };
}
