// Counts of an area as figures that can be pressed: where they come from, or how they are computed.

import type { Profile } from "#domain/contract/areas";
import type { Catalog } from "#domain/contract/catalog";
import type { UnitId } from "#domain/unit";
import { termInWords } from "#client/figures/terms.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
import type { FigureText, RichText } from "#client/i18n/rich_text.ts";
import type { Words } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import type { Shortfall } from "#client/model/shortfall.ts";

/** A count with its unit: "68,338 people"; money is shortened. */
export const countInWords = (words: Words, count: number, unit: UnitId): string =>
  unit === "yuan"
    ? words.number(count, unit)
    : words.t.withUnit(count, words.number(count, "count", { whole: true }), unit);

export type Place = Pick<Profile, "area" | "period">;

/** The figure of an indicator from which a count was taken. */
export const originOf = ({ area, period }: Place, { indicator }: Pick<Shortfall, "indicator">): FigureRef =>
  areaFigureRef(area.code, indicator.id, period);

/** Where a count comes from: the indicator that has it as its numerator, or the difference that it is. */
export function shortRef(
  { area, period }: Place,
  { indicator, unit, count, total }: Shortfall,
  catalog: Pick<Catalog, "measures">,
  words: Words,
): FigureRef {
  const of = areaFigureRef(area.code, indicator.id, period);
  if (indicator.polarity !== "higher-is-better" || total === null) return of;
  const named = (term: Readonly<Record<string, number>>): string =>
    capitalise(termInWords(term, catalog.measures, words));
  return {
    kind: "derived",
    title: words.t.pair(words.label(indicator.label), countInWords(words, count, unit)),
    how: words.t.overview.restHow,
    from: [
      [named(indicator.denominator ?? {}), countInWords(words, total, unit), of],
      [named(indicator.numerator), countInWords(words, total - count, unit), of],
    ],
  };
}

/** A count as a figure. */
export const shortText = (
  place: Place,
  short: Shortfall,
  catalog: Pick<Catalog, "measures">,
  words: Words,
): FigureText => ({
  text: countInWords(words, short.count, short.unit),
  of: shortRef(place, short, catalog, words),
});

/** "8,302 fewer than in 2021", with both counts behind it; null without an earlier one. */
export function changeText(
  { area, period }: Place,
  { indicator, unit, count, before }: Shortfall,
  what: string,
  words: Words,
): RichText | null {
  if (!before) return null;
  const { t } = words;
  const by = count - before.count;
  const of = (at: string): FigureRef => areaFigureRef(area.code, indicator.id, at);
  return t.overview.moreOrLess({
    by,
    since: before.period,
    period,
    unit: words.unit(unit),
    size: {
      text: words.number(Math.abs(by), "count", { whole: true }),
      of: {
        kind: "derived",
        title: t.overview.changeTitle(what),
        how: t.overview.changeHow,
        from: [
          [period, countInWords(words, count, unit), of(period)],
          [before.period, countInWords(words, before.count, unit), of(before.period)],
        ],
      },
    },
  });
}

/** The class that colours a change of those in difficulty. */
export const toneOfChange = ({ count, before }: Shortfall): string =>
  !before || before.count === count ? "" : count < before.count ? "good" : "bad";
