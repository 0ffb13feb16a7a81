// Pages about the figures: how they are made, what protects people in them, which releases there were.

import { levelWord } from "#server/portal/area_chain";
import { formatTerm } from "#domain/indicator";
import { disclosureRule } from "#domain/disclosure";
import { html, type Html } from "#server/portal/html";
import { findForm } from "./find.ts";
import { capital, indicatorOf, say, show, type Page, type View } from "#server/portal/view";

const rows = (pairs: readonly (readonly [string, string])[]): Html =>
  html`<table class="facts">
    <tbody>
      ${pairs.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** Every public indicator with its formula, its lowest public level and its sources; the rules for what is hidden. */
export function methodsPage(view: View): Page {
  const { words, release, links, language } = view;
  const { levels, lenses } = release.catalog;
  const sections = lenses.map(({ label, indicators }) => {
    const own = indicators.flatMap((id) => indicatorOf(view, id) ?? []);
    if (own.length === 0) return null;
    return html`<section class="card">
      <h2>${capital(say(view, label))}</h2>
      ${own.map((indicator) => {
        const above = disclosureRule(indicator)?.levelsAboveLowest ?? 0;
        const sources = indicator.sources
          .map(({ department }) => say(view, department))
          .filter((text, at, all) => all.indexOf(text) === at);
        return html`<details id="${indicator.id}">
          <summary>${capital(say(view, indicator.label))}</summary>
          ${indicator.description ? html`<p>${say(view, indicator.description)}</p>` : null}
          <p class="code">
            ${formatTerm(indicator.numerator)}${indicator.denominator ? ` ÷ ${formatTerm(indicator.denominator)}` : null}
          </p>
          <p>
            ${words.publicTo(levelWord(view, levels.at(-1 - above)?.id ?? levels[0]!.id))}${sources.length > 0 ? html`${words.gap}${words.sourcesAre(sources.join(words.comma))}` : null}
          </p>
        </details>`;
      })}
    </section>`;
  });
  const rules = html`<section class="card" id="hidden">
    <h2>${words.rulesTitle}</h2>
    <ul>
      ${words.rules(view.certificate.threshold).map((rule) => html`<li>${rule}</li>`)}
    </ul>
    <p><a href="${links.page("certificate", language)}">${words.certificateLink}</a></p>
  </section>`;
  return {
    title: words.nav.methods,
    description: words.methodsLead,
    nav: "methods",
    body: html`<h1>${words.nav.methods}</h1>
      <p class="lead">${words.methodsLead}</p>
      ${rules}${sections}`,
  };
}

/** What the audit before publishing found. */
export function certificatePage(view: View): Page {
  const { words, certificate, certificateHash, release } = view;
  const percent = (share: number): string => show(view, share, "share");
  const number = (value: number): string => show(view, value, "count", { whole: true });
  const { figures } = certificate;
  const facts: (readonly [string, string])[] = [
    [words.cert.shown, number(figures.shown)],
    [words.cert.byRule, number(figures.byRule)],
    [words.cert.byRepair, number(figures.byRepair)],
    [words.cert.cells, number(certificate.cells)],
    [words.cert.unsafe, number(certificate.unsafe)],
    [
      words.cert.narrowest,
      certificate.narrowest === null ? words.cert.nothing : words.cert.wide(number(certificate.narrowest)),
    ],
    ...(certificate.ofFewerThanFive
      ? [[words.cert.ofFewerThanFive, number(certificate.ofFewerThanFive)] as const]
      : []),
    [words.cert.share, percent(certificate.shareShown)],
    ...(certificate.shareShownPoorest === null
      ? []
      : [[words.cert.poorest, percent(certificate.shareShownPoorest)] as const]),
    ...(certificate.shareShownOthers === null
      ? []
      : [[words.cert.others, percent(certificate.shareShownOthers)] as const]),
    [words.cert.threshold, number(certificate.threshold)],
    [words.cert.releases, certificate.releases.join(words.comma) || words.cert.nothing],
    [words.cert.method, certificate.method],
    ["SHA-256", certificateHash],
  ];
  const withheld = certificate.withheld.map((entry) => {
    const [id = "", period = ""] = entry.split("@");
    const known = indicatorOf(view, id);
    return html`<li>${known ? capital(say(view, known.label)) : id}${period ? ` ${period}` : null}</li>`;
  });
  return {
    title: words.cert.title(release.number),
    description: words.cert.lead,
    nav: "methods",
    body: html`<h1>${words.cert.title(release.number)}</h1>
      <p class="lead">${words.cert.lead}</p>
      <section class="card">${rows(facts)}</section>
      ${
        withheld.length > 0
          ? html`<section class="card">
              <h2>${words.cert.withheld}</h2>
              <ul>
                ${withheld}
              </ul>
            </section>`
          : null
      }`,
  };
}

/** All public releases, the newest first, with what came and what went. */
export function releasesPage(view: View): Page {
  const { words, releases, links, language } = view;
  const name = (id: string): string => {
    const indicator = indicatorOf(view, id);
    return indicator ? say(view, indicator.label) : id;
  };
  const cards = releases.map((release, at) => {
    const before = releases[at + 1];
    const came = before ? release.indicators.filter((id) => !before.indicators.includes(id)) : [];
    const went = before ? before.indicators.filter((id) => !release.indicators.includes(id)) : [];
    const periods = before
      ? release.periods.filter((period) => !before.periods.includes(period))
      : release.periods;
    return html`<section class="card">
      <h2>${words.releaseTitle(release.number, words.year(release.periods.at(-1) ?? ""))}</h2>
      <p>${words.releasedOn(release.publishedAt)}</p>
      ${
        before
          ? html`<ul>
              ${periods.length > 0 ? html`<li>${words.newPeriods(periods.join(words.comma))}</li>` : null}${came.length > 0 ? html`<li>${words.newIndicators(came.map(name).join(words.comma))}</li>` : null}${went.length > 0 ? html`<li>${words.goneIndicators(went.map(name).join(words.comma))}</li>` : null}${periods.length + came.length + went.length === 0 ? html`<li>${words.sameContents}</li>` : null}
            </ul>`
          : html`<p>${words.firstRelease(release.indicators.length, periods.length)}</p>`
      }
      <p><a href="${links.page("data", language)}">${words.nav.data}</a></p>
    </section>`;
  });
  return {
    title: words.nav.releases,
    description: words.releasesLead,
    nav: "releases",
    body: html`<h1>${words.nav.releases}</h1>
      <p class="lead">${words.releasesLead}</p>
      ${cards}`,
  };
}

export function notFoundPage(view: View): Page {
  const { words, links, language } = view;
  return {
    status: 404,
    title: words.notFoundTitle,
    description: words.notFoundText,
    nav: null,
    isUnlisted: true,
    body: html`<h1>${words.notFoundTitle}</h1>
      <p class="lead">${words.notFoundText}</p>
      ${findForm(view, "")}
      <p class="row">
        <a href="${links.page("find", language)}">${words.nav.find}</a>
        <a href="${links.page("", language)}">${words.nav.home}</a>
      </p>`,
  };
}
