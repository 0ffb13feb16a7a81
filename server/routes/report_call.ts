// One request for a page of reports, and how it is answered.

import type { Request, Response } from "express";
import { MAX_PHOTO_BYTES } from "#domain/report";
import { toProblem } from "#server/errors";
import { NOT_KEPT } from "#server/http/cache_headers";
import { documentOf } from "#server/portal/layout";
import { notFoundPage } from "#server/portal/pages/about";
import type { Portal } from "#server/portal/portal";
import type { Page, View } from "#server/portal/view";
import type { PublicReports } from "#server/reports/public_reports";
import { textOf } from "#server/reports/received";

export interface ReportPagesOptions {
  readonly portal: Portal;
  readonly reports: PublicReports;
  /** Public address of the server; null where it is not known. */
  readonly origin: string | null;
  /** As all pages of the portal have it. */
  readonly policy: string;
}

/** Photo and texts of a form, with what multipart puts around them. */
export const MAX_FORM_BYTES = MAX_PHOTO_BYTES + (64 << 10);

/** One request and what it is about. */
export interface Call extends ReportPagesOptions {
  readonly req: Request;
  readonly res: Response;
  readonly view: View;
}

/** A text of the query; empty without one. */
export const asked = ({ req }: Call, key: string, length = 200): string => {
  const value = req.query[key];
  return typeof value === "string" ? textOf(value.slice(0, length)) : "";
};

/** Sends a page, which nobody keeps. */
export function send({ res, view, policy }: Call, page: Page, status = 200): void {
  res.status(status).type("text/html; charset=utf-8");
  res.setHeader("Content-Security-Policy", policy);
  // Forms name the site they come from, other sites are told nothing.
  res.setHeader("Referrer-Policy", "same-origin");
  res.setHeader("Cache-Control", NOT_KEPT);
  res.end(documentOf(view, page));
}

/** Answers that nothing is here. */
export const notFound = (call: Call): void => send(call, notFoundPage(call.view), 404);

/** A call whose page has a query in its path, so that its link to the other language has it too. */
export const at = (call: Call, path: string): Call => ({ ...call, view: { ...call.view, path } });

/** What keeps a report, or a press of a button alone, from being taken, in words, where whoever sent it may try again; throws all else. */
export function obstacleOf(
  { res, view }: Call,
  error: unknown,
  kind: "report" | "press" = "report",
): { status: number; obstacle: string } {
  const { status, retryAfterSeconds } = toProblem(error);
  if (status !== 429 && status !== 503) throw error;
  if (retryAfterSeconds !== null) res.setHeader("Retry-After", retryAfterSeconds);
  const words = view.words.reports;
  const [tooMany, away] =
    kind === "press" ? [words.tooManyPresses, words.awayPress] : [words.tooMany, words.away];
  return { status, obstacle: status === 429 ? tooMany(Math.ceil((retryAfterSeconds ?? 60) / 60)) : away };
}
