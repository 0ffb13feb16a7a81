// The page of a report: its state, the day for an answer, the answer, and the way back to the office. Never who sent it.

import {
  REPORT_STEPS,
  type OwnReport,
  type PublicReport,
  type ReportState,
  uprightPhoto,
} from "#domain/report";
import { html, type Html } from "#server/portal/html";
import { say, type Page, type View } from "#server/portal/view";
import { aboutText, dayText, stateChip } from "./list.ts";
import { supportersText, supportForm } from "./support.ts";

export interface ReportPageState {
  readonly report: PublicReport;
  /** Beside it, for who came by the secret link; null for everybody else. */
  readonly own: (OwnReport & { readonly link: string; readonly isNew: boolean }) | null;
  /** Whether it was returned to the office just now; null where nobody tried. */
  readonly reopened: boolean | null;
  /** Whether a press on "mine too" was counted, or this browser had been counted before; null where nobody pressed. */
  readonly supported: boolean | null;
  /** What kept it from being returned or counted. */
  readonly obstacle: string | null;
  /** What was written why it is still not right, where that was not taken. */
  readonly written: string;
}

const canReopen = (state: ReportState): boolean =>
  (REPORT_STEPS.reopen.from as readonly ReportState[]).includes(state);

/** The photo, upright whichever way the camera was held. */
function photo(view: View, { number, photo: size }: PublicReport): Html | null {
  if (!size) return null;
  const { width, height } = size;
  const upright = uprightPhoto(size);
  return html`<svg
    class="photo"
    viewBox="0 0 ${upright.width} ${upright.height}"
    role="img"
    aria-label="${view.words.reports.photoAlt}"
  >
    <image
      href="${view.links.file(`report/${number}/photo`)}"
      width="${width}"
      height="${height}"
      transform="${upright.transform}"
    />
  </svg>`;
}

function ownBox(view: View, { report, own }: ReportPageState): Html | null {
  if (!own) return null;
  const text = view.words.reports;
  return html`<section class="card own">
    ${
      own.isNew
        ? html`<h2>${text.sentTitle}</h2>
            <p>${text.sentText(report.number)}</p>`
        : null
    }
    <p>${text.keepLink}</p>
    <p class="code">${own.link}</p>
    <p>
      <button type="button" class="quiet" data-copy="${own.link}" data-done="${text.copied}" hidden>
        ${text.copy}
      </button>
    </p>
    <p>
      <button
        type="button"
        class="quiet"
        data-remember="${report.number}"
        data-link="${own.link}"
        data-forget="${text.forget}"
        hidden
      >
        ${text.remember}
      </button>
    </p>
    <h2>${text.toldTitle}</h2>
    <p>${text.toldText}</p>
    <p class="code">${own.link}/feed</p>
    <p>
      <button type="button" class="quiet" data-copy="${own.link}/feed" data-done="${text.copied}" hidden>
        ${text.copy}
      </button>
    </p>
    <h2>${text.ownWords}</h2>
    <p class="words">${own.words}</p>
    ${own.photo === null ? null : html`<p class="small">${text.ownPhoto[own.photo]}</p>`}
  </section>`;
}

function stillWrong(view: View, { report, own, reopened, obstacle, written }: ReportPageState): Html {
  const { words, links, language } = view;
  const text = words.reports;
  const said = obstacle ?? (reopened === null ? null : reopened ? text.wasReopened : text.notReopened);
  const note =
    said === null
      ? null
      : html`<p class="alert" role="${obstacle === null ? "status" : "alert"}">${said}</p>`;
  if (!canReopen(report.state)) return html`${note}`;
  return html`${note}
    <section class="card">
      <h2>${text.still}</h2>
      <p>${text.stillText}</p>
      <form
        class="report"
        method="post"
        action="${links.page(own ? `report/own/${own.link.split("/").at(-1)}` : `report/${report.number}`, language)}"
        data-work="${links.file("report/work")}"
        data-sending="${text.sending}"
      >
        <input type="hidden" name="proof" value="" />
        <label
          ><span>${text.stillWords}</span
          ><textarea name="words" rows="2" maxlength="2000">${written}</textarea>
        </label>
        <p class="trap" aria-hidden="true">
          <label>${text.website}<input name="website" tabindex="-1" autocomplete="off" /></label>
        </p>
        <p><button>${text.stillButton}</button></p>
      </form>
    </section>`;
}

/** For how many others it holds, and the button for one more. */
function support(view: View, { report, own, supported }: ReportPageState): Html {
  const text = view.words.reports;
  const counted = supportersText(view, report);
  const said = supported === null ? null : supported ? text.tooCounted : text.tooBefore;
  return html`${said === null ? null : html`<p class="alert" role="status" data-counted="${report.number}">${said}</p>`}
    <div class="row">
      ${own || supported !== null ? null : supportForm(view, report)}${counted === null ? null : html`<span>${counted}</span>`}
    </div>`;
}

function answerCard(view: View, { answer, answeredOn }: PublicReport, office: string): Html {
  const text = view.words.reports;
  return html`<section class="card">
    <h2>${text.answer}</h2>
    ${
      answer === null
        ? html`<p>${text.noAnswer}</p>`
        : html`<p class="words">${answer}</p>
            <p class="small">${text.answeredOn(office, dayText(view, answeredOn!))}</p>`
    }
  </section>`;
}

export function reportPage(view: View, state: ReportPageState): Page {
  const { report, own } = state;
  const { words, links, language } = view;
  const text = words.reports;
  const office = report.officeNames ? say(view, report.officeNames) : text.noOffice;
  const day = dayText(view, report.dueOn);
  const isWaiting = !canReopen(report.state);
  const place = say(view, report.areaNames);
  const title = text.reportOf(report.number);
  // Who comes back by the secret link comes for it.
  const isFirst = own !== null && !own.isNew && report.answer !== null;
  const body = html`<nav class="crumbs" aria-label="${words.parents}">
      <a href="${links.page(`place/${report.areaCode}`, language)}">${place}</a> ›
      <a href="${links.page(`reports?area=${encodeURIComponent(report.areaCode)}`, language)}"
        >${text.listTitle}</a
      >
    </nav>
    <h1>${title} ${stateChip(view, report)}</h1>
    <p class="lead">
      ${text.officeIs(office)}${words.stop}${isWaiting ? (report.isOverdue ? html`<b class="bad">${text.overdue(day)}</b>` : text.due(day)) : null}
    </p>
    ${isFirst ? answerCard(view, report, office) : null}${ownBox(view, state)}
    <section class="card">
      <h2>${text.reported}</h2>
      <p>${place} · ${aboutText(view, report)}</p>
      ${report.words === null ? (state.own ? null : html`<p class="small">${text.notShown}</p>`) : html`<p class="words">${report.words}</p>`}
      ${photo(view, report)} ${support(view, state)}
    </section>
    ${isFirst ? null : answerCard(view, report, office)} ${stillWrong(view, state)}
    <section class="card">
      <h2>${text.history}</h2>
      <table>
        <tbody>
          ${report.steps.map(
            ({ step, on, officeNames }) =>
              html`<tr>
                <td>${dayText(view, on)}</td>
                <td>${text.step(step, officeNames ? say(view, officeNames) : text.noOffice)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  return {
    title,
    description: aboutText(view, report),
    nav: "reports",
    body,
    isUnlisted: true,
    feed: own ? `${own.link}/feed` : links.page(`report/${report.number}/feed`, language),
    script: "report.js",
  };
}
