// Reports in the public portal: the form, the page of each report, its photo, the list. What is sent comes from forms of these pages.

import type { Request, Response } from "express";
import {
  aboutValue,
  MAX_PHOTO_BYTES,
  parseReportNumber,
  readAbout,
  reportNumber,
  type OwnReport,
  type PublicReport,
  type ReportFault,
  type ReportId,
} from "#domain/report";
import { LANGUAGE_IDS } from "#domain/language";
import type { Text } from "#domain/text";
import { ProblemError, toProblem } from "#server/errors";
import { NOT_KEPT } from "#server/http/cache_headers";
import { isSameOrigin, readFormBody } from "#server/http/form_body";
import { readChain, type ChainLink } from "#server/portal/area_chain";
import { documentOf } from "#server/portal/layout";
import { notFoundPage } from "#server/portal/pages/about";
import { LONGEST_SEARCH } from "#server/portal/pages/find";
import { formPage, shownFigure, wherePage, type FormState } from "#server/portal/pages/reports/form";
import { listPage } from "#server/portal/pages/reports/list";
import { reportPage } from "#server/portal/pages/reports/report";
import type { Portal } from "#server/portal/portal";
import { wordsOf, type Page, type View } from "#server/portal/view";
import { PhotoError, type CleanPhoto } from "#server/reports/photo/clean_photo";
import { cleanPhoto } from "#server/reports/photo/photo";
import { WORK_BITS } from "#server/reports/proof_of_work";
import type { PublicReports } from "#server/reports/public_reports";
import { senderOf } from "#server/reports/rate_limit";
import { readForm, textOf } from "#server/reports/received";

export interface ReportPagesOptions {
  readonly portal: Portal;
  readonly reports: PublicReports;
  /** Public address of the server; null where it is not known. */
  readonly origin: string | null;
  /** As all pages of the portal have it. */
  readonly policy: string;
}

/** Photo and texts of a form, with what multipart puts around them. */
const MAX_FORM_BYTES = MAX_PHOTO_BYTES + (64 << 10);
/** Open reports about a place that are offered before another is sent. */
const OFFERED = 5;

/** Whether a path, without slashes around it and with or without a language, is one of these pages. */
export const isReportPath = (path: string): boolean => /^(?:[a-z]{2}\/)?reports?(?:\/|$)/.test(path);

/** One request and what it is about. */
interface Call extends ReportPagesOptions {
  readonly req: Request;
  readonly res: Response;
  readonly view: View;
}

const asked = ({ req }: Call, key: string, length = 200): string => {
  const value = req.query[key];
  return typeof value === "string" ? textOf(value.slice(0, length)) : "";
};

/** Sends a page, which nobody keeps. */
function send({ res, view, policy }: Call, page: Page, status = 200): void {
  res.status(status).type("text/html; charset=utf-8");
  res.setHeader("Content-Security-Policy", policy);
  // Forms name the site they come from, other sites are told nothing.
  res.setHeader("Referrer-Policy", "same-origin");
  res.setHeader("Cache-Control", NOT_KEPT);
  res.end(documentOf(view, page));
}

const notFound = (call: Call): void => send(call, notFoundPage(call.view), 404);

/** A call whose page has a query in its path, so that its link to the other language has it too. */
const at = (call: Call, path: string): Call => ({ ...call, view: { ...call.view, path } });

type FormInput = Partial<Pick<FormState, "words" | "contact" | "faults" | "obstacle" | "hadPhoto">>;

async function formState(call: Call, area: string, about: string, input: FormInput = {}): Promise<FormState> {
  const { reports, view } = call;
  const chain = await readChain(view, area);
  const state = { words: "", contact: "", faults: [], obstacle: null, hadPhoto: false, ...input };
  const bare: FormState = { ...state, chain, about, similar: [], office: null };
  // What went wrong may be that the database is away.
  if (state.obstacle !== null) return bare;
  const [office, open] = await Promise.all([
    reports.office(chain.map(({ code }) => code)),
    reports.list(area, true),
  ]);
  const read = readAbout(about);
  const isSame = ({ indicator, subject }: PublicReport): boolean =>
    read?.kind === "figure" ? indicator === read.indicator : subject !== null && subject === read?.subject;
  const similar = open.sort((a, b) => Number(isSame(b)) - Number(isSame(a))).slice(0, OFFERED);
  return { ...bare, similar, office };
}

async function showForm(call: Call): Promise<void> {
  const { view } = call;
  const area = asked(call, "area", 64);
  if (area === "") return send(call, await wherePage(view, asked(call, "q", LONGEST_SEARCH)));
  const [indicator, period, subject] = ["indicator", "period", "subject"].map((key) => asked(call, key, 64));
  const wanted = indicator ? `figure:${indicator}@${period}` : subject ? `place:${subject}` : "";
  const query = new URLSearchParams({ area, ...(indicator ? { indicator, period: period! } : {}) });
  const state = await formState(call, area, wanted);
  // A figure that the place does not show is nothing that can be wrong; the list has those that it shows.
  const read = readAbout(wanted);
  const isKnown = read?.kind === "place" || shownFigure(view, state.chain.at(-1)!, wanted) !== null;
  const about = read && isKnown ? aboutValue(read) : "";
  const shown = at(call, `report?${query.toString()}`);
  send(shown, formPage(shown.view, { ...state, about }));
}

/** The photo of a form, cleaned; or what is wrong with it. */
function readPhoto(file: Buffer | undefined): { photo: CleanPhoto | null; faults: ReportFault[] } {
  if (!file) return { photo: null, faults: [] };
  if (file.length > MAX_PHOTO_BYTES)
    return { photo: null, faults: [{ field: "photo", rule: "long", value: String(file.length) }] };
  try {
    return { photo: cleanPhoto(file), faults: [] };
  } catch (error) {
    if (!(error instanceof PhotoError)) throw error;
    return { photo: null, faults: [{ field: "photo", rule: "unreadable", value: error.message }] };
  }
}

/** What keeps a report from being taken, in words, where whoever sent it may try again; throws all else. */
function obstacleOf({ res, view }: Call, error: unknown): { status: number; obstacle: string } {
  const { status, retryAfterSeconds } = toProblem(error);
  if (status !== 429 && status !== 503) throw error;
  if (retryAfterSeconds !== null) res.setHeader("Retry-After", retryAfterSeconds);
  const { tooMany, away } = view.words.reports;
  return { status, obstacle: status === 429 ? tooMany(Math.ceil((retryAfterSeconds ?? 60) / 60)) : away };
}

/** A figure as it is shown in each language. */
const shownInAll = (view: View, own: ChainLink, about: string): Text =>
  Object.fromEntries(
    LANGUAGE_IDS.map((language) => [
      language,
      shownFigure({ ...view, language, words: wordsOf(language) }, own, about)!.text,
    ]),
  );

async function receive(call: Call): Promise<void> {
  const { req, res, reports, view } = call;
  const { fields, files } = await readFormBody(req, res, MAX_FORM_BYTES);
  const { form, faults } = readForm(fields);
  const { photo, faults: photoFaults } = readPhoto(files["photo"]);
  const { area = "", about = "", words = "", contact = "" } = fields;
  const own = (await readChain(view, area)).at(-1)!;
  const figure = form?.about.kind === "figure" ? shownFigure(view, own, about) : null;
  const unknown: ReportFault[] =
    form?.about.kind === "figure" && !figure ? [{ field: "about", rule: "unknown", value: about }] : [];
  const input = { words, contact, hadPhoto: files["photo"] !== undefined };
  const shown = at(call, `report?area=${encodeURIComponent(area)}`);
  const again = async (more: FormInput, status: number): Promise<void> =>
    send(shown, formPage(shown.view, await formState(call, area, about, { ...input, ...more })), status);
  const all = [...faults, ...unknown, ...photoFaults];
  if (form === null || all.length > 0) return again({ faults: all }, 400);
  try {
    const isProven = reports.work.isDone(fields["proof"] ?? "");
    reports.rate.pay(senderOf(req.ip ?? ""), isProven);
    const { secret } = await reports.receive({
      ...form,
      area,
      shown: figure && shownInAll(view, own, about),
      release: view.release.number,
      language: view.language,
      isProven,
      photo,
    });
    res.redirect(303, `${view.links.page(`report/own/${secret}`, view.language)}?new=1`);
  } catch (error) {
    const { status, obstacle } = obstacleOf(call, error);
    await again({ obstacle }, status);
  }
}

interface Opened {
  readonly report: PublicReport;
  readonly own: (OwnReport & { readonly link: string; readonly isNew: boolean }) | null;
}

/** The report that a path names, by its number or by its secret; null where there is none. */
async function open(
  call: Call,
  { number, secret }: { number?: string; secret?: string },
): Promise<Opened | null> {
  const { reports, view, req, origin } = call;
  const found = secret === undefined ? null : await reports.findOwn(secret);
  const id: ReportId | null = secret === undefined ? parseReportNumber(number ?? "") : (found?.id ?? null);
  const report = id && (await reports.find(id));
  if (!report) return null;
  if (!found) return { report, own: null };
  const link = `${origin ?? `${req.protocol}://${req.headers.host}`}${view.links.page(`report/own/${secret}`, view.language)}`;
  return { report, own: { ...found.own, link, isNew: req.query["new"] !== undefined } };
}

type Named = Readonly<{ number?: string; secret?: string }>;

async function showReport(call: Call, named: Named): Promise<void> {
  const opened = await open(call, named);
  if (!opened) return notFound(call);
  send(call, reportPage(call.view, { ...opened, reopened: null, obstacle: null }));
}

async function reopen(call: Call, named: Named): Promise<void> {
  const { req, res, reports, view } = call;
  const { fields } = await readFormBody(req, res, MAX_FORM_BYTES);
  const before = await open(call, named);
  if (!before) return notFound(call);
  const because = textOf(fields["words"] ?? "").slice(0, 2000);
  if ((fields["website"] ?? "") !== "")
    throw new ProblemError(400, "bad body", 'field "website" is filled: leave it empty');
  try {
    reports.rate.pay(senderOf(req.ip ?? ""), reports.work.isDone(fields["proof"] ?? ""));
    const id = parseReportNumber(before.report.number)!;
    const reopened = await reports.reopen(id, because === "" ? null : because);
    const report = (await reports.find(id))!;
    send(call, reportPage(view, { report, own: before.own, reopened, obstacle: null }));
  } catch (error) {
    const { status, obstacle } = obstacleOf(call, error);
    send(call, reportPage(view, { ...before, reopened: null, obstacle }), status);
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

function sendWork({ res, reports }: Call): void {
  res.setHeader("Cache-Control", NOT_KEPT);
  res.json({ challenge: reports.work.challenge(), bits: WORK_BITS });
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
    if (!(error instanceof ProblemError) || error.status !== 404) throw error;
    notFound(call);
  }
}
