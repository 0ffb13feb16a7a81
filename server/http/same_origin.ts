// Requests that change something come from pages of this site, or from tools that are no browsers.

import type { Request, RequestHandler } from "express";
import { ProblemError } from "#server/errors";

/** Whether a request may come from a page of this site: another site's names its own, and tools that are no browsers name none. */
export function isSameOrigin({ headers }: Pick<Request, "headers">, publicOrigin: string | null): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin } = headers;
  if (origin === undefined) return true;
  if (origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

/** Refuses what a page of another site sends, with a 403. */
export const sameOriginOnly =
  (publicOrigin: string | null): RequestHandler =>
  (req, _res, next) => {
    next(
      isSameOrigin(req, publicOrigin)
        ? undefined
        : new ProblemError(
            403,
            "from another site",
            "the request was not sent from a page of this site: open its page and do it there",
          ),
    );
  };
