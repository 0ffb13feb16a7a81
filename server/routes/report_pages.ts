// Reports in the public portal: the form, the page of each report, its photo, the list. What is sent comes from forms of these pages.

import type { Request, Response } from "express";
import {
  parseReportNumber,
  reportNumber,
  type OwnReport,
  type PublicReport,
  type ReportId,
} from "#domain/report";
import { ProblemError, toProblem } from "#server/errors";
import { NOT_KEPT } from "#server/http/cache_headers";
import { readFormBody } from "#server/http/form_body";
import { isSameOrigin } from "#server/http/same_origin";
import { readChain } from "#server/portal/area_chain";
import { FEED_TYPE, reportFeed } from "#server/portal/pages/reports/feed";
import { listPage } from "#server/portal/pages/reports/list";
import { refusedPage } from "#server/portal/pages/reports/refused";
import { reportPage } from "#server/portal/pages/reports/report";
import { WORK_BITS } from "#server/reports/proof_of_work";
import { senderOf } from "#server/reports/rate_limit";
import { textOf } from "#server/reports/received";
import {
  asked,
  at,
  MAX_FORM_BYTES,
  notFound,
  obstacleOf,
  send,
  type Call,
  type ReportPagesOptions,
} from "./report_call.ts";
import { receive, showForm } from "./report_form.ts";

/** Whether a path, without slashes around it and with or without a language, is one of these pages. */
export const isReportPath = (path: string): boolean => /^(?:[a-z]{2}\/)?reports?(?:\/|$)/.test(path);

interface Opened {
  readonly report: PublicReport;
  readonly own: (OwnReport & { readonly link: string; readonly isNew: boolean }) | null;
}

/** Nobody returned it to its office or pressed "mine too". */
const NOTHING_DONE = { reopened: null, supported: null, obstacle: null, written: "" } as const;

/** Address of a page with host. */
const addressOf = ({ origin, req, view }: Call, path: string): string =>
  `${origin ?? `${req.protocol}://${req.headers.host}`}${view.links.page(path, view.language)}`;

/** Throws a 400 where the field is filled that only machines see. */
function refuseFilled(fields: Readonly<Record<string, string>>): void {
  if ((fields["website"] ?? "") !== "")
    throw new ProblemError(400, "bad body", 'field "website" is filled: leave it empty');
}

/** The report that a path names, by its number or by its secret; null where there is none. */
async function open(
  call: Call,
  { number, secret }: { number?: string; secret?: string },
): Promise<Opened | null> {
  const { reports, req } = call;
  const found = secret === undefined ? null : await reports.findOwn(secret);
  const id: ReportId | null = secret === undefined ? parseReportNumber(number ?? "") : (found?.id ?? null);
  const report = id && (await reports.find(id));
  if (!report) return null;
  if (!found) return { report, own: null };
  const link = addressOf(call, `report/own/${secret}`);
  return { report, own: { ...found.own, link, isNew: req.query["new"] !== undefined } };
}

type Named = Readonly<{ number?: string; secret?: string }>;

async function showReport(call: Call, named: Named): Promise<void> {
  const opened = await open(call, named);
  if (!opened) return notFound(call);
  const too = asked(call, "too", 1);
  const supported = too === "" ? null : too === "1";
  send(call, reportPage(call.view, { ...opened, ...NOTHING_DONE, supported }));
}

/** Counts a browser for a report, and leads back to its page, so that a page that is loaded again sends nothing again. */
async function supportReport(call: Call, named: Named): Promise<void> {
  const { req, res, reports, view } = call;
  const { fields } = await readFormBody(req, res, MAX_FORM_BYTES);
  const before = await open(call, named);
  if (!before) return notFound(call);
  refuseFilled(fields);
  try {
    const sender = senderOf(req.ip ?? "");
    await reports.admission.admit(sender, fields["proof"] ?? "");
    const id = parseReportNumber(before.report.number)!;
    const isNew = await reports.support(id, browserOf(fields["browser"] ?? "", sender, req));
    res.redirect(
      303,
      `${view.links.page(`report/${before.report.number}`, view.language)}?too=${isNew ? 1 : 0}`,
    );
  } catch (error) {
    const { status, obstacle } = obstacleOf(call, error, "press");
    send(call, reportPage(view, { ...before, ...NOTHING_DONE, obstacle }), status);
  }
}

/** Who loads the address of the button again comes to the report. */
const backToReport = ({ res, view }: Call, { number = "" }: Named): void =>
  res.redirect(303, view.links.page(`report/${number}`, view.language));

/** What tells a browser from others: the number that the page's script made in it, without script its network and kind. */
const browserOf = (own: string, sender: string, { headers }: Request): string =>
  /^[\w-]{22,64}$/.test(own) ? `browser ${own}` : `network ${sender} ${headers["user-agent"] ?? ""}`;

/** What happened to a report as an Atom feed, by its number or by its secret. */
async function sendFeed(call: Call, named: Named): Promise<void> {
  const opened = await open(call, named);
  if (!opened) return notFound(call);
  const { report, own } = opened;
  const page = own?.link ?? addressOf(call, `report/${report.number}`);
  call.res.setHeader("Cache-Control", NOT_KEPT);
  call.res.type(FEED_TYPE).send(reportFeed(call.view, report, page, `${page}/feed`));
}

async function reopen(call: Call, named: Named): Promise<void> {
  const { req, res, reports, view } = call;
  const { fields } = await readFormBody(req, res, MAX_FORM_BYTES);
  const before = await open(call, named);
  if (!before) return notFound(call);
  const because = textOf(fields["words"] ?? "").slice(0, 2000);
  refuseFilled(fields);
  try {
    await reports.admission.admit(senderOf(req.ip ?? ""), fields["proof"] ?? "");
    const id = parseReportNumber(before.report.number)!;
    const reopened = await reports.reopen(id, because === "" ? null : because);
    const report = (await reports.find(id))!;
    send(call, reportPage(view, { ...NOTHING_DONE, report, own: before.own, reopened }));
  } catch (error) {
    const { status, obstacle } = obstacleOf(call, error);
    send(call, reportPage(view, { ...before, ...NOTHING_DONE, obstacle, written: because }), status);
  }
}

async function showList(call: Call): Promise<void> {
  const { reports, view, res } = call;
  const typed = asked(call, "number", 24);
  const id = typed === "" ? null : parseReportNumber(typed);
  if (id) return res.redirect(303, view.links.page(`report/${reportNumber(id)}`, view.language));
  const area = asked(call, "area", 64);
  const place = area === "" ? null : (await readChain(view, area)).at(-1)!;
  const shown = place ? at(call, `reports?area=${encodeURIComponent(place.code)}`) : call;
  send(shown, listPage(shown.view, await reports.list(place?.code ?? null), { place, typed }));
}

async function sendPhoto(call: Call, { number = "" }: Named): Promise<void> {
  const id = parseReportNumber(number);
  const photo = id && (await call.reports.photo(id));
  if (!photo) return notFound(call);
  call.res.setHeader("Cache-Control", NOT_KEPT);
  call.res.type(photo.media).send(photo.bytes);
}

async function sendWork({ res, reports }: Call): Promise<void> {
  res.setHeader("Cache-Control", NOT_KEPT);
  res.json({ challenge: await reports.admission.challenge(), bits: WORK_BITS });
}

interface ReportRoute {
  readonly pattern: RegExp;
  readonly get: (call: Call, named: Named) => Promise<void> | void;
  readonly post?: (call: Call, named: Named) => Promise<void>;
}

const REPORT_ROUTES: readonly ReportRoute[] = [
  { pattern: /^report$/, get: showForm, post: receive },
  { pattern: /^report\/work$/, get: sendWork },
  { pattern: /^report\/own\/(?<secret>[\w-]{1,64})$/, get: showReport, post: reopen },
  { pattern: /^report\/(?<number>R-[\w-]{1,24})$/, get: showReport, post: reopen },
  { pattern: /^report\/own\/(?<secret>[\w-]{1,64})\/feed$/, get: sendFeed },
  { pattern: /^report\/(?<number>R-[\w-]{1,24})\/feed$/, get: sendFeed },
  { pattern: /^report\/(?<number>R-[\w-]{1,24})\/too$/, get: backToReport, post: supportReport },
  { pattern: /^report\/(?<number>R-[\w-]{1,24})\/photo$/, get: sendPhoto },
  { pattern: /^reports$/, get: showList },
];

/** Answers a request for one of these pages; a 404 of what it is about is a page that says so. */
export async function answerReportPage(
  options: ReportPagesOptions,
  req: Request,
  res: Response,
  path: string,
): Promise<void> {
  const { lang } = req.query;
  const { view, path: page } = await options.portal.served(path, typeof lang === "string" ? lang : undefined);
  const call: Call = { ...options, req, res, view };
  const found = REPORT_ROUTES.map((route) => ({ route, match: route.pattern.exec(page) })).find(
    ({ match }) => match,
  );
  if (!found) return notFound(call);
  const { route, match } = found;
  const named: Named = { ...match!.groups };
  try {
    if (req.method === "GET" || req.method === "HEAD") return await route.get(call, named);
    if (req.method !== "POST" || !route.post) {
      const known = route.post ? "GET, HEAD, POST" : "GET, HEAD";
      res.setHeader("Allow", known);
      throw new ProblemError(
        405,
        "method not allowed",
        `method ${req.method.slice(0, 20)} is not known here: known are ${known}`,
      );
    }
    if (!isSameOrigin(req, options.origin))
      throw new ProblemError(
        403,
        "from another site",
        "the form was not sent from a page of this site: open the page and send it there",
      );
    await route.post(call, named);
  } catch (error) {
    const { status, retryAfterSeconds } = toProblem(error);
    if (status === 404) return notFound(call);
    const refused = refusedPage(view, status);
    if (!refused) throw error;
    if (retryAfterSeconds !== null) res.setHeader("Retry-After", retryAfterSeconds);
    send(call, refused, status);
  }
}
