// The words of the reader's language, and the few phrases that every component builds from data.

import { createContext, useContext } from "react";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { MISSING } from "#domain/missing";
import type { Missing } from "#domain/missing";
import { otherText, pickText } from "#domain/text";
import type { Text } from "#domain/text";
import type { Language } from "#domain/language";
import { formatChange, formatValue, unitLabel, unitOfChange } from "#domain/unit";
import type { FormatOptions, UnitId } from "#domain/unit";
import { capitalise } from "./capitalise.ts";
import { MESSAGES } from "./languages.ts";
import type { Messages } from "./languages.ts";

type LevelNames = Pick<CatalogLevel, "label" | "plural">;
type IndicatorNames = Pick<CatalogIndicator, "label" | "symbol">;

export interface Words {
  readonly language: Language;
  readonly t: Messages;
  /** A name, or a label inside a sentence: "poverty gap index". */
  text(text: Text): string;
  /** A label that stands alone: "Poverty gap index". */
  label(text: Text): string;
  /** The name in another language, for the line under the first; null when there is none. */
  otherText(text: Text): string | null;
  number(value: number, unit: UnitId, options?: FormatOptions): string;
  difference(change: number, unit: UnitId, options?: Pick<FormatOptions, "bare">): string;
  /** "Not surveyed" */
  missing(reason: Missing): string;
  /** "24 counties" */
  areas(level: LevelNames, count: number): string;
  /** "counties" */
  plural(level: LevelNames): string;
  /** An indicator as a heading: "Multidimensional poverty index M0". */
  title(indicator: IndicatorNames): string;
  /** An indicator inside a sentence: "multidimensional poverty index M0". */
  name(indicator: IndicatorNames): string;
  /** An indicator where there is little room: "M0", else "Poverty gap index". */
  shortTitle(indicator: IndicatorNames): string;
  /** An indicator inside a sentence where there is little room: "M0", else "poverty gap index". */
  shortName(indicator: IndicatorNames): string;
  /** "%", "minutes"; empty for a bare number. */
  unit(unit: UnitId): string;
  unitOfChange(unit: UnitId): string;
}

/** The words of a language, of the time of a period where labels have changed over time, and of the currency that money is in. */
export function wordsOf(language: Language, period: string | null = null, currency?: string): Words {
  const t = MESSAGES[language];
  const text = (content: Text): string => pickText(content, language, period);
  const label = (content: Text): string => capitalise(text(content));
  const whole = (value: number): string => formatValue(value, "count", language, { whole: true });
  const plural = (level: LevelNames): string => level.plural?.[language] ?? text(level.label);
  return {
    language,
    t,
    text,
    label,
    otherText: (content) => otherText(content, language),
    number: (value, unit, options) => formatValue(value, unit, language, { ...options, currency }),
    difference: (change, unit, options) => formatChange(change, unit, language, { ...options, currency }),
    missing: (reason) => label(MISSING[reason].label),
    areas: (level, count) => t.count(count, whole(count), { one: text(level.label), other: plural(level) }),
    plural,
    name: (indicator) =>
      indicator.symbol ? `${text(indicator.label)} ${indicator.symbol}` : text(indicator.label),
    title: (indicator) =>
      indicator.symbol ? `${label(indicator.label)} ${indicator.symbol}` : label(indicator.label),
    shortTitle: (indicator) => indicator.symbol ?? label(indicator.label),
    shortName: (indicator) => indicator.symbol ?? text(indicator.label),
    unit: (unit) => unitLabel(unit, language, currency),
    unitOfChange: (unit) => unitOfChange(unit, language, currency),
  };
}

export const WordsContext = createContext<Words>(wordsOf("en"));

export const useWords = (): Words => useContext(WordsContext);
