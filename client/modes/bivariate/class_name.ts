// The words for a class of two indicators: "high need, nothing registered".

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairsResponse } from "#domain/contract/bivariate";
import type { PairAxis, PairClass, Rung } from "#domain/bivariate";
import { UNITS } from "#domain/unit";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { classBounds, digitsExact } from "#client/legend/bounds.ts";
import { useView } from "#client/data/view_context.ts";
import { useBivariateClasses } from "./use_bivariate.ts";

/** Tells whether the bounds of an axis were given, by a policy or by the reader, and not found from the values. */
export const isGiven = ({ rule }: Pick<PairAxis, "rule">): boolean => rule === "policy" || rule === "manual";

/** Gives what is true of a tercile with given bounds: "30 min and more". Words as "high" would not be: they are said of thirds. */
export function rangeOfTercile(
  { breaks, rungs }: Pick<PairAxis, "breaks" | "rungs">,
  tercile: Rung,
  { unit }: Pick<CatalogIndicator, "unit">,
  { t, number }: Pick<Words, "t" | "number">,
): string {
  const digits = digitsExact(breaks.map((value) => value * UNITS[unit].scale));
  const bounds = classBounds(breaks, (value) => number(value, unit, { digits }));
  const { low, high } = bounds[rungs.indexOf(tercile)] ?? { low: null, high: null };
  return low && high
    ? t.classRange(low, high)
    : high
      ? t.classBelow(high)
      : low
        ? t.classFrom(low)
        : t.allInOne;
}

/** Gives the names of the classes that an answer has; short ones leave out the names of indicators. "Nothing" is only said of a tercile that holds zeros and nothing else. */
export function bivariateNamer(
  axes: Pick<PairsResponse, "need" | "other"> | null,
  indicators: readonly Pick<CatalogIndicator, "id" | "unit" | "label" | "symbol">[],
  lens: "supply" | "help",
  words: Words,
  isShort = false,
): (one: PairClass) => string {
  const { t } = words;
  const { none, some, rungs } = t.nine[lens];
  const hasNone = axes?.other.axis.zeroRung === 2;
  const isEither = hasNone && axes.other.axis.rungs.length === 2;
  const given = (side: PairsResponse["need"] | undefined, tercile: Rung, isFirst: boolean): string | null => {
    const indicator = indicators.find(({ id }) => id === side?.indicator);
    if (!side || !indicator || !isGiven(side.axis)) return null;
    const { symbol, label } = indicator;
    const name = symbol ?? (isFirst ? words.text(label) : t.lower(words.text(label)));
    const range = rangeOfTercile(side.axis, tercile, indicator, words);
    return isShort && symbol === undefined ? range : t.nine.range(name, range);
  };
  return ({ need, other }) =>
    t.nine.name(
      given(axes?.need, need, true) ??
        (need === axes?.need.axis.zeroRung ? t.nine.noNeed : t.nine.need[need]!),
      given(axes?.other, other, false) ?? (hasNone && other === 2 ? none : isEither ? some : rungs[other]!),
    );
}

/** Gives the way to name a class of the classes that are shown; short where the axes stand beside it. */
export function useBivariateName(isShort = false): (one: PairClass) => string {
  const words = useWords();
  const { catalog } = useView();
  const answer = useBivariateClasses().shown?.answer ?? null;
  const second = catalog.indicators.find(({ id }) => id === answer?.other.indicator);
  const lens = second?.lens === "supply" ? "supply" : "help";
  return bivariateNamer(answer, catalog.indicators, lens, words, isShort);
}
