// Figures of an area as cards: the number in people where it counts people, its rate, its change.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { isComparable } from "#domain/indicator";
import { MISSING, missingOfStatus } from "#domain/missing";
import { MEASURES } from "#domain/registry/index";
import type { AreaGroup, Figure } from "./area_groups.ts";
import { html, type Html } from "./html.ts";
import { capital, indicatorOf, lastPeriod, say, show, type View } from "./view.ts";

/** What is shown of an area first, where the territory has it. */
const FIRST = [
  "multidimensional_headcount_ratio",
  "unsafe_housing_share",
  "unsafe_water_share",
  "school_travel_time",
  "help_plan_coverage",
  "funds_allocated",
] as const;

/** Of these the first that the territory has stands for how its people are doing. */
const HEADLINES = ["multidimensional_headcount_ratio", "headcount_ratio"];

/** Indicators that are shown as cards: the first ones, and others of the catalogue where some are not there. */
export function shownIndicators(
  { release }: Pick<View, "release">,
  count = FIRST.length,
): CatalogIndicator[] {
  const { indicators } = release.catalog;
  const first = FIRST.flatMap((id) => indicatorOf({ release }, id) ?? []);
  const others = indicators.filter(
    (indicator) => !first.includes(indicator) && indicator.polarity !== "neutral",
  );
  return [...first, ...others].slice(0, count);
}

/** The indicator that stands for poverty; null in a territory without one. */
export const headlineIndicator = ({ release }: Pick<View, "release">): CatalogIndicator | null =>
  HEADLINES.flatMap((id) => indicatorOf({ release }, id) ?? [])[0] ??
  release.catalog.indicators.find(
    ({ unit, polarity }) => unit === "share" && polarity === "higher-is-worse",
  ) ??
  null;

/** What the numerator of a share counts; null where it is no count of people or households. */
export function countedUnit({
  unit,
  numerator,
}: CatalogIndicator): "persons" | "households" | "pupils" | null {
  const [[id, weight] = ["", 0], ...others] = Object.entries(numerator);
  if (unit !== "share" || weight !== 1 || others.length > 0) return null;
  const counted = MEASURES.find((measure) => measure.id === id)?.unit;
  return counted === "persons" || counted === "households" || counted === "pupils" ? counted : null;
}

/** Why a figure is not there, in two words. */
export function missingText({ words }: View, { status }: Figure): string {
  const reason = missingOfStatus(status);
  return reason === "suppressed"
    ? words.hiddenShort
    : reason === "not-applicable"
      ? words.notApplicable
      : words.notSurveyed;
}

/** The last period before `period` in which the area has the figure, measured in the same way; null without one. */
function earlier(group: AreaGroup, idx: number, indicator: CatalogIndicator, period: string): Figure | null {
  const before = indicator.periods.slice(0, indicator.periods.indexOf(period)).at(-1);
  if (before === undefined || !isComparable(indicator, before, period)) return null;
  const figure = group.figure(idx, indicator.id, before);
  return figure.value === null ? null : figure;
}

export interface CardText {
  /** The number that stands large. */
  readonly main: string;
  readonly unit: string;
  readonly rate: string;
  /** The change in words; empty without one. */
  readonly change: string;
  readonly mood: "good" | "bad" | "";
}

/** The texts of a figure that has a value. */
export function cardText(
  view: View,
  indicator: CatalogIndicator,
  now: Figure,
  then: Figure | null,
): CardText {
  const { words } = view;
  const counted = countedUnit(indicator);
  const amount = ({ value, numerator }: Figure): number => (counted ? numerator : value!);
  const unit = counted ?? indicator.unit;
  const by = then ? amount(now) - amount(then) : 0;
  const shown = show(view, Math.abs(by), unit);
  const isSame = !/[1-9]/.test(shown);
  const phrase = isSame ? words.same : by > 0 ? words.moreThan : counted ? words.fewerThan : words.lessThan;
  const change = then
    ? phrase(words.year(then.period), counted ? words.counted(shown, counted) : words.withUnit(shown, unit))
    : "";
  const rise = then ? now.value! - then.value! : 0;
  // Fewer people with something can be a larger share of fewer: then the number alone is neither good nor bad.
  const isMixed = counted !== null && Math.sign(rise) !== Math.sign(by);
  const isWorse = indicator.polarity === "higher-is-worse" ? by > 0 : by < 0;
  return {
    main: show(view, amount(now), unit, { bare: true }),
    unit: words.unitOf(unit),
    rate: counted ? words.per100(show(view, now.value!, "share", { bare: true, digits: 0 }), counted) : "",
    change,
    mood: !then || isSame || isMixed || indicator.polarity === "neutral" ? "" : isWorse ? "bad" : "good",
  };
}

/** A figure that has a value in one line, as reports name it. */
export function figureText(view: View, indicator: CatalogIndicator, figure: Figure): string {
  const { words } = view;
  const counted = countedUnit(indicator);
  if (counted) return words.counted(show(view, figure.numerator, counted, { bare: true }), counted);
  return words.withUnit(show(view, figure.value!, indicator.unit), indicator.unit);
}

/** The way to say that a figure is wrong; nothing in files, which nobody answers. */
export function wrongFlag(
  { words, links, language }: View,
  area: string,
  { id }: CatalogIndicator,
  { period, label }: { readonly period: string; readonly label: string },
): Html | null {
  if (!links.isServed) return null;
  const address = `report?${new URLSearchParams({ area, indicator: id, period }).toString()}`;
  const says = words.reports.flag(label);
  return html`<a class="flag" href="${links.page(address, language)}" aria-label="${says}" title="${says}"
    ><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M3.5 14.5v-12h8.5l-2 3 2 3H3.5" /></svg
  ></a>`;
}

/** What a figure is called where people and households stand before their share. */
export function figureLabel(view: View, indicator: CatalogIndicator): string {
  const name = say(view, indicator.label);
  return capital(countedUnit(indicator) ? view.words.counting(indicator.id, name) : name);
}

/** One figure of an area as a card. */
export function figureCard(view: View, group: AreaGroup, idx: number, indicator: CatalogIndicator): Html {
  const period = lastPeriod(indicator);
  const now = group.figure(idx, indicator.id, period);
  const label = figureLabel(view, indicator);
  if (now.value === null) {
    const isHidden = now.status === MISSING.suppressed.status;
    return html`<article class="card figure">
      <h2>${label}</h2>
      <p class="main none">${missingText(view, now)}</p>
      ${isHidden ? html`<p><a href="#hidden">${view.words.whyHidden}</a></p>` : null}
    </article>`;
  }
  const { main, unit, rate, change, mood } = cardText(
    view,
    indicator,
    now,
    earlier(group, idx, indicator, period),
  );
  // Ten thousands are part of the unit: 9.437 万元.
  const [, digits = main, scale = ""] = /^(.*?)\s*([万亿])$/.exec(main) ?? [];
  return html`<article class="card figure">
    <h2>${label}</h2>
    ${wrongFlag(view, group.code(idx), indicator, { period, label })}
    <p class="main"><b>${digits}</b> ${scale}${unit}</p>
    ${rate ? html`<p>${rate}</p>` : null}${change ? html`<p${mood === "" ? null : html` class="${mood}"`}>${change}</p>` : null}
  </article>`;
}
