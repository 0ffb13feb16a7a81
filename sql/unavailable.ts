// Whether an error means that the database cannot be reached, and not that a query is wrong.

const SYSTEM_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
/** Shut down, crashed, starting, too many connections, idle session ended; all of class 08 (connection) beside. */
const SQL_STATES = new Set(["57P01", "57P02", "57P03", "57P05", "53300"]);
/** What `pg` says of a statement that had a limit of its own. */
export const QUERY_TIMEOUT = "Query read timeout";
const MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|timeout acquiring a connection|not queryable|connection ended unexpectedly|query read timeout/i;

/** Whether `error` (of pg or knex) means that the database cannot be reached or used now; trying again later may help. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseUnavailable)) return true;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined) {
    if (SYSTEM_CODES.has(code) || SQL_STATES.has(code) || /^08...$/.test(code)) return true;
    // The socket of the embedded database is not there while it starts.
    if (code === "ENOENT" && syscall === "connect") return true;
  }
  return (
    error.name === "KnexTimeoutError" || MESSAGES.test(error.message) || isDatabaseUnavailable(error.cause)
  );
}
