// Lists of reports, and the field for the number of one.

import type { PublicReport } from "#domain/report";
import { html, joined, type Html } from "#server/portal/html";
import { capital, indicatorOf, say, type Page, type View } from "#server/portal/view";
import { supportersText } from "./support.ts";

/** What a report is about, in a few words. */
export function aboutText(view: View, { indicator, subject, period, shown }: PublicReport): string {
  const { words } = view;
  if (indicator === null) return words.reports.subject(subject ?? "other");
  const known = indicatorOf(view, indicator);
  return `${capital(known ? say(view, known.label) : indicator)}${words.colon}${shown && say(view, shown)} (${period})`;
}

/** A day as people write it. */
export const dayText = ({ language }: Pick<View, "language">, date: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** The state of a report as a word with its colour; late ones say so. */
export const stateChip = (view: View, { state, isOverdue }: PublicReport): Html =>
  html`<span class="state ${isOverdue ? "late" : state}">${view.words.reports.state(state)}</span>`;

const supporters = (view: View, report: PublicReport): string[] => {
  const text = supportersText(view, report);
  return text === null ? [] : [text];
};

/** Reports as rows, each a link to its page; `beside` is put under each. */
export const reportRows = (
  view: View,
  reports: readonly PublicReport[],
  { withPlace = false, beside }: { withPlace?: boolean; beside?: (report: PublicReport) => Html } = {},
): Html =>
  html`<ul class="list">
    ${reports.map(
      (report) =>
        html`<li>
          <a href="${view.links.page(`report/${report.number}`, view.language)}"
            ><b>${withPlace ? `${say(view, report.areaNames)} · ` : null}${aboutText(view, report)}</b>
            ${stateChip(view, report)}<br /><span
              >${joined([report.number, dayText(view, report.receivedOn), ...supporters(view, report)], " · ")}</span
            ></a
          >
          ${beside ? beside(report) : null}
        </li>`,
    )}
  </ul>`;

/** Reports of a place, or of all; `typed` is what was looked for and is no number of a report. */
export function listPage(
  view: View,
  reports: readonly PublicReport[],
  {
    place,
    typed,
  }: { readonly place: { readonly code: string; readonly name: string } | null; readonly typed: string },
): Page {
  const { words, links, language } = view;
  const text = words.reports;
  const title = place ? text.listOf(place.name) : text.listTitle;
  const body = html`<h1>${title}</h1>
    <p class="lead">${text.listLead}</p>
    <div class="two">
      <form class="find" action="${links.page("reports", language)}" method="get">
        <input
          name="number"
          value="${typed}"
          maxlength="24"
          autocomplete="off"
          autocapitalize="characters"
          placeholder="R-2026-0042-K"
          aria-label="${text.find}"
        /><button>${text.findButton}</button>
      </form>
      <p class="row">
        <a
          class="button"
          href="${links.page(place ? `report?area=${encodeURIComponent(place.code)}` : "report", language)}"
          >${text.newReport}</a
        >${place ? html`<a href="${links.page(`place/${place.code}`, language)}">${text.back}</a>` : null}
      </p>
    </div>
    <section class="card" data-remembered hidden><h2>${text.rememberedTitle}</h2></section>
    ${typed === "" ? null : html`<p role="alert">${text.unknownNumber(typed)}</p>`}
    ${reports.length > 0 ? reportRows(view, reports, { withPlace: place === null }) : html`<p>${text.none}</p>`}`;
  return { title, description: text.listLead, nav: "reports", body, isUnlisted: true, script: "report.js" };
}
