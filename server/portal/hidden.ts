// Figures of an area that are not public: which rule hides them, in plain words, and what is shown instead.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { disclosureRule } from "#domain/disclosure";
import { MISSING } from "#domain/missing";
import { levelWord, type ChainLink } from "./area_chain.ts";
import { shownIndicators } from "./figure_cards.ts";
import { html, type Html } from "./html.ts";
import { capital, lastPeriod, say, show, type View } from "./view.ts";

/** That many are explained one by one. */
const EXPLAINED = 3;

/** The lowest level at which an indicator is public; null for the lowest that there is. */
function lowestLevel({ release }: View, indicator: CatalogIndicator): string | null {
  const above = disclosureRule(indicator)?.levelsAboveLowest ?? 0;
  return above === 0 ? null : (release.catalog.levels.at(-1 - above)?.id ?? null);
}

/** Indicators that an area has and the public does not see, those of the cards first. */
export function hiddenIndicators(view: View, { group, idx, level }: ChainLink): CatalogIndicator[] {
  const levels = view.release.catalog.levels.map(({ id }) => id);
  const first = shownIndicators(view);
  const ordered = [
    ...first,
    ...view.release.catalog.indicators.filter((indicator) => !first.includes(indicator)),
  ];
  return ordered.filter((indicator) => {
    const { status } = group.figure(idx, indicator.id, lastPeriod(indicator));
    if (status === MISSING.suppressed.status) return true;
    const lowest = lowestLevel(view, indicator);
    return lowest !== null && levels.indexOf(level) > levels.indexOf(lowest);
  });
}

/** What is shown instead: the same area in an earlier period, the nearest area above it. */
function offers(view: View, chain: readonly ChainLink[], indicator: CatalogIndicator): Html[] {
  const { words, links, language } = view;
  const own = chain.at(-1)!;
  const period = lastPeriod(indicator);
  const value = (number: number): string =>
    words.withUnit(show(view, number, indicator.unit), indicator.unit);
  const before = indicator.periods
    .slice(0, -1)
    .findLast((at) => own.group.figure(own.idx, indicator.id, at).value !== null);
  const above = chain
    .slice(0, -1)
    .findLast(({ group, idx }) => group.figure(idx, indicator.id, period).value !== null);
  return [
    ...(above
      ? [
          html`<a href="${links.page(`place/${above.code}`, language)}"
            >${words.offer(above.name, words.year(period), value(above.group.figure(above.idx, indicator.id, period).value!))}</a
          >`,
        ]
      : []),
    ...(before === undefined
      ? []
      : [
          html`<span
            >${words.offer(own.name, words.year(before), value(own.group.figure(own.idx, indicator.id, before).value!))}</span
          >`,
        ]),
  ];
}

/** The box about what is hidden of an area; nothing where all is shown. */
export function hiddenBox(view: View, chain: readonly ChainLink[]): Html {
  const own = chain.at(-1)!;
  const hidden = hiddenIndicators(view, own);
  if (hidden.length === 0) return html``;
  const { words, links, language } = view;
  const explained = hidden.slice(0, EXPLAINED).map((indicator) => {
    const lowest = lowestLevel(view, indicator);
    const levels = view.release.catalog.levels.map(({ id }) => id);
    const isByLevel = lowest !== null && levels.indexOf(own.level) > levels.indexOf(lowest);
    const offered = offers(view, chain, indicator);
    return html`<h3>${words.hiddenTitle(capital(say(view, indicator.label)), own.name)}</h3>
      <p>
        ${isByLevel ? words.hiddenLevel(levelWord(view, lowest)) : words.hiddenFew}${offered.length > 0 ? html`${words.gap}${words.hiddenInstead}${offered.map((offer, at) => html`${at > 0 ? words.semicolon : null}${offer}`)}${words.stop}` : null}
      </p>`;
  });
  const rest = hidden.slice(EXPLAINED).map(({ label }) => say(view, label));
  return html`<section class="hidden" id="hidden" aria-label="${words.hiddenHead}">
    ${explained}${
      rest.length > 0
        ? html`<details>
            <summary>${words.hiddenMore(rest.length)}</summary>
            <p>${rest.join(words.comma)}${words.stop}</p>
          </details>`
        : null
    }
    <p><a href="${links.page("methods", language)}#hidden">${words.hiddenRule}</a></p>
  </section>`;
}
