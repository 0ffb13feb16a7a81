// The words of the reader's language, and the few phrases every component builds from data.

import { createContext, useContext } from "react";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { MISSING } from "#domain/missing";
import type { Missing } from "#domain/missing";
import { pickText } from "#domain/text";
import type { Text } from "#domain/text";
import type { Language } from "#domain/language";
import { UNITS, formatChange, formatValue, unitOfChange } from "#domain/unit";
import type { FormatOptions, UnitId } from "#domain/unit";
import { en } from "./en.ts";
import type { Messages } from "./en.ts";
import { zh } from "./zh.ts";

const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };

export interface Words {
  readonly language: Language;
  readonly t: Messages;
  text(text: Text): string;
  /** The name in another language, for the line under the first; null when there is none. */
  otherText(text: Text): string | null;
  number(value: number, unit: UnitId, options?: FormatOptions): string;
  difference(change: number, unit: UnitId, options?: Pick<FormatOptions, "bare">): string;
  missing(reason: Missing): string;
  /** "24 counties" */
  areas(level: Pick<CatalogLevel, "label" | "plural">, count: number): string;
  /** "counties" */
  plural(level: Pick<CatalogLevel, "label" | "plural">): string;
  /** "Multidimensional poverty index M0" */
  title(indicator: Pick<CatalogIndicator, "label" | "symbol">): string;
  /** "%", "minutes"; empty for a bare number. */
  unit(unit: UnitId): string;
  unitOfChange(unit: UnitId): string;
}

/** Gives the words of a language. */
export function wordsOf(language: Language): Words {
  const t = MESSAGES[language];
  const text = (content: Text): string => pickText(content, language);
  const whole = (value: number): string => formatValue(value, "count", language, { whole: true });
  const plural = (level: Pick<CatalogLevel, "label" | "plural">): string =>
    t.lower(t.plural(text(level.label), level.plural && text(level.plural)));
  return {
    language,
    t,
    text,
    otherText: (content) => {
      const other = Object.entries(content).find(([tag]) => tag !== language)?.[1];
      return other && other !== text(content) ? other : null;
    },
    number: (value, unit, options) => formatValue(value, unit, language, options),
    difference: (change, unit, options) => formatChange(change, unit, language, options),
    missing: (reason) => text(MISSING[reason].label),
    areas: (level, count) => t.count(whole(count), text(level.label), plural(level), count === 1),
    plural,
    title: ({ label, symbol }) => (symbol ? `${text(label)} ${symbol}` : text(label)),
    unit: (unit) => text(UNITS[unit].label),
    unitOfChange: (unit) => unitOfChange(unit, language),
  };
}

export const WordsContext = createContext<Words>(wordsOf("en"));

export const useWords = (): Words => useContext(WordsContext);
