// Errors that a caller may see: one error class, and its one way to application/problem+json.

import type { Problem } from "#domain/contract/contract";
import { isDatabaseUnavailable } from "#sql/unavailable";

/** Seconds a client is asked to wait while the database is away. */
export const RETRY_AFTER_SECONDS = 5;

/** A failure that the caller can act on. `detail` carries the value and the rule, in lower case. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Seconds after which it is worth trying again; null where it is not known. */
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    title: string,
    detail: string,
    retryAfterSeconds: number | null = status === 503 ? RETRY_AFTER_SECONDS : null,
  ) {
    super(detail);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const fromHttpError = (error: unknown): ProblemError | null => {
  if (!(error instanceof Error) || !("status" in error)) return null;
  const { status } = error;
  return typeof status === "number" && status >= 400 && status < 500
    ? new ProblemError(status, "bad request", error.message.toLowerCase())
    : null;
};

/** What the system says of its own disk, not that of the database. */
const SYSTEM: Readonly<Record<string, readonly [title: string, detail: string]>> = {
  ENOSPC: ["disk full", "the disk is full: make room, and do it again"],
  EDQUOT: ["disk full", "the quota of the disk is used up: make room, and do it again"],
  EROFS: ["disk read-only", "the disk takes no writes"],
};

/** What the database says by its SQLSTATE and whoever runs it can mend. */
const STATES: Readonly<Record<string, readonly [title: string, detail: string]>> = {
  "25006": [
    "database read-only",
    "the database takes no writes, as after a failover: use the primary, or make this one it",
  ],
  "53100": ["disk full", "the disk of the database is full: make room, nothing was half written"],
};

/** What the database says by its SQLSTATE of something that was sent and that it cannot keep. */
const SENT: Readonly<Record<string, readonly [title: string, detail: string]>> = {
  "22021": ["bad text", "a text holds a character that cannot be stored, such as NUL: leave it out"],
  "22P05": ["bad text", "a text holds a character that cannot be stored, such as NUL: leave it out"],
  "23503": ["bad reference", "it names a run, a scenario, a release or an office that is not there"],
};

/** The part of any error that a caller may see; what is not meant for callers becomes a bland 500. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseUnavailable(error))
    return new ProblemError(
      503,
      "database away",
      `the database cannot be reached: try again in ${RETRY_AFTER_SECONDS} s`,
    );
  const state = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = STATES[state] ?? SYSTEM[state];
  if (known) return new ProblemError(503, ...known);
  const sent = SENT[state];
  if (sent) return new ProblemError(400, ...sent);
  return (
    fromHttpError(error) ?? new ProblemError(500, "internal error", "something went wrong on the server")
  );
}

/** The body of a problem response. */
export const problemBody = (problem: ProblemError, requestId: string): Problem => ({
  type: "about:blank",
  title: problem.title,
  status: problem.status,
  detail: problem.detail,
  requestId,
});

/** All that whoever started a command needs to hear of an error; null where that is the stack. */
export function operatorMessage(error: unknown): string | null {
  if (isDatabaseUnavailable(error)) return (error as Error).message;
  const problem = toProblem(error);
  if (!(error instanceof ProblemError) && problem.status !== 503) return null;
  const { path } = error as NodeJS.ErrnoException;
  return path === undefined ? problem.detail : `${path}: ${problem.detail}`;
}
