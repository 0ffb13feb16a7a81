// The page of one area: how its people are doing, in plain words, with everything that is public of it.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { levelWord, membersOf, readChain, readChildren, type ChainLink } from "#server/portal/area_chain";
import type { AreaGroup } from "#server/portal/area_groups";
import { barChart } from "#server/portal/chart";
import { facilityRow } from "#server/portal/facilities";
import {
  cardText,
  countedUnit,
  figureCard,
  headlineIndicator,
  missingText,
  shownIndicators,
  wrongFlag,
} from "#server/portal/figure_cards";
import { hiddenBox } from "#server/portal/hidden";
import { html, joined, type Html } from "#server/portal/html";
import { locatorMap } from "#server/portal/map";
import { capital, indicatorOf, lastPeriod, say, show, type Page, type View } from "#server/portal/view";
import { isAmongHardest, plainFraction } from "#server/portal/wording";
import { areaMap } from "./area_map.ts";

/** Shares whose height says what people lack most. */
const LACKS = ["unsafe_housing_share", "unsafe_water_share"];
/** From this share on a lack is named. */
const LACKS_FROM = 0.15;

/** The sentences at the top: how many are poor, since when more or fewer, what they lack. */
function sentence(view: View, chain: readonly ChainLink[], indicator: CatalogIndicator): string {
  const { words } = view;
  const { group, idx, name } = chain.at(-1)!;
  const period = lastPeriod(indicator);
  const now = group.figure(idx, indicator.id, period);
  if (now.value === null) return words.noHeadline(name, missingText(view, now));
  const what = say(view, indicator.label);
  const counted = countedUnit(indicator);
  const fraction = plainFraction(now.value);
  const said = counted
    ? words.headline(fraction, counted, words.state(indicator.id, what))
    : `${capital(what)} ${show(view, now.value, indicator.unit)}`;
  const others = membersOf(group).flatMap((other) => group.figure(other, indicator.id, period).value ?? []);
  const parent = chain.at(-2);
  const hardest =
    parent && isAmongHardest(now.value, others, indicator.polarity === "higher-is-worse")
      ? words.comma + words.amongHardest(parent.name, levelWord(view, group.level, true))
      : "";
  const then =
    indicator.periods.length > 1 ? group.figure(idx, indicator.id, indicator.periods.at(-2)!) : null;
  const change =
    then && then.value !== null ? words.semicolon + cardText(view, indicator, now, then).change : "";
  const lacks = LACKS.flatMap((id) => {
    const own = indicatorOf(view, id);
    const share = own && group.figure(idx, id, lastPeriod(own)).value;
    return share && share >= LACKS_FROM ? [{ id, share }] : [];
  }).sort((a, b) => b.share - a.share);
  const lacking =
    lacks.length > 0 ? words.mostLacking(lacks.map(({ id }) => words.lack(id)).join(words.and)) : "";
  return `${said}${hardest}${change}${words.stop}${lacking}`;
}

function trend(view: View, { group, idx, name }: ChainLink, indicator: CatalogIndicator): Html {
  const { words } = view;
  const counted = countedUnit(indicator);
  const unit = counted ?? indicator.unit;
  const bars = indicator.periods.map((period) => {
    const figure = group.figure(idx, indicator.id, period);
    const value = figure.value === null ? null : counted ? figure.numerator : figure.value;
    return {
      label: period,
      value,
      text: value === null ? missingText(view, figure) : show(view, value, unit, { bare: counted !== null }),
    };
  });
  const label = say(view, indicator.label);
  const title = words.chartTitle(name, counted ? words.counting(indicator.id, label) : label);
  const alt = `${title}${words.colon}${bars.map(({ label, text }) => `${label} ${text}`).join(words.comma)}`;
  return html`<section class="card">
    <h2>${title}${counted ? ` (${words.unitOf(counted)})` : ""}</h2>
    ${barChart(bars, { alt, table: words.asTable, heads: [words.period, words.unitOf(unit) || words.value] })}
  </section>`;
}

/** All public figures of the area, lens by lens. */
function allFigures(view: View, { group, idx, code }: ChainLink): Html {
  const { words, release, links } = view;
  const latest = release.catalog.periods.at(-1)!;
  const rows = release.catalog.lenses.map(({ label, indicators }) => {
    const own = indicators.flatMap((id) => {
      const indicator = indicatorOf(view, id);
      const figure = indicator && group.figure(idx, id, lastPeriod(indicator));
      return indicator && figure && figure.value !== null
        ? [
            html`<tr>
              <td>${capital(say(view, indicator.label))}</td>
              <td class="n">${words.withUnit(show(view, figure.value, indicator.unit), indicator.unit)}</td>
              <td class="n">${figure.period === latest ? "" : figure.period}</td>
              ${links.isServed ? html`<td class="n">${wrongFlag(view, code, indicator, { period: figure.period, label: say(view, indicator.label) })}</td>` : null}
            </tr>`,
          ]
        : [];
    });
    return own.length > 0
      ? html`<tr>
            <th colspan="${links.isServed ? 4 : 3}" scope="colgroup">${capital(say(view, label))}</th>
          </tr>
          ${own}`
      : null;
  });
  return html`<details class="card all">
    <summary>${words.allNumbers}${words.comma}${words.year(latest)}</summary>
    <table>
      <thead>
        <tr>
          <th>${words.indicator}</th>
          <th class="n">${words.value}</th>
          <th class="n">${words.period}</th>
          ${links.isServed ? html`<th class="n">${words.reports.flagShort}</th>` : null}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </details>`;
}

function trust(view: View, indicator: CatalogIndicator | null): Html {
  const { words, links, language, certificate, release } = view;
  const dates = (indicator?.sources ?? []).flatMap(({ reportingDate }) => reportingDate ?? []).sort();
  const files = new Set(
    release.catalog.indicators.flatMap(({ sources }) => sources.map(({ fileName }) => fileName)),
  );
  const percent = (share: number): string => show(view, share, "share", { digits: 0 });
  return html`<section class="card">
    <h2>${words.trust}</h2>
    <p>
      ${words.trustFrom(files.size, dates.at(-1) ?? null)}${words.gap}${words.trustShown(percent(certificate.shareShown), certificate.shareShownPoorest === null ? null : percent(certificate.shareShownPoorest))}${words.gap}${words.trustSafe}<b
        >${words.trustNone}</b
      >
      <a href="${links.page("certificate", language)}">${words.certificateLink}</a>
    </p>
  </section>`;
}

/** The ways to report something, where a server takes it. */
function reporting({ words, links, language }: View, { code }: ChainLink): Html | null {
  if (!links.isServed) return null;
  const area = encodeURIComponent(code);
  return html`<section class="card">
    <h2>${words.reports.cardTitle}</h2>
    <p>${words.reports.cardText}</p>
    <p class="row">
      <a class="button" href="${links.page(`report?area=${area}`, language)}">${words.reports.newReport}</a
      ><a href="${links.page(`reports?area=${area}`, language)}">${words.reports.cardList}</a>
    </p>
  </section>`;
}

function neighbours(view: View, chain: readonly ChainLink[], children: AreaGroup | null): Html {
  const { words, links, language } = view;
  const { group, idx, name } = chain.at(-1)!;
  const link = (from: AreaGroup, at: number): Html =>
    html`<a href="${links.page(`place/${from.code(at)}`, language)}">${say(view, from.names(at))}</a>`;
  const list = (title: string, from: AreaGroup, members: readonly number[]): Html =>
    html`<nav class="places" aria-label="${title}">
      <h2>${title}</h2>
      <p>
        ${joined(
          members.map((at) => link(from, at)),
          " ",
        )}
      </p>
    </nav>`;
  const others = membersOf(group).filter((other) => other !== idx);
  return html`${children ? list(words.children(name, levelWord(view, children.level, true)), children, membersOf(children)) : null}${
    others.length > 0 && chain.length > 1 && children === null
      ? list(words.neighbours(levelWord(view, group.level, true), chain.at(-2)!.name), group, others)
      : null
  }`;
}

/** The table of an area; of the many that are files those of the lowest level share one with their neighbours, packed. */
const tableOf = (
  { words, links, release }: View,
  chain: readonly ChainLink[],
): { readonly href: string; readonly name: string } => {
  const { code, level } = chain.at(-1)!;
  const parent = chain.at(-2);
  if (links.isServed || level !== release.catalog.levels.at(-1)!.id)
    return { href: links.file(`place/${code}.csv`), name: "CSV" };
  return {
    href: links.file(groupTablePath(parent?.code ?? "")),
    name: parent ? words.tableOfAll(parent.name) : "CSV (ZIP)",
  };
};

function downloads(view: View, chain: readonly ChainLink[]): Html {
  const { words, links, language, release, releases } = view;
  const { level } = chain.at(-1)!;
  const { href, name } = tableOf(view, chain);
  const { number } = release;
  const date = releases.find((listed) => listed.number === number)?.publishedAt ?? "";
  return html`<section class="card" id="download">
    <h2>${words.citeTitle}</h2>
    <p class="row">
      <a href="${href}" download>${name}</a
      ><a href="${links.page("data", language)}#${level}">${words.moreData}</a
      >${links.isServed ? html`<a href="${links.page("embed", language)}">${words.nav.embed}</a>` : null}
    </p>
    <p class="small">${words.citeText(number, date, release.catalog.licence.name)}</p>
  </section>`;
}

/** Where the files of the portal have the picture that the areas in an area share. */
export const groundPath = (parent: string): string => `maps/${parent || "all"}.svg`;

/** Where the files of the portal have the table that the areas of the lowest level in an area share. */
export const groupTablePath = (parent: string): string => `place/${parent || "all"}.zip`;

/** The page of the area with a code; throws a 404. */
export async function placePage(view: View, code: string): Promise<Page> {
  const { words, links, language } = view;
  const chain = await readChain(view, code);
  const own = chain.at(-1)!;
  const parent = chain.at(-2);
  const children = await readChildren(view, own);
  const indicator = headlineIndicator(view);
  const shown = shownIndicators(view);
  const people = indicatorOf(view, "population");
  const count = people && own.group.figure(own.idx, "population", lastPeriod(people));
  const said = indicator ? sentence(view, chain, indicator) : "";
  // Of the many pages that are files, each has all figures in the table beside it.
  const isShort = !links.isServed && children === null;
  const locator = (): Html => {
    const areas = own.group.shapes.map((shape) => ({
      shape,
      name: say(view, own.group.names(shape.idx)),
    }));
    const ground = links.isServed ? null : links.file(groundPath(parent?.code ?? ""));
    return locatorMap(areas, own.idx, words.locator(own.name, parent?.name ?? ""), ground);
  };
  const picture =
    children && indicator
      ? areaMap(view, children, indicator, own.name, { width: 360, height: 300 })
      : locator();
  const body = html`<nav class="crumbs" aria-label="${words.parents}">
      ${joined(
        chain
          .slice(0, -1)
          .map(
            ({ code: above, name }) => html`<a href="${links.page(`place/${above}`, language)}">${name}</a>`,
          ),
        " › ",
      )}
    </nav>
    <div class="place">
      <div class="top">
        <h1>${own.name}</h1>
        ${count && count.value !== null ? html`<p class="who">${words.counted(show(view, count.value, "persons", { bare: true, whole: true }), "persons")} · ${words.year(count.period)}</p>` : null}
        <p class="lead">${said}</p>
      </div>
      <div class="picture">${picture}</div>
      <div class="main">
        <section class="figures" aria-label="${words.figures}">
          ${shown.map((each) => figureCard(view, own.group, own.idx, each))}
        </section>
        ${indicator ? trend(view, own, indicator) : null}${facilityRow(view, own)}${hiddenBox(view, chain)}${isShort ? null : allFigures(view, own)}
      </div>
      <div class="side">
        ${trust(view, indicator)}${reporting(view, own)}${downloads(view, chain)}${neighbours(view, chain, children)}
      </div>
    </div>
    <div class="verbs">
      ${links.isServed ? html`<a href="${links.page(`report?area=${encodeURIComponent(own.code)}`, language)}">${words.reports.button}</a>` : null}<a
        href="${tableOf(view, chain).href}"
        download
        >${words.download}</a
      >${links.isServed ? null : html`<a href="${links.page("find", language)}">${words.otherPlace}</a>`}<button
        type="button"
        data-share
        hidden
      >
        ${words.share}
      </button>
    </div>`;
  return {
    title: parent ? words.placeTitle(own.name, parent.name) : own.name,
    description: said || own.name,
    nav: "find",
    body,
  };
}
