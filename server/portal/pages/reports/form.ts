// The form of a report: complete without script, ready to be sent once a sentence is written.

import {
  aboutValue,
  ANSWER_DAYS,
  MAX_CONTACT,
  MAX_WORDS,
  MIN_WORDS,
  readAbout,
  REPORT_SUBJECTS,
  type PublicReport,
  type ReportFault,
} from "#domain/report";
import type { Text } from "#domain/text";
import type { ChainLink } from "#server/portal/area_chain";
import { figureLabel, figureText, shownIndicators } from "#server/portal/figure_cards";
import { html, type Html } from "#server/portal/html";
import { indicatorOf, lastPeriod, say, type Page, type View } from "#server/portal/view";
import { findPlaces } from "#server/portal/pages/find";
import { reportRows } from "./list.ts";
import { supportForm } from "./support.ts";

/** Places that are offered for a search. */
const FOUND = 20;

export interface FormState {
  /** The place with all above it, the top first. */
  readonly chain: readonly ChainLink[];
  /** As `aboutValue` writes it; empty where nothing was chosen. */
  readonly about: string;
  readonly words: string;
  readonly contact: string;
  readonly faults: readonly ReportFault[];
  /** What keeps it from being taken, where that is not the form; null otherwise. */
  readonly obstacle: string | null;
  /** Whether a photo came with it, which no form can hold. */
  readonly hadPhoto: boolean;
  /** Open reports about the place, those about the same first. */
  readonly similar: readonly PublicReport[];
  readonly office: { readonly names: Text; readonly days: number } | null;
}

/** The figure that a report is about, as the page of its place shows it; null where it shows none. */
export function shownFigure(
  view: View,
  { group, idx }: ChainLink,
  about: string,
): { readonly label: string; readonly period: string; readonly text: string } | null {
  const read = readAbout(about);
  const indicator = read?.kind === "figure" ? indicatorOf(view, read.indicator) : undefined;
  if (read?.kind !== "figure" || !indicator?.periods.includes(read.period)) return null;
  const figure = group.figure(idx, indicator.id, read.period);
  if (figure.value === null) return null;
  return {
    label: figureLabel(view, indicator),
    period: read.period,
    text: figureText(view, indicator, figure),
  };
}

/** Everything that can be reported of a place: subjects, and its figures with their values. */
function aboutField(view: View, own: ChainLink, about: string): Html {
  const { words } = view;
  const first = shownIndicators(view);
  const indicators = [
    ...first,
    ...view.release.catalog.indicators.filter((indicator) => !first.includes(indicator)),
  ];
  const option = (value: string, text: string): Html =>
    html`<option value="${value}" ${value === about ? html` selected` : null}>${text}</option>`;
  const figures = indicators.flatMap((indicator) => {
    const value = aboutValue({ kind: "figure", indicator: indicator.id, period: lastPeriod(indicator) });
    const figure = shownFigure(view, own, value);
    return figure ? [option(value, `${figure.label}${words.colon}${figure.text} (${figure.period})`)] : [];
  });
  return html`<label
    ><span>${words.reports.about}</span
    ><select name="about" required>
      <option value="">${words.reports.choose}</option>
      <optgroup label="${words.reports.groupPlace}">
        ${REPORT_SUBJECTS.map((id) => option(`place:${id}`, words.reports.subject(id)))}
      </optgroup>
      <optgroup label="${words.reports.groupFigure}">${figures}</optgroup>
    </select></label
  >`;
}

/** The figure that was pressed, and a way to report something else. */
function figureField(
  view: View,
  own: ChainLink,
  about: string,
  figure: NonNullable<ReturnType<typeof shownFigure>>,
): Html {
  const { words, links, language } = view;
  return html`<div class="about">
    <input type="hidden" name="about" value="${about}" />
    <p>${own.name} · ${figure.label}</p>
    <p class="main"><b>${figure.text}</b> <span>${words.year(figure.period)}</span></p>
    <p class="small">
      <a href="${links.page(reportPath(own.code), language)}">${words.reports.otherThing(own.name)}</a>
    </p>
  </div>`;
}

/** Path of the form for a place. */
const reportPath = (area: string): string => `report?area=${encodeURIComponent(area)}`;

function optionalFields(view: View, contact: string, isOpen: boolean): Html {
  const words = view.words.reports;
  return html`<details ${isOpen ? html` open` : null}>
    <summary>${words.more}</summary>
    <label
      ><span>${words.photo}</span
      ><input type="file" name="photo" accept="image/jpeg,image/png,image/webp" aria-describedby="photo-hint"
    /></label>
    <p class="small" id="photo-hint">${words.photoHint}</p>
    <label
      ><span>${words.contact}</span
      ><input
        name="contact"
        value="${contact}"
        maxlength="${MAX_CONTACT}"
        autocomplete="off"
        aria-describedby="contact-hint"
    /></label>
    <p class="small" id="contact-hint">${words.contactHint}</p>
  </details>`;
}

function obstacles(view: View, { faults, obstacle, hadPhoto }: FormState): Html | null {
  const words = view.words.reports;
  if (faults.length === 0 && obstacle === null) return null;
  return html`<div class="alert" role="alert">
    ${obstacle === null ? html`<p><b>${words.faults}</b></p>` : html`<p>${obstacle}</p>`}
    ${
      faults.length > 0
        ? html`<ul>
            ${faults.map((fault) => html`<li>${words.fault(fault)}</li>`)}
          </ul>`
        : null
    }
    ${hadPhoto ? html`<p>${words.photoAgain}</p>` : null}
  </div>`;
}

/** Where the report is written; what stands between its tags is its text, spaces too. */
function wordsField(written: string): Html {
  const rules = html`required minlength="${MIN_WORDS}" maxlength="${MAX_WORDS}" aria-describedby="words-hint"`;
  return html`<textarea name="words" rows="4" ${rules}>${written}</textarea>`;
}

/** The form for a place. */
export function formPage(view: View, state: FormState): Page {
  const { chain, about, words: written, contact, faults, similar, office } = state;
  const { words, links, language } = view;
  const text = words.reports;
  const own = chain.at(-1)!;
  const figure = shownFigure(view, own, about);
  const title = figure ? text.figureTitle : text.placeTitle(own.name);
  const isOpen =
    contact !== "" || state.hadPhoto || faults.some(({ field }) => field === "photo" || field === "contact");
  const body = html`<nav class="crumbs" aria-label="${words.parents}">
      ${chain.map(({ code, name }, at) => html`${at > 0 ? " › " : null}<a href="${links.page(`place/${code}`, language)}">${name}</a>`)}
    </nav>
    <h1>${title}</h1>
    <p class="who">${text.lead(office && say(view, office.names), office?.days ?? ANSWER_DAYS)}</p>
    ${obstacles(view, state)}
    <div class="reporting two">
      ${
        similar.length > 0
          ? html`<section class="card similar">
              <h2>${text.similar}</h2>
              ${reportRows(view, similar, { beside: (report) => supportForm(view, report) })}
            </section>`
          : null
      }
      <form
        class="card report"
        method="post"
        action="${links.page("report", language)}"
        enctype="multipart/form-data"
        data-work="${links.file("report/work")}"
        data-sending="${text.sending}"
        data-too-large="${text.fault({ field: "photo", rule: "long", value: "" })}"
      >
        <input type="hidden" name="area" value="${own.code}" /><input type="hidden" name="proof" value="" />
        ${figure ? figureField(view, own, about, figure) : aboutField(view, own, about)}
        <label><span>${figure ? text.wordsFigure : text.wordsPlace}</span>${wordsField(written)} </label>
        <p class="small" id="words-hint">${text.wordsHint}</p>
        ${optionalFields(view, contact, isOpen)}
        <p class="trap" aria-hidden="true">
          <label>${text.website}<input name="website" tabindex="-1" autocomplete="off" /></label>
        </p>
        <p><button>${text.send}</button></p>
        <p class="small">${text.privacy}</p>
      </form>
    </div>`;
  return { title, description: title, nav: "reports", body, isUnlisted: true, script: "report.js" };
}

/** The question for the place, where the address names none. */
export async function wherePage(view: View, q: string): Promise<Page> {
  const { words, links, language } = view;
  const text = words.reports;
  const { places } = q === "" ? { places: [] } : await findPlaces(view, q, FOUND);
  const body = html`<h1><label for="q">${text.where}</label></h1>
    <form
      class="find"
      action="${links.page("report", language)}"
      method="get"
      role="search"
      data-index="${links.file(`suggest?lang=${language}&q=`)}"
      data-place="${links.page("report?area=CODE", language)}"
    >
      <input
        id="q"
        name="q"
        type="search"
        value="${q}"
        autocomplete="off"
        placeholder="${words.findLabel}"
        aria-label="${words.findLabel}"
      /><button>${words.findButton}</button>
    </form>
    ${q !== "" && places.length === 0 ? html`<p role="status">${words.foundNone(q)}</p>` : null}
    ${
      places.length > 0
        ? html`<ul class="list">
            ${places.map(
              ({ code, name, of }) =>
                html`<li>
                  <a href="${links.page(reportPath(code), language)}"><b>${name}</b> <span>${of}</span></a>
                </li>`,
            )}
          </ul>`
        : html`<p class="lead">${text.whereHow}</p>`
    }`;
  return { title: text.button, description: text.listLead, nav: "reports", body, isUnlisted: true };
}
