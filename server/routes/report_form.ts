// The form of a report: shown, read, taken or shown again with what is wrong.

import { LANGUAGE_IDS } from "#domain/language";
import { aboutValue, MAX_PHOTO_BYTES, readAbout, type PublicReport, type ReportFault } from "#domain/report";
import type { Text } from "#domain/text";
import { readFormBody } from "#server/http/form_body";
import { readChain, type ChainLink } from "#server/portal/area_chain";
import { LONGEST_SEARCH } from "#server/portal/pages/find";
import { formPage, shownFigure, wherePage, type FormState } from "#server/portal/pages/reports/form";
import { wordsOf, type View } from "#server/portal/view";
import { PhotoError, type CleanPhoto } from "#server/reports/photo/clean_photo";
import { cleanPhoto } from "#server/reports/photo/photo";
import { senderOf } from "#server/reports/rate_limit";
import { readForm } from "#server/reports/received";
import { asked, at, MAX_FORM_BYTES, obstacleOf, send, type Call } from "./report_call.ts";

/** Open reports about a place that are offered before another is sent. */
const OFFERED = 5;

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

/** Shows the form for the place and the figure that the address names. */
export async function showForm(call: Call): Promise<void> {
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

/** A figure as it is shown in each language. */
const shownInAll = (view: View, own: ChainLink, about: string): Text =>
  Object.fromEntries(
    LANGUAGE_IDS.map((language) => [
      language,
      shownFigure({ ...view, language, words: wordsOf(language) }, own, about)!.text,
    ]),
  );

/** Takes a report and leads to its secret link, or shows the form again. */
export async function receive(call: Call): Promise<void> {
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
    const isProven = await reports.admission.admit(senderOf(req.ip ?? ""), fields["proof"] ?? "");
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
