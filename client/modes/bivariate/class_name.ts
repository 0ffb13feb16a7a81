// The words for a class of two indicators: "high need, nothing registered".

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairsResponse } from "#domain/contract/bivariate";
import type { BivariateAxis, BivariateClass, Tercile } from "#domain/bivariate";
import { secondLensOf, type SecondLensId } from "#domain/lens";
import { UNITS } from "#domain/unit";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { classBounds, digitsExact } from "#client/legend/bounds.ts";
import { useView } from "#client/data/view_context.ts";
import { useBivariateClasses } from "./use_bivariate.ts";

/** Whether the bounds of an axis were given, by a policy or by the reader, and not found from the values. */
export const isGiven = ({ rule }: Pick<BivariateAxis, "rule">): boolean =>
  rule === "policy" || rule === "manual";

/** What is true of a tercile with given bounds: "30 min and more". Words as "high" would not be: they stand for thirds. */
function rangeOfTercile(
  { breaks, rungs }: Pick<BivariateAxis, "breaks" | "rungs">,
  tercile: Tercile,
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

/** The names of the classes that an answer has; short ones leave out the names of indicators. "Nothing" only names a tercile that holds zeros and nothing else. */
function bivariateNamer(
  axes: Pick<PairsResponse, "need" | "other"> | null,
  indicators: readonly Pick<CatalogIndicator, "id" | "unit" | "label" | "symbol">[],
  lens: SecondLensId,
  words: Words,
  isShort = false,
): (bivariateClass: BivariateClass) => string {
  const { t } = words;
  const { none, some, terciles } = t.bivariate[lens];
  const hasNone = axes?.other.axis.zeroRung === 2;
  const isEither = hasNone && axes.other.axis.rungs.length === 2;
  const given = (side: PairsResponse["need"] | undefined, tercile: Tercile): string | null => {
    const indicator = indicators.find(({ id }) => id === side?.indicator);
    if (!side || !indicator || !isGiven(side.axis)) return null;
    const range = rangeOfTercile(side.axis, tercile, indicator, words);
    return isShort && indicator.symbol === undefined
      ? range
      : t.bivariate.range(words.shortName(indicator), range);
  };
  const byNorm = (side: PairsResponse["need"] | undefined, tercile: Tercile): string | null => {
    const indicator = indicators.find(({ id }) => id === side?.indicator);
    if (!side || !indicator || side.axis.rule !== "norm" || tercile === side.axis.zeroRung) return null;
    const { meets, short, shortest } = t.bivariate.normClasses;
    const isHalved = side.axis.rungs.length === 3 && side.axis.zeroRung === null;
    const name = words.shortName(indicator);
    return tercile === 0 ? meets(name) : tercile === 2 && isHalved ? shortest(name) : short(name);
  };
  return ({ need, other }) =>
    t.bivariate.name(
      given(axes?.need, need) ??
        byNorm(axes?.need, need) ??
        (need === axes?.need.axis.zeroRung ? t.bivariate.noNeed : t.bivariate.need[need]!),
      given(axes?.other, other) ??
        byNorm(axes?.other, other) ??
        (hasNone && other === 2 ? none : isEither ? some : terciles[other]!),
    );
}

/** The way to name a class of the classes that are shown; short where the axes stand beside it. */
export function useBivariateName(isShort = false): (bivariateClass: BivariateClass) => string {
  const words = useWords();
  const { catalog } = useView();
  const answer = useBivariateClasses().shown?.answer ?? null;
  const second = catalog.indicators.find(({ id }) => id === answer?.other.indicator);
  const lens = secondLensOf(second?.lens ?? "help");
  return bivariateNamer(answer, catalog.indicators, lens, words, isShort);
}
