// The first page: one sentence and one figure about the territory, its map, a way to one's own place, and what is behind the doors.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { HAS_VALUE, MISSING } from "#domain/missing";
import { levelWord, membersOf } from "#server/portal/area_chain";
import type { AreaGroup, Figure } from "#server/portal/area_groups";
import { trendLine } from "#server/portal/chart";
import { countedUnit, headlineIndicator } from "#server/portal/figure_cards";
import { html, type Html } from "#server/portal/html";
import { capital, indicatorOf, lastPeriod, say, show, type Page, type View } from "#server/portal/view";
import { overviewGroup, territoryName, topGroup } from "#server/portal/overview";
import { areaMap } from "./area_map.ts";
import { findForm } from "./find.ts";

/** A figure of the whole territory: of its one area, or the sum of its areas. */
function wholeFigure(tops: AreaGroup, column: string, period: string): Figure {
  const figures = membersOf(tops).map((idx) => tops.figure(idx, column, period));
  if (figures.length === 1) return figures[0]!;
  const known = figures.filter(({ value }) => value !== null);
  if (known.length < figures.length || known.some(({ denominator }) => denominator === null))
    return { period, value: null, numerator: 0, denominator: null, status: MISSING["not-surveyed"].status };
  const numerator = known.reduce((sum, figure) => sum + figure.numerator, 0);
  const denominator = known.reduce((sum, figure) => sum + figure.denominator!, 0);
  return { period, numerator, denominator, value: numerator / denominator, status: HAS_VALUE };
}

function hero(view: View, tops: AreaGroup, name: string, indicator: CatalogIndicator): Html {
  const { words } = view;
  const figures = indicator.periods.map((period) => wholeFigure(tops, indicator.id, period));
  const now = figures.at(-1)!;
  const first = figures.find(({ value }) => value !== null);
  const counted = countedUnit(indicator);
  const what = words.state(indicator.id, say(view, indicator.label));
  const amount = (figure: Figure): string =>
    counted
      ? words.counted(show(view, figure.numerator, counted), counted)
      : show(view, figure.value!, indicator.unit);
  const shared = now.value === null ? null : Math.round(now.value * 100);
  const title =
    shared === null || !counted
      ? html`<h1>${name}</h1>`
      : html`<h1>
          ${words.heroStart(name, counted)}
          <span class="ph"
            >${words.heroStill}<em>${shared < 1 ? words.heroLess : words.heroPeople(String(shared), counted)}</em>${what}</span
          >
        </h1>`;
  const since =
    first && now.value !== null && first !== now && counted
      ? words.since(
          words.year(first.period),
          show(view, Math.abs(1 - now.numerator / first.numerator), "share", { digits: 0 }),
          now.numerator <= first.numerator,
        )
      : "";
  const lead =
    now.value === null ? "" : `${words.total(words.year(now.period), amount(now))}${since}${words.stop}`;
  const bars = figures.map((figure) => ({
    label: figure.period,
    value: figure.value === null ? null : counted ? figure.numerator : figure.value,
    text: figure.value === null ? "" : amount(figure),
  }));
  const alt = `${capital(say(view, indicator.label))}${words.colon}${bars.map(({ label, text }) => `${label} ${text}`).join(words.comma)}`;
  return html`${title}
    <p class="lead">${words.explain(indicator.id)}${words.gap}${lead}</p>
    ${trendLine(bars, alt, words.year)}`;
}

function door(title: string, main: Html, text: string, href: string): Html {
  return html`<a class="card door" href="${href}"
    ><h2>${title}</h2>
    <p class="big">${main}</p>
    <p>${text}</p></a
  >`;
}

/** How many areas of the map are better off than a period before. */
function povertyDoor(view: View, group: AreaGroup, indicator: CatalogIndicator): Html | null {
  const { words, links, language } = view;
  const [before, period] = [indicator.periods.at(-2), lastPeriod(indicator)];
  if (before === undefined) return null;
  const pairs = membersOf(group).flatMap((idx) => {
    const [then, now] = [before, period].map((at) => group.figure(idx, indicator.id, at).value);
    return then === null || now === null ? [] : [{ by: now! - then! }];
  });
  const better = pairs.filter(({ by }) =>
    indicator.polarity === "higher-is-worse" ? by < 0 : by > 0,
  ).length;
  if (pairs.length === 0) return null;
  return door(
    words.doorPoverty,
    html`<b class="good">${better}</b>
      ${words.doorPovertyText(levelWord(view, group.level, true), pairs.length, words.year(before))}`,
    words.doorPovertyMore,
    links.page("change", language),
  );
}

function moneyDoor(view: View, tops: AreaGroup): Html | null {
  const { words, links, language } = view;
  const allocated = indicatorOf(view, "funds_allocated");
  const paid = indicatorOf(view, "funds_paid_share");
  if (!allocated) return null;
  const given = wholeFigure(tops, allocated.id, lastPeriod(allocated));
  if (given.value === null) return null;
  const spent = paid && wholeFigure(tops, paid.id, lastPeriod(paid)).value;
  return door(
    words.doorMoney,
    html`<b>${show(view, given.value, allocated.unit)}</b>
      ${spent ? words.doorMoneyText(show(view, spent, "share")) : words.doorMoneyPlain}`,
    words.doorMoneyMore,
    links.page("money", language),
  );
}

/** The way to say that a number is wrong, where a server takes it. */
function wrongDoor({ words, links, language }: View): Html | null {
  if (!links.isServed) return null;
  return door(
    words.doorWrong,
    html`<b>${words.doorWrongMain}</b>`,
    words.doorWrongMore,
    links.page("report", language),
  );
}

function releaseCards(view: View): Html {
  const { words, links, language, release, releases, certificate } = view;
  const listed = releases.find(({ number }) => number === release.number)!;
  const formats = ["CSV", "JSON", "GeoJSON", "ZIP"].map(
    (name) => html`<a href="${links.page("data", language)}">${name}</a>`,
  );
  return html`<section class="card">
      <h2>${words.releaseTitle(release.number, words.year(release.catalog.periods.at(-1)!))}</h2>
      <p>
        ${words.releasedOn(listed.publishedAt)}
        <a href="${links.page("releases", language)}">${words.changesLink}</a>
      </p>
    </section>
    <section class="card">
      <h2>${words.downloadTitle}</h2>
      <p class="row">${formats}</p>
      <p class="small">${words.downloadText(release.catalog.licence.name)}</p>
    </section>
    <section class="card">
      <h2>${words.safeTitle}</h2>
      <p>
        ${words.safeText(show(view, certificate.shareShown, "share", { digits: 0 }))}
        <a href="${links.page("certificate", language)}">${words.certificateLink}</a>
      </p>
    </section>`;
}

export async function homePage(view: View): Promise<Page> {
  const { words, links, language } = view;
  const [tops, group] = await Promise.all([topGroup(view), overviewGroup(view)]);
  const indicator = headlineIndicator(view);
  const name = territoryName(view, tops);
  const worst = indicator
    ? membersOf(group)
        .flatMap((idx) => {
          const { value } = group.figure(idx, indicator.id, lastPeriod(indicator));
          return value === null ? [] : [{ idx, value }];
        })
        .sort((a, b) => (indicator.polarity === "higher-is-worse" ? b.value - a.value : a.value - b.value))
        .slice(0, 2)
    : [];
  const or = [
    ...worst.map(
      ({ idx }) =>
        html`<a href="${links.page(`place/${group.code(idx)}`, language)}"
          >${say(view, group.names(idx))}</a
        >`,
    ),
    html`<a href="${links.page("find", language)}"
      >${words.findAll(membersOf(group).length, levelWord(view, group.level, true))}</a
    >`,
  ];
  const doors = [
    indicator ? povertyDoor(view, group, indicator) : null,
    moneyDoor(view, tops),
    wrongDoor(view),
  ].filter((each) => each !== null);
  const body = html`<div class="hero">
      <div>
        ${indicator ? hero(view, tops, name, indicator) : html`<h1>${name}</h1>`}
        <h2 class="ask"><label for="q">${words.findTitle}</label></h2>
        ${findForm(view, "")}
        <p class="or">${words.findOr} ${or}</p>
      </div>
      <div>${indicator ? areaMap(view, group, indicator, name, { width: 600, height: 460 }) : null}</div>
    </div>
    <div class="doors">${doors}</div>
    <div class="cards">${releaseCards(view)}</div>`;
  return { title: words.homeTitle(name), description: words.homeDescription(name), nav: "home", body };
}
