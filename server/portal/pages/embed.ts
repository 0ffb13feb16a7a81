// A map, a chart or a table of one figure for pages of others, as a page for a frame or a picture; and the builder of the code.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { LANGUAGES } from "#domain/language";
import { WHOLE } from "#domain/whole";
import { levelWord, membersOf, readChain, readChildren, type ChainLink } from "#server/portal/area_chain";
import type { AreaGroup } from "#server/portal/area_groups";
import { barChart } from "#server/portal/chart";
import { missingText } from "#server/portal/figure_cards";
import { escapeHtml, html, type Html } from "#server/portal/html";
import { capital, lastPeriod, say, show, type Page, type View } from "#server/portal/view";
import { ProblemError } from "#server/errors";
import { areaMap } from "./area_map.ts";
import { overviewGroup, territoryName, topGroup } from "#server/portal/overview";
import type { Asked } from "#server/portal/asked";

type Kind = "map" | "chart" | "table";

const KINDS: readonly Kind[] = ["map", "chart", "table"];
const SIZE = { width: 600, height: 500 };

interface Shown {
  readonly name: string;
  /** The area itself; null for a territory of several. */
  readonly own: Pick<ChainLink, "group" | "idx">;
  /** The areas in it; itself among its neighbours at the lowest level. */
  readonly inside: AreaGroup;
}

/** The area with a code, or the whole territory. */
async function readShown(view: View, place: string): Promise<Shown> {
  if (place === WHOLE) {
    const [tops, inside] = await Promise.all([topGroup(view), overviewGroup(view)]);
    return { name: territoryName(view, tops), own: { group: tops, idx: 0 }, inside };
  }
  const own = (await readChain(view, place)).at(-1)!;
  return { name: own.name, own, inside: (await readChildren(view, own)) ?? own.group };
}

const textOf = (
  view: View,
  indicator: CatalogIndicator,
  group: AreaGroup,
  idx: number,
  period: string,
): string => {
  const figure = group.figure(idx, indicator.id, period);
  return figure.value === null ? missingText(view, figure) : show(view, figure.value, indicator.unit);
};

function chart(view: View, { name, own }: Shown, indicator: CatalogIndicator): Html {
  const { words } = view;
  const bars = indicator.periods.map((period) => ({
    label: period,
    value: own.group.figure(own.idx, indicator.id, period).value,
    text: textOf(view, indicator, own.group, own.idx, period),
  }));
  const alt = `${words.chartTitle(name, say(view, indicator.label))}${words.colon}${bars.map(({ label, text }) => `${label} ${text}`).join(words.comma)}`;
  return barChart(bars, { alt, table: words.asTable, heads: [words.period, words.value] });
}

function table(view: View, { inside }: Shown, indicator: CatalogIndicator): Html {
  const period = lastPeriod(indicator);
  return html`<table>
    <thead>
      <tr>
        <th>${capital(levelWord(view, inside.level))}</th>
        <th class="n">${period}</th>
      </tr>
    </thead>
    <tbody>
      ${membersOf(inside).map(
        (idx) =>
          html`<tr>
            <td>${say(view, inside.names(idx))}</td>
            <td class="n">${textOf(view, indicator, inside, idx, period)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The first SVG of some HTML as a picture of its own, with its words as title. */
function pictureOf(view: View, title: string, { text }: Html): string {
  const [svg = ""] = /<svg[\s\S]*?<\/svg>/.exec(text) ?? [];
  if (svg === "")
    throw new ProblemError(404, "no picture", "a table has no picture: ask for a map or a chart");
  const size = svg.includes("viewBox") ? ` width="${SIZE.width}" height="${SIZE.height}"` : "";
  const alt = /aria-label="([^"]*)"/.exec(svg)?.[1] ?? "";
  return svg
    .replace(
      /<svg /,
      `<svg xmlns="http://www.w3.org/2000/svg" lang="${LANGUAGES[view.language].htmlLang}"${size} `,
    )
    .replace('width="100%"', 'width="640"')
    .replace(
      /<svg[^>]*>/,
      (start) =>
        `${start}<title>${escapeHtml(title)}</title><desc>${alt}</desc><style>${PICTURE_STYLE}</style>`,
    );
}

const PICTURE_STYLE =
  "text{font:12px sans-serif;text-anchor:middle;fill:#1b1f24}.names .on-dark{fill:#fff}.areas path{stroke:#fff;stroke-width:.7}rect{fill:#e9b79d;rx:2px}.now rect{fill:#c25a43}line{stroke:#8d8a82}";

/** One figure in a frame: nothing around it but its title and where it is from. */
export async function embedView(
  view: View,
  { kind, place, figure }: Readonly<Record<string, string>>,
  asked: Asked,
): Promise<Page> {
  const { words, language, links, release } = view;
  const indicator = release.indicator(figure!);
  const shown = await readShown(view, place!);
  const title = words.chartTitle(shown.name, say(view, indicator.label));
  const content =
    kind === "chart"
      ? chart(view, shown, indicator)
      : kind === "table"
        ? table(view, shown, indicator)
        : areaMap(view, shown.inside, indicator, shown.name, SIZE);
  const page = { title, description: title, nav: null, body: content, isUnlisted: true } as const;
  if (asked.static === "1")
    return { ...page, type: "image/svg+xml; charset=utf-8", document: pictureOf(view, title, content) };
  const target = place === WHOLE ? links.page("", language) : links.page(`place/${place}`, language);
  const body = html`<html lang="${LANGUAGES[language].htmlLang}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>${title}</title>
      <meta name="robots" content="noindex" />
      <link rel="stylesheet" href="${view.assets["portal.css"]}" />
      <script src="${view.assets["portal.js"]}" defer></script>
    </head>
    <body class="embed">
      <main>
        <h1>${capital(title)}${words.comma}${words.year(lastPeriod(indicator))}</h1>
        ${content}
        <p class="small">
          <a href="${target}" target="_blank" rel="noopener">${words.embedSource(release.number)}</a>
        </p>
      </main>
    </body>
  </html>`;
  return { ...page, document: `<!doctype html>\n${body.text}\n` };
}

/** The listener that makes a frame as high as its contents. */
const LISTENER = `addEventListener("message",function(e){document.querySelectorAll("iframe[data-village-lens]").forEach(function(f){if(f.contentWindow===e.source&&e.data&&e.data.villageLensHeight)f.style.height=e.data.villageLensHeight+"px"})})`;

/** The page on which the code is made: a form that needs no script. */
export function embedBuilder(view: View, asked: Asked): Page {
  const { words, links, language, release } = view;
  const kind = KINDS.find((id) => id === asked.kind) ?? "map";
  const place = asked.place?.trim().slice(0, 64) || WHOLE;
  const indicator =
    release.catalog.indicators.find(({ id }) => id === asked.figure) ??
    release.catalog.indicators.find(({ id }) => id === "multidimensional_headcount_ratio") ??
    release.catalog.indicators[0]!;
  const path = `embed/${kind}/${encodeURIComponent(place)}/${indicator.id}`;
  const address = links.absolute(path, language) ?? links.page(path, language);
  const code = `<iframe data-village-lens src="${address}" title="${escapeHtml(capital(say(view, indicator.label)))}" style="width:100%;height:520px;border:0" loading="lazy"></iframe><script>${LISTENER}</script>`;
  const picture = `<img src="${address}?static=1" alt="${escapeHtml(capital(say(view, indicator.label)))}">`;
  const option = (value: string, text: string, isOn: boolean): Html =>
    html`<option value="${value}" ${isOn ? html` selected` : null}>${text}</option>`;
  const body = html`<h1>${words.nav.embed}</h1>
    <p class="lead">${words.embedLead}</p>
    <form class="card build" method="get" action="${links.page("embed", language)}">
      <label
        >${words.embedKind}<select name="kind">
          ${KINDS.map((id) => option(id, words.embedKinds[id], id === kind))}
        </select></label
      ><label
        >${words.embedFigure}<select name="figure">
          ${release.catalog.indicators.map(({ id, label }) => option(id, capital(say(view, label)), id === indicator.id))}
        </select></label
      ><label
        >${words.embedPlace}<input
          name="place"
          value="${place === WHOLE ? "" : place}"
          maxlength="64" /></label
      ><button>${words.embedMake}</button>
    </form>
    <section class="card">
      <h2><label for="code">${words.embedCode}</label></h2>
      <textarea id="code" readonly rows="5">${code}</textarea>${
        kind === "table"
          ? null
          : html`<h2><label for="picture">${words.embedPicture}</label></h2>
              <textarea id="picture" readonly rows="2">${picture}</textarea>`
      }
    </section>
    <section class="card">
      <h2>${words.embedPreview}</h2>
      <iframe
        data-village-lens
        src="${links.page(path, language)}"
        title="${words.embedPreview}"
        loading="lazy"
      ></iframe>
    </section>`;
  return { title: words.nav.embed, description: words.embedLead, nav: null, body };
}
