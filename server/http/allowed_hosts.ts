// Which names a request may call this server by: a page of another site whose name leads here must not read anything.

import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import { problemBody, ProblemError } from "#server/errors";

/** Most names that are remembered as allowed. */
const MAX_KNOWN = 1000;

/** Host name of a `Host` header without its port, in lower case and without a dot at its end; null where it is none. */
export function hostName(header: string): string | null {
  const match = /^(\[[\da-f:.]+\]|[^:[\]/?#@\s]+)(?::\d{1,5})?$/i.exec(header);
  return match
    ? match[1]!
        .replace(/^\[|\]$/g, "")
        .replace(/\.$/, "")
        .toLowerCase()
    : null;
}

/**
 * The names that are allowed: those that are configured, `localhost`, and addresses, which no other site's name can stand for.
 * A request without `Host` comes from no browser.
 */
export class AllowedHosts {
  readonly #names: ReadonlySet<string>;
  /** Headers that were allowed before. */
  readonly #known = new Set<string>();

  constructor(names: readonly string[]) {
    this.#names = new Set(["localhost", ...names.map((name) => name.toLowerCase())]);
  }

  allows(header: string | undefined): boolean {
    if (header === undefined || this.#known.has(header)) return true;
    const name = hostName(header);
    if (name === null) return false;
    const isAllowed = this.#names.has(name) || name.endsWith(".localhost") || isIP(name) > 0;
    if (isAllowed && this.#known.size < MAX_KNOWN) this.#known.add(header);
    return isAllowed;
  }
}

/** Answers a request that calls the server by a name that is not allowed: 421 with the way out. */
export function refuseHost(req: IncomingMessage, res: ServerResponse): void {
  const problem = new ProblemError(
    421,
    "unknown host",
    `host "${String(req.headers.host).slice(0, 100)}" is not served here: whoever runs the server adds it to ALLOWED_HOSTS, or sets PUBLIC_URL`,
  );
  res
    .writeHead(problem.status, { "Content-Type": "application/problem+json", "Cache-Control": "no-store" })
    .end(JSON.stringify(problemBody(problem, "")));
}
