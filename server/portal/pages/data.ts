// The page of open data: every table of a release, and the whole of it.

import { levelWord } from "#server/portal/area_chain";
import { isPublicAt } from "#server/portal/files/open_data";
import { html } from "#server/portal/html";
import { capital, indicatorOf, say, type Page, type View } from "#server/portal/view";

export function dataPage(view: View): Page {
  const { words, release, releases, links } = view;
  const { levels, lenses, licence } = release.catalog;
  const at = `data/${release.number}`;
  const sections = levels.map(({ id: level }) => {
    const tables = lenses.map(({ label, indicators }) => {
      const own = indicators
        .flatMap((id) => indicatorOf(view, id) ?? [])
        .filter((indicator) => isPublicAt(view, level, indicator));
      return own.length === 0
        ? null
        : html`<tr>
              <th colspan="2" scope="colgroup">${capital(say(view, label))}</th>
            </tr>
            ${own.map(
              ({ id, label: name }) =>
                html`<tr>
                  <td>${capital(say(view, name))}</td>
                  <td class="row">
                    <a href="${links.file(`${at}/${level}/${id}.csv`)}">CSV</a>
                    <a href="${links.file(`${at}/${level}/${id}.json`)}">JSON</a>
                  </td>
                </tr>`,
            )}`;
    });
    return html`<section class="card" id="${level}">
      <h2>${capital(levelWord(view, level, true))}</h2>
      <p>
        <a href="${links.file(`${at}/${level}.geojson`)}">GeoJSON</a>
        <span class="small">${words.geoJsonText}</span>
      </p>
      <details>
        <summary>${words.tables}</summary>
        <table>
          <tbody>
            ${tables}
          </tbody>
        </table>
      </details>
    </section>`;
  });
  const older = links.isServed ? releases.filter(({ number }) => number !== release.number) : [];
  const body = html`<h1>${words.nav.data}</h1>
    <p class="lead">${words.dataLead(licence.name)}</p>
    <section class="card">
      <h2>${words.wholeRelease}</h2>
      <p class="row">
        <a href="${links.file(`${at}.zip`)}">${words.zipName(release.number)}</a
        ><a href="${links.file(`${at}/dictionary.csv`)}">${words.dictionary}</a
        ><a href="${links.file(`${at}/LICENCE.txt`)}">${words.licence}</a
        ><a href="${links.file(`${at}/SHA256SUMS`)}">SHA-256</a>
      </p>
      <p class="small">${words.stableText}</p>
      ${older.length > 0 ? html`<p>${words.olderReleases} ${older.map(({ number }) => html`<a href="${links.file(`data/${number}.zip`)}">${words.zipName(number)}</a> `)}</p>` : null}
      <p class="small">${words.reasonsText}</p>
    </section>
    ${sections}`;
  return { title: words.nav.data, description: words.dataLead(licence.name), nav: "data", body };
}
